'use client'

import { KEEP, THEIRS } from '@/lib/forms/settle'
import type { FieldConflict, FormState } from '@/lib/forms/state'
import { Choice } from './choice'

type Conflict = Extract<FormState, { status: 'conflict' }>

/**
 * Both texts of every field that two people changed, and which of them the next save keeps. What
 * only the other person changed is in the form already.
 */
export function ConflictList({ state, formId }: { state: Conflict; formId: string }) {
  const open = state.conflicts.filter(({ field }) => !state.taken.includes(field))
  const taken = state.conflicts.filter(({ field }) => state.taken.includes(field))
  return (
    <div className="mt-2 space-y-4">
      {open.map((conflict) => (
        <section key={conflict.field} aria-label={conflict.label}>
          <p className="font-semibold">{conflict.label}</p>
          <dl className="mt-1 grid gap-3 sm:grid-cols-2">
            <Version term="Yours" text={conflict.yours} />
            <Version term="Saved by someone else" text={conflict.theirs} />
          </dl>
          <KeepChoices conflict={conflict} state={state} formId={formId} />
        </section>
      ))}
      {taken.length > 0 && (
        <section aria-label="Changed only by someone else">
          <p>You did not change these, so the form now has what they saved:</p>
          <dl className="mt-1 grid gap-3 sm:grid-cols-2">
            {taken.map(({ field, label, theirs }) => (
              <Version key={field} term={label} text={theirs} />
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}

function KeepChoices({
  conflict: { field, label },
  state: { theirs, version },
  formId,
}: {
  conflict: FieldConflict
  state: Conflict
  formId: string
}) {
  const other = theirs[field]
  if (!other) return null
  const choice = (value: string, words: string) => (
    <Choice
      key={value}
      type="radio"
      id={`${formId}-keep-${field}-${value}`}
      name={KEEP + field}
      value={value}
      label={words}
      defaultChecked={value === 'yours'}
    />
  )
  return (
    <fieldset key={version} className="mt-2">
      <legend className="sr-only">Which text of {label} to save</legend>
      <input type="hidden" name={THEIRS + field} value={JSON.stringify(other)} />
      {choice('yours', 'Save mine, as it is in the form')}
      {choice('theirs', 'Save theirs')}
      {other.joins &&
        choice('both', other.joins === 'rows' ? 'Save all of both' : 'Save both, mine first')}
    </fieldset>
  )
}

function Version({ term, text }: { term: string; text: string }) {
  return (
    <div className="border-hairline bg-field min-w-0 border px-3 py-2">
      <dt className="text-muted text-sm">{term}</dt>
      <dd dir="auto" className="whitespace-pre-line">
        {text || <span className="text-muted">Empty</span>}
      </dd>
    </div>
  )
}
