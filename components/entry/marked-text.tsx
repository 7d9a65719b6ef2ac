'use client'

import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

/**
 * A text in which words are marked by mouse, thumb and keyboard alike: a place to type in that takes
 * no changes, since browsers move no caret elsewhere.
 */
export function MarkedText({
  box,
  label,
  text,
  start,
  onKey,
}: {
  box: RefObject<HTMLDivElement | null>
  label: string
  text: string
  /** Where the text is shown from, in UTF-16 units. */
  start: number
  onKey: (event: KeyboardEvent<HTMLDivElement>) => void
}) {
  const shown = useRef('')

  useEffect(() => {
    const element = box.current
    if (!element) return
    const refuse = (event: Event) => event.preventDefault()
    // What a way of typing puts in all the same, such as a composed letter, is taken out again.
    const restore = () => {
      if (element.textContent !== text) element.textContent = text
    }
    element.addEventListener('beforeinput', refuse)
    element.addEventListener('drop', refuse)
    element.addEventListener('input', restore)
    return () => {
      element.removeEventListener('beforeinput', refuse)
      element.removeEventListener('drop', refuse)
      element.removeEventListener('input', restore)
    }
  }, [box, text])

  useEffect(() => {
    const element = box.current
    if (!element || shown.current === text) return
    shown.current = text
    const [line] = element.childNodes
    if (start === 0 || !line) return
    const place = document.createRange()
    place.setStart(line, Math.min(start, text.length))
    const frame = element.parentElement
    const above = place.getBoundingClientRect().top - (frame?.getBoundingClientRect().top ?? 0)
    frame?.scrollBy(0, above - FROM_THE_TOP)
  }, [box, text, start])

  return (
    <div
      ref={box}
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label={label}
      tabIndex={0}
      dir="auto"
      contentEditable
      suppressContentEditableWarning
      inputMode="none"
      spellCheck={false}
      className="font-serif whitespace-pre-line [unicode-bidi:plaintext]"
      onKeyDown={onKey}
    >
      {text}
    </div>
  )
}

const FROM_THE_TOP = 48
