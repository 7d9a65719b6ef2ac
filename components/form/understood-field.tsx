'use client'

import { useRef, useState, type ComponentProps } from 'react'
import type { FieldChoice } from '@/lib/forms/choices'
import { FieldChoices } from './field-choices'
import { TextField } from './text-field'
import { textOf, useField } from './use-field'

/** What a field makes of its text: the understanding in words, or what is wrong with it. */
export type Reading =
  { words: string; caution?: string | null } | { message: string; choices?: FieldChoice[] } | null

/** A text field that says beside it what was understood, and offers the readings to choose from. */
export function UnderstoodField({
  read,
  hint,
  ...field
}: Omit<ComponentProps<typeof TextField>, 'type'> & { read: (text: string) => Reading }) {
  const { begun, messages } = useField(field.name, false)
  const [text, setText] = useState(() => textOf(begun, field.defaultValue))
  const box = useRef<HTMLDivElement>(null)
  const reading = read(text)

  function choose(value: string) {
    const input = box.current?.querySelector('input')
    if (!input) return
    input.value = value
    // The draft and the form listen to what is typed.
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
    input.focus()
  }

  return (
    <div
      ref={box}
      className={field.className}
      onInput={(event) => {
        if (event.target instanceof HTMLInputElement) setText(event.target.value)
      }}
    >
      <TextField {...field} className={undefined} hint={reading ? undefined : hint} />
      <div role="status" className={`mt-1 text-sm ${reading || !hint ? 'min-h-5' : ''}`}>
        {reading && 'words' in reading && (
          <p className={reading.caution ? 'text-warning' : 'text-success'}>
            Understood: {reading.words}
          </p>
        )}
        {reading && 'words' in reading && reading.caution && (
          <p className="text-warning">{reading.caution}</p>
        )}
        {reading && 'message' in reading && !messages.includes(reading.message) && (
          <p className="text-muted">{reading.message}</p>
        )}
      </div>
      {reading && 'message' in reading && (
        <FieldChoices
          name={field.name}
          label="Readings to choose from"
          choices={reading.choices ?? []}
          onChoose={choose}
        />
      )}
    </div>
  )
}
