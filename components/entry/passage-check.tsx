'use client'

import { useEffect, useRef, useState } from 'react'
import { useForm } from '@/components/form/form-context'
import { useLookup } from '@/components/form/use-lookup'
import { textOf } from '@/components/form/use-field'
import { writeField } from '@/components/form/write-field'
import { OWN_SOURCE } from '@/lib/forms/form-data'
import { matchPassage } from '@/lib/passages'
import type { CapturedText } from './form-choices'

/**
 * Keeps beside words of a source what stands around them there, so that they are found again at
 * their place. Words that are typed are looked for in the text at once, and whoever types is told
 * where they are not there.
 *
 * @param textName the field that has the words
 * @param row of the fields that have what stands around them
 * @param sourceName the field that says which source is meant
 */
export function PassageCheck({
  row,
  textName,
  sourceName,
}: {
  row: string
  textName: string
  sourceName: string
}) {
  const { base } = useForm()
  const [source, setSource] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const { items } = useLookup<CapturedText>(source ? `/api/sources/${source}/text` : null)
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

  return (
    <>
      <input type="hidden" name={`${row}.prefix`} defaultValue={textOf(base[`${row}.prefix`])} />
      <input type="hidden" name={`${row}.suffix`} defaultValue={textOf(base[`${row}.suffix`])} />
      <div ref={box} role="status" className="empty:hidden">
        {missing && (
          <p className="text-warning">
            These words are not in the captured text of “<bdi>{captured.title}</bdi>”. Check them.
            If you save them like this, readers will see that they were not found there.
          </p>
        )}
      </div>
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
