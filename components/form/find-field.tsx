'use client'

import { useState, type ReactNode } from 'react'
import { ComboBox, type ComboItem } from './combo-box'
import { useForm } from './form-context'
import type { FieldProps } from './text-field'
import { textOf } from './use-field'
import { useLookup } from './use-lookup'

type FindFieldProps = FieldProps & {
  /** Which records are looked for, as /api/lookup names them. */
  find: 'organization' | 'person' | 'demand' | 'source' | 'entry'
  /** Narrows the search to a campaign's records. */
  campaignId?: string
  /** Offered before anything is typed. */
  offers?: ComboItem[]
  /** Whether the field holds several names with semicolons between them. */
  several?: boolean
  /** The hidden field in which the id of what was picked is sent beside the text. */
  idName?: string
  onPicked?: (id: string) => void
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
  emptyWords = 'Nothing known by these words: it is kept as new.',
  ...field
}: FindFieldProps) {
  const { base, touch } = useForm()
  const [text, setText] = useState(() => textOf(base[name], defaultValue))
  const [chosen, setChosen] = useState<string | null>(
    () => (idName && textOf(base[idName])) || null,
  )
  const [typing, setTyping] = useState(false)
  const asked = (several ? text.slice(text.lastIndexOf(';') + 1) : text).trim()
  const query = new URLSearchParams({ kind: find, q: asked, campaign: campaignId })
  const { items, waiting } = useLookup<ComboItem>(
    typing && asked !== '' ? `/api/lookup?${query}` : null,
  )
  return (
    <>
      {idName && <input type="hidden" name={idName} value={chosen ?? ''} />}
      <ComboBox
        {...field}
        {...{ name, idName, text, emptyWords, waiting }}
        items={asked === '' || !typing ? offers : items}
        picked={chosen}
        onText={(typed) => {
          setText(typed)
          setTyping(true)
          setChosen(null)
          onPicked?.('')
        }}
        onPick={(item) => {
          const before = several ? text.slice(0, text.lastIndexOf(';') + 1) : ''
          setText([before, item.name].filter(Boolean).join(' '))
          setChosen(item.id)
          setTyping(false)
          onPicked?.(item.id)
          touch()
        }}
      />
    </>
  )
}
