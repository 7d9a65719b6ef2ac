import type { Span } from '@/lib/timeline/lanes/levels'
import { pannedWindow, readWindow, writeWindow, zoomedWindow } from '@/lib/timeline/lanes/window'
import { leaveAddress } from '../keep-address'

/** What the links of the lanes lead through without a page load. */
export type Navigator = {
  window: () => Span
  whole: () => Span
  isWhole: () => boolean
  go: (next: Span) => void
  /** Goes to another page of the same site. */
  push: (href: string) => void
}

/** A click on a counted mark goes nearer in place; on an entry, to its page. */
export function followMark(
  event: MouseEvent,
  target: EventTarget | null,
  navigator: Navigator,
): void {
  if (event.button !== 0 || isForTheBrowser(event)) return
  const mark =
    target instanceof HTMLElement ? target.closest<HTMLAnchorElement>('a[data-mark]') : null
  if (!mark) return
  event.preventDefault()
  event.stopPropagation()
  if (mark.dataset.mark !== 'zoom') return navigator.push(mark.pathname + mark.search)
  follow(mark, navigator)
}

/** A click on a button beside the lanes. */
export function followControl(event: MouseEvent, navigator: Navigator): void {
  if (event.defaultPrevented || event.button !== 0 || isForTheBrowser(event)) return
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>('a[data-lanes-to]')
      : null
  if (!link) return
  event.preventDefault()
  const { lanesTo: to } = link.dataset
  if (to === 'rows') {
    const params = new URLSearchParams(link.search)
    if (navigator.isWhole()) params.delete('window')
    else params.set('window', writeWindow(navigator.window()))
    return navigator.push(`${link.pathname}?${params}`)
  }
  if (to === 'in') navigator.go(zoomedWindow(navigator.window(), 0.5))
  else if (to === 'out') navigator.go(zoomedWindow(navigator.window(), 2))
  else if (to === 'earlier') navigator.go(pannedWindow(navigator.window(), -0.5))
  else if (to === 'later') navigator.go(pannedWindow(navigator.window(), 0.5))
  else follow(link, navigator)
}

function follow(link: HTMLAnchorElement, navigator: Navigator): void {
  const window = readWindow(new URLSearchParams(link.search).get('window'))
  leaveAddress()
  navigator.go(window ?? navigator.whole())
}

function isForTheBrowser({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey
}
