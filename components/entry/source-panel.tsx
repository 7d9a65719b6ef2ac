'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useForm } from '@/components/form/form-context'
import { useLookup } from '@/components/form/use-lookup'
import { formOf } from '@/components/form/write-field'
import { markedIn } from '@/components/source/marked-words'
import { locate, type Passage } from '@/lib/passages'
import type { CapturedText } from './form-choices'
import { MarkedText } from './marked-text'
import { putInField, takeWords, type Taking } from './take-words'
import { WordsToolbar } from './words-toolbar'

const KEYS: Record<string, Taking> = { q: 'quote', d: 'date', m: 'demand', c: 'passage' }

type Mark = { passage: Passage; top: number }

/**
 * The text of a source that the entry cites, beside the form: words that are marked in it go into
 * the field that was last in, or become a quote, a date, a demand or the cited passage. On a phone
 * it is behind a summary.
 *
 * @param sources the sources that the form names, in their order
 * @param first the text of the first one, where the page brought it
 * @param from words of the text from which on it is shown
 */
export function SourcePanel({
  sources,
  first,
  from,
}: {
  sources: string[]
  first?: CapturedText | undefined
  from?: string | undefined
}) {
  const { id: formId, touch } = useForm()
  const [asked, setAsked] = useState('')
  const [last, setLast] = useState({ name: '', label: '' })
  const [marked, setMarked] = useState<Mark | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const source = sources.includes(asked) ? asked : (sources[0] ?? '')
  const brought = first?.id === source ? first : undefined
  const { items } = useLookup<CapturedText>(
    source && !brought ? `/api/sources/${source}/text` : null,
  )
  const captured = brought ?? items.find(({ id }) => id === source)
  const text = captured?.text ?? ''

  useEffect(() => {
    const form = formOf(formId)
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
      if (target.name !== '') setLast({ name: target.name, label: labelOf(target) })
    }
    const onMark = () => setMarked(markNow(box.current))
    // F6 goes from one part of a window to the next, as in other programs.
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F6' || !box.current || !form) return
      event.preventDefault()
      const inside = box.current.contains(document.activeElement)
      const back = form.querySelector<HTMLElement>('[name=title]')
      if (inside) (fieldOf(form, last.name) ?? back)?.focus()
      else {
        box.current.closest('details')?.setAttribute('open', '')
        box.current.focus()
      }
    }
    form?.addEventListener('focusin', onFocus)
    document.addEventListener('selectionchange', onMark)
    document.addEventListener('keydown', onKey)
    return () => {
      form?.removeEventListener('focusin', onFocus)
      document.removeEventListener('selectionchange', onMark)
      document.removeEventListener('keydown', onKey)
    }
  }, [formId, last.name])

  if (text === '') return null

  function take(taking: Taking | 'field') {
    const form = formOf(formId)
    // A key may come before the browser tells what was marked; a press may take the marks away.
    const passage = (markNow(box.current) ?? marked)?.passage
    if (!form || !passage) return
    document.getSelection()?.removeAllRanges()
    setMarked(null)
    if (taking === 'field') putInField(form, last.name, passage)
    else {
      const of = { id: source, first: source === sources[0] }
      takeWords(taking, passage, { form, source: of, last: last.name })
    }
    touch()
  }

  function onKey(event: KeyboardEvent) {
    if (!markNow(box.current) || event.ctrlKey || event.metaKey || event.altKey) return
    const taking = event.key === 'Enter' ? 'field' : KEYS[event.key.toLowerCase()]
    if (!taking || (taking === 'field' && last.name === '')) return
    event.preventDefault()
    take(taking)
  }

  return (
    <details className="open-on-desk border-hairline mb-4 border-y lg:sticky lg:top-4 lg:border-0">
      <summary className="min-h-11 py-2.5 font-semibold">Text of the source</summary>
      <div className="lg:bg-wash relative max-h-[50dvh] overflow-auto pb-4 lg:max-h-[calc(100dvh-7rem)] lg:px-5 lg:pt-4">
        {sources.length > 1 && (
          <label className="mb-3 block">
            <span className="mb-0.5 block font-semibold">Text of</span>
            <select
              className="control"
              value={source}
              onChange={({ target }) => setAsked(target.value)}
            >
              {sources.map((one, index) => (
                <option key={one} value={one}>
                  Source {index + 1}
                </option>
              ))}
            </select>
          </label>
        )}
        <p className="mb-1 font-semibold">
          <bdi>{captured?.title}</bdi>
        </p>
        <p className="text-muted mb-3 text-sm">
          Mark words to put them into the form. F6 goes to the text and back.
        </p>
        <MarkedText
          {...{ box, text }}
          label={`The text of ${captured?.title ?? ''}`}
          start={from ? (locate(text, { exact: from, prefix: '', suffix: '' })?.start ?? 0) : 0}
          onKey={onKey}
        />
        {marked && <WordsToolbar top={marked.top} field={last.label} onTake={take} />}
      </div>
    </details>
  )
}

function fieldOf(form: HTMLFormElement, name: string): HTMLElement | null {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLElement ? field : null
}

function labelOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  return field.labels?.[0]?.textContent ?? ''
}

function markNow(text: HTMLElement | null): Mark | null {
  const passage = text && markedIn(text)
  return passage && { passage, top: bottomOfMark(text) }
}

// Where the marked words end, within what scrolls around the text.
function bottomOfMark(text: HTMLElement | null): number {
  const frame = text?.parentElement
  const selection = document.getSelection()
  if (!frame || !selection || selection.rangeCount === 0) return 0
  const marked = selection.getRangeAt(0).getBoundingClientRect()
  return marked.bottom - frame.getBoundingClientRect().top + frame.scrollTop
}
