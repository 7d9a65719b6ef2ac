'use client'

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { passageAt, type Passage } from '@/lib/passages'

/**
 * A text in a field of the browser's own, where words are marked by keyboard, mouse and thumb, and a
 * button that takes them. Browsers move no caret in a field that is read-only, so this one is none:
 * it refuses what would change it.
 */
export function MarkWords({
  label,
  text,
  takeLabel,
  onMarked,
}: {
  label: ReactNode
  text: string
  takeLabel: string
  onMarked: (passage: Passage) => void
}) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')

  useEffect(() => {
    const element = area.current
    element?.setSelectionRange(0, 0)
    const refuse = (event: Event) => event.preventDefault()
    element?.addEventListener('beforeinput', refuse)
    return () => element?.removeEventListener('beforeinput', refuse)
  }, [text])

  function take() {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {}
    const passage = passageAt(text, selectionStart, selectionEnd)
    if (passage) onMarked(passage)
    setSaid(passage ? '' : 'Nothing is marked yet. Hold Shift and press the arrow keys.')
  }

  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <textarea
        dir="auto"
        ref={area}
        id={id}
        aria-readonly="true"
        inputMode="none"
        spellCheck={false}
        autoComplete="off"
        rows={10}
        value={text}
        onChange={() => undefined}
        className="control font-serif"
      />
      <div className="mt-2 flex flex-wrap items-center gap-4">
        <Button tone="quiet" onClick={take}>
          {takeLabel}
        </Button>
        <p role="status">{said}</p>
      </div>
    </div>
  )
}
