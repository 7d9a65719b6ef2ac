'use client'

import { useState, type ReactNode } from 'react'
import { didYouMean } from '@/lib/forms/did-you-mean'
import { ComboBox } from './combo-box'
import type { ComboItem } from './suggestions'
import { useForm } from './form-context'
import { NOT_LOOKED_UP } from './look-up'
import type { FieldProps } from './text-field'
import { TYPED, typedNames } from './typed-names'
import { textOf } from './use-field'
import { useLookup } from './use-lookup'

type FindFieldProps = FieldProps & {
  /** Which records are looked for, as /api/lookup names them. */
  find: 'organization' | 'person' | 'demand' | 'source' | 'entry'
  /** The campaign whose records alone are looked for, until somebody asks for those of all. */
  campaignId?: string
  /** Offered before anything is typed. */
  offers?: ComboItem[]
  /** Whether the field holds several names with semicolons between them. */
  several?: boolean
  /** The hidden field in which the id of what was picked is sent beside the text. */
  idName?: string
  /** Called with the id of what was picked, empty for none, and the day that is known of it. */
  onPicked?: (id: string, day?: string) => void
  emptyWords?: ReactNode
  autoCapitalize?: string
}

/** Finds a record as one types, also by its other names and with typing errors, or keeps new words. */
export function FindField({
  name,
  find,
  campaignId = '',
  offers = [],
  several = false,
  idName,
  onPicked,
  defaultValue,
  emptyWords = 'Nothing found: it will be added as new.',
  ...field
}: FindFieldProps) {
  const { id: formId, base, touch } = useForm()
  const [text, setText] = useState(() => textOf(base[name], defaultValue))
  const [chosen, setChosen] = useState<string | null>(
    () => (idName && textOf(base[idName])) || null,
  )
  const [typing, setTyping] = useState(false)
  const [inside, setInside] = useState(false)
  const [everywhere, setEverywhere] = useState(false)
  const [others, setOthers] = useState<ComboItem[]>([])
  const asked = lastName(text, several)
  const query = new URLSearchParams({
    kind: find,
    q: asked,
    campaign: everywhere ? '' : campaignId,
  })
  const {
    items: found,
    waiting,
    failed,
  } = useLookup<ComboItem>(typing && asked !== '' ? `/api/lookup?${query}` : null)
  const mayBeElsewhere = campaignId !== '' && find !== 'demand' && find !== 'entry'
  const known = chosen?.startsWith(TYPED) ? null : chosen
  const idle = asked === '' || !typing
  const items = together(idle ? offers : found, idle ? others : alike(others, asked))
  const suggestion =
    typing && !inside && !waiting && chosen === null
      ? didYouMean(asked, [...found, ...offers])
      : null

  function pick(item: ComboItem) {
    const before = several ? text.slice(0, text.lastIndexOf(';') + 1) : ''
    setText([before, item.name].filter(Boolean).join(' '))
    // A name from another row has no record yet; the list closes only for a choice of its own.
    setChosen(item.id)
    setTyping(false)
    onPicked?.(item.id.startsWith(TYPED) ? '' : item.id, item.day)
    touch()
  }

  return (
    <div className="group relative">
      {idName && <input type="hidden" name={idName} value={known ?? ''} />}
      <ComboBox
        {...field}
        {...{ name, idName, text, waiting, items, find, several }}
        emptyWords={failed ? NOT_LOOKED_UP : emptyWords}
        nothingAsked={asked === ''}
        picked={chosen}
        onFocusChange={(focused) => {
          setInside(focused)
          if (focused) setOthers(typedNames(formOf(formId), find, name))
        }}
        onText={(typed) => {
          setText(typed)
          setTyping(true)
          setChosen(null)
          onPicked?.('')
        }}
        onPick={pick}
      />
      {!everywhere && mayBeElsewhere && asked !== '' && typing && chosen === null && (
        <button
          type="button"
          // Over what stands below, so that nothing moves when the field is left.
          className="text-muted bg-paper absolute top-full right-0 z-10 hidden min-h-11 items-center px-2 underline group-focus-within:inline-flex"
          onClick={() => setEverywhere(true)}
        >
          Look in all campaigns
        </button>
      )}
      <div role="status">
        {suggestion && (
          <p className="mt-1">
            Did you mean{' '}
            <button
              type="button"
              className="inline-flex min-h-11 items-center underline"
              onClick={() => pick(suggestion)}
            >
              <bdi>{suggestion.name}</bdi>
            </button>
            ?
          </p>
        )}
      </div>
    </div>
  )
}

function formOf(id: string): HTMLFormElement | null {
  const form = document.getElementById(id)
  return form instanceof HTMLFormElement ? form : null
}

function lastName(text: string, several: boolean): string {
  return (several ? text.slice(text.lastIndexOf(';') + 1) : text).trim()
}

function alike(items: ComboItem[], asked: string): ComboItem[] {
  const words = asked.toLowerCase()
  return items.filter(({ name }) => name.toLowerCase().includes(words))
}

// A name that is known stands once, with what is known of it.
function together(known: ComboItem[], typed: ComboItem[]): ComboItem[] {
  const names = new Set(known.map(({ name }) => name.toLowerCase()))
  return [...known, ...typed.filter(({ name }) => !names.has(name.toLowerCase()))]
}
