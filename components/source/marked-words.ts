import { passageAt, type Passage } from '@/lib/passages'

/** What is marked inside an element that shows a text and nothing else, as a passage of that text. */
export function markedIn(element: HTMLElement): Passage | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const marked = selection.getRangeAt(0)
  if (!marked.intersectsNode(element)) return null
  const whole = document.createRange()
  whole.selectNodeContents(element)
  // Somebody may have begun above the text, or gone on below it.
  const starts = whole.comparePoint(marked.startContainer, marked.startOffset) < 0
  const ends = whole.comparePoint(marked.endContainer, marked.endOffset) > 0
  const text = element.textContent
  const start = starts ? 0 : lengthUntil(element, marked.startContainer, marked.startOffset)
  const end = ends ? text.length : lengthUntil(element, marked.endContainer, marked.endOffset)
  return passageAt(text, start, end)
}

function lengthUntil(element: HTMLElement, node: Node, offset: number): number {
  const until = document.createRange()
  until.selectNodeContents(element)
  until.setEnd(node, offset)
  return until.toString().length
}
