'use client'

import { useRef, useState } from 'react'
import { useForm } from '@/components/form/form-context'
import { MarkWords } from '@/components/form/mark-words'
import { useLookup } from '@/components/form/use-lookup'
import { textOf } from '@/components/form/use-field'
import { OWN_SOURCE } from '@/lib/forms/form-data'
import type { Passage } from '@/lib/passages'

type CapturedText = { id: string; title: string; text: string }

/**
 * Marks a passage in a source's captured text and writes it into the form, with what stands around
 * it, so that it is found again at its place. The text stands in a field of the browser's own, where
 * it can be marked by keyboard, mouse and thumb.
 *
 * @param textName the field that gets the words
 * @param row of the fields that get what stands around them
 * @param sourceName the field that says which source is meant
 */
export function PassagePicker({
  row,
  textName,
  sourceName,
}: {
  row: string
  textName: string
  sourceName: string
}) {
  const { base, touch } = useForm()
  const [source, setSource] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const box = useRef<HTMLDetailsElement>(null)
  const { items, waiting } = useLookup<CapturedText>(source ? `/api/sources/${source}/text` : null)
  const captured = items.find((item) => item.id === source)

  function cite(passage: Passage) {
    const form = box.current?.closest('form')
    if (!form) return
    write(form, textName, passage.exact)
    write(form, `${row}.prefix`, passage.prefix)
    write(form, `${row}.suffix`, passage.suffix)
    setSaid('The marked words stand in the form now.')
    touch()
  }

  return (
    <>
      <input type="hidden" name={`${row}.prefix`} defaultValue={textOf(base[`${row}.prefix`])} />
      <input type="hidden" name={`${row}.suffix`} defaultValue={textOf(base[`${row}.suffix`])} />
      <details
        ref={box}
        className="script-only"
        onToggle={({ currentTarget }) => {
          if (currentTarget.open) setSource(sourceIn(currentTarget.closest('form'), sourceName))
        }}
      >
        <summary className="min-h-11 py-2.5 underline underline-offset-4">
          Mark it in the source’s text
        </summary>
        {captured && captured.text !== '' ? (
          <MarkWords
            label={
              <>
                The text of “<bdi>{captured.title}</bdi>”
              </>
            }
            text={captured.text}
            takeLabel="Cite what is marked"
            onMarked={cite}
          />
        ) : (
          <p className="text-muted">
            {waiting
              ? 'Looking …'
              : 'No text is captured of this source. Choose a source that has one, or add its text on its page.'}
          </p>
        )}
        <p role="status" className="mt-1 min-h-6">
          {said}
        </p>
      </details>
    </>
  )
}

function sourceIn(form: HTMLFormElement | null, name: string): string | null {
  if (!form) return null
  const data = new FormData(form)
  const chosen = data.get(name)
  if (typeof chosen === 'string' && chosen !== '' && chosen !== OWN_SOURCE) return chosen
  if (chosen === '') return null
  for (const [field, value] of data)
    if (/^citations\.\d+\.source$/.test(field) && typeof value === 'string' && value) return value
  return null
}

function write(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
