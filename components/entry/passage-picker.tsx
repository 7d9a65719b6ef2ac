'use client'

import { useEffect, useRef, useState } from 'react'
import { useForm } from '@/components/form/form-context'
import { MarkWords } from '@/components/form/mark-words'
import { useLookup } from '@/components/form/use-lookup'
import { textOf } from '@/components/form/use-field'
import { writeField } from '@/components/form/write-field'
import { OWN_SOURCE } from '@/lib/forms/form-data'
import { matchPassage, type Passage } from '@/lib/passages'

type CapturedText = { id: string; title: string; text: string }

/**
 * Marks a passage in a source's captured text and writes it into the form, with what stands around
 * it, so that it is found again at its place. The text stands in a field of the browser's own, where
 * it can be marked by keyboard, mouse and thumb. Words that are typed are looked for in the text at
 * once, and whoever types is told where they are not there.
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
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDetailsElement>(null)
  const { items, waiting } = useLookup<CapturedText>(source ? `/api/sources/${source}/text` : null)
  const captured = items.find((item) => item.id === source)

  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const look = (name: string) => {
      const words = wordsIn(form, textName)
      setTyped(words)
      if (words !== '') setSource(sourceIn(form, sourceName))
      // What stood around other words says nothing of these.
      if (name === textName)
        for (const side of ['prefix', 'suffix']) writeField(form, `${row}.${side}`, '')
    }
    const onInput = ({ target }: Event) => {
      if (target instanceof HTMLElement && 'name' in target)
        if (target.name === textName || target.name === sourceName) look(String(target.name))
    }
    look('')
    form.addEventListener('input', onInput)
    form.addEventListener('change', onInput)
    return () => {
      form.removeEventListener('input', onInput)
      form.removeEventListener('change', onInput)
    }
  }, [row, textName, sourceName])

  const missing =
    captured !== undefined &&
    captured.text !== '' &&
    typed !== '' &&
    matchPassage(captured.text, { exact: typed, prefix: '', suffix: '' }) === 'absent'

  function cite(passage: Passage) {
    const form = box.current?.closest('form')
    if (!form) return
    writeField(form, textName, passage.exact)
    writeField(form, `${row}.prefix`, passage.prefix)
    writeField(form, `${row}.suffix`, passage.suffix)
    setSaid('Quote added.')
    touch()
  }

  return (
    <>
      <input type="hidden" name={`${row}.prefix`} defaultValue={textOf(base[`${row}.prefix`])} />
      <input type="hidden" name={`${row}.suffix`} defaultValue={textOf(base[`${row}.suffix`])} />
      <div role="status">
        {missing && (
          <p className="text-warning">
            These words are not in the kept text of “<bdi>{captured.title}</bdi>”. Check them. Saved
            like this, readers are told that they were not found there.
          </p>
        )}
      </div>
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
  const ofEntry = chosen === OWN_SOURCE || chosen === 'entry'
  if (typeof chosen === 'string' && chosen !== '' && !ofEntry) return chosen
  if (chosen === '') return null
  for (const [field, value] of data)
    if (/^citations\.\d+\.source$/.test(field) && typeof value === 'string' && value) return value
  return null
}

function wordsIn(form: HTMLFormElement, name: string): string {
  const words = new FormData(form).get(name)
  return typeof words === 'string' ? words.trim() : ''
}
