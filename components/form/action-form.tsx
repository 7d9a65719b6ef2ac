'use client'

import {
  startTransition,
  useActionState,
  useId,
  useRef,
  useState,
  type ReactNode,
  type SubmitEvent,
} from 'react'
import { ShareAddress } from '@/components/share/share-address'
import type { ButtonTone } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import {
  idle,
  type FormAction,
  type FormState,
  type FormValues,
  type LookAlike,
} from '@/lib/forms/state'
import { CodeList } from './code-list'
import { DraftNotice, SavedHere } from './draft-notice'
import { FormBar } from './form-bar'
import { hasList, isLine, nextToType } from './next-field'
import { WorkspaceField } from './page-workspace'
import { FormContext } from './form-context'
import { FormErrors } from './form-errors'
import { guarded } from './guarded-action'
import { SubmitButton } from './submit-button'
import { useDraft, type DraftPlace, type FoundDraft } from './use-draft'

const NONE: FormValues = {}
const NO_ENTRIES: LookAlike[] = []

type Base = { values: FormValues; typed: boolean; initial: FormValues; round: number }

/**
 * A form over an action, before and after the script has loaded.
 *
 * The document keeps what is typed: the action is called from the submit event, so that React does
 * not reset the form, and the fields' first values change only when a save has succeeded, or when
 * the page brings a newer record and nobody has typed. Otherwise the hidden version would move on
 * while the fields kept older words, and a save would silently undo somebody else's.
 */
export function ActionForm({
  action,
  initial = NONE,
  submitLabel = 'Save',
  pendingLabel = 'Saving …',
  submitTone = 'primary',
  secondary,
  bar,
  draft,
  enterSaves = true,
  className,
  outside,
  children,
}: {
  action: FormAction
  initial?: FormValues
  submitLabel?: string
  pendingLabel?: string
  submitTone?: ButtonTone
  secondary?: ReactNode
  /** The buttons of a long form, which stay in view at its foot, instead of the others. */
  bar?: ReactNode
  /** Keeps what is typed on this device until it is saved. */
  draft?: DraftPlace
  /** Whether Enter in a text field sends the form, or goes to the next one; Ctrl or Cmd with it always sends. */
  enterSaves?: boolean
  className?: string
  /** Stands before the form, with fields that name it (`form={id}`), since forms cannot stand in a form. */
  outside?: ReactNode
  children?: ReactNode
}) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const { found, keeps, savedAt, drop } = useDraft(draft, form)
  const [state, dispatch, pending] = useActionState(
    typeof window === 'undefined'
      ? action
      : guarded(
          action,
          () => drop(),
          () => formNow(id),
        ),
    idle,
  )
  const [base, setBase] = useState<Base>(() => firstBase(state, initial))
  const [edited, setEdited] = useState(false)
  const [seen, setSeen] = useState(state)

  const saved = state !== seen && state.status === 'ok'
  const conflict = state !== seen && state.status === 'conflict' ? state : null
  if (state !== seen) setSeen(state)
  if (saved) setEdited(false)
  if (saved || (!edited && !base.typed && !sameValues(initial, base.initial))) {
    setBase({ values: initial, typed: false, initial, round: base.round + 1 })
  }
  // The form takes what only the other person changed, so that the next save does not undo it.
  if (conflict) {
    const values = { ...conflict.values, version: String(conflict.version) }
    setBase({ ...base, values, typed: true, round: base.round + 1 })
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
    setEdited(true)
    startTransition(() => dispatch(data))
  }

  function takeBack(draft: FoundDraft) {
    // A key that was sent once would give back what was saved with it, without these words.
    const { requestKey = '' } = initial
    const values = { ...draft.values, ...(requestKey && { requestKey }) }
    setBase({ values, typed: true, initial, round: base.round + 1 })
    setEdited(true)
    drop(draft)
  }

  const context = {
    id,
    base: base.values,
    typed: base.typed,
    values: latestValues(state, base),
    errors: state.status === 'invalid' ? state.fieldErrors : {},
    pending,
    alike: state.status === 'alike' ? state.entries : NO_ENTRIES,
    failed: state.status === 'failed',
    touch: () => setEdited(true),
    submitLabel,
    pendingLabel,
    enterSaves,
  }
  return (
    <FormContext value={context}>
      {outside && <div key={`outside ${base.round}`}>{outside}</div>}
      <form
        ref={form}
        id={id}
        action={dispatch}
        onSubmit={submit}
        onChange={() => setEdited(true)}
        // Before its fields, since a list of suggestions keeps its keys to itself.
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          if (event.ctrlKey || event.metaKey) {
            event.preventDefault()
            event.currentTarget.requestSubmit(
              event.currentTarget.querySelector<HTMLButtonElement>('button[data-main]'),
            )
          } else if (!enterSaves && isLine(event.target) && !hasList(event.target)) {
            event.preventDefault()
            nextToType(event.currentTarget, event.target)?.focus()
          }
        }}
        noValidate
        aria-busy={pending || undefined}
        className={className}
      >
        {/* The first submit button is the one that Enter presses; it must not be one that adds a row.
          Where it cannot be pressed, Enter does nothing, before script too. */}
        <button
          type="submit"
          tabIndex={-1}
          aria-hidden="true"
          disabled={!enterSaves}
          className="sr-only"
        >
          {submitLabel}
        </button>
        <WorkspaceField />
        <FormErrors state={state} formId={id} />
        {found && (
          <DraftNotice
            {...{ edited }}
            draft={found}
            onTake={() => takeBack(found)}
            onDrop={() => drop(found)}
          />
        )}
        <div key={base.round} className="space-y-6">
          {children}
        </div>
        {bar ? (
          <FormBar>
            {bar}
            {draft && <SavedHere {...{ keeps, savedAt }} />}
          </FormBar>
        ) : (
          <div className="mt-6 flex flex-wrap items-center gap-3">
            <SubmitButton tone={submitTone} />
            {secondary}
          </div>
        )}
        <div role="status">
          {state.status === 'ok' && state.message && (
            <div tabIndex={-1} autoFocus className="mt-4">
              <Notice tone="success">
                {state.message}
                {state.codes && <CodeList codes={state.codes} />}
                {state.address && <ShareAddress url={state.address} label="Address to hand over" />}
                {state.secret && (
                  <ShareAddress url={state.secret.value} label={state.secret.label} />
                )}
              </Notice>
            </div>
          )}
        </div>
      </form>
    </FormContext>
  )
}

// What stands in the form at this moment, whatever its fields began with.
function formNow(id: string): FormData | null {
  const form = document.getElementById(id)
  return form instanceof HTMLFormElement ? new FormData(form) : null
}

function firstBase(state: FormState, initial: FormValues): Base {
  const typed = 'values' in state
  return { values: typed ? state.values : initial, typed, initial, round: 0 }
}

function latestValues(state: FormState, base: Base): FormValues {
  const values = 'values' in state ? { ...base.values, ...state.values } : base.values
  return state.status === 'conflict' ? { ...values, version: String(state.version) } : values
}

function sameValues(one: FormValues, other: FormValues): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
