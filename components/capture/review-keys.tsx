'use client'

import { useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'

/**
 * Keys for whoever reviews many drafts: j and k go to the next and the last one, a accepts, c changes, x drops. The
 * words that a draft rests on are marked while it has the focus.
 */
export function ReviewKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null)
  const cards = () => [...(root.current?.querySelectorAll<HTMLElement>('[data-draft]') ?? [])]

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input,textarea,select'))
      return
    const all = cards()
    const card = target.closest<HTMLElement>('[data-draft]')
    const at = card ? all.indexOf(card) : -1
    const next =
      event.key === 'j' ? all[at + 1] : event.key === 'k' ? all[Math.max(at - 1, 0)] : null
    if (next) {
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    } else if (card && event.key === 'a')
      card.querySelector<HTMLElement>('form button[type=submit]:not([aria-hidden])')?.click()
    else if (card && event.key === 'c') card.querySelector<HTMLElement>('[data-change]')?.click()
    else if (card && event.key === 'x') card.querySelector<HTMLElement>('[data-drop]')?.click()
    else return
    event.preventDefault()
  }

  function onFocus(event: FocusEvent) {
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-draft]')?.dataset.draft
    if (!key) return
    let first = true
    for (const mark of root.current?.querySelectorAll('mark[data-drafts]') ?? []) {
      const own = mark.getAttribute('data-drafts')?.split(' ').includes(key) ?? false
      if (own) mark.setAttribute('aria-current', 'true')
      else mark.removeAttribute('aria-current')
      if (own && first && matchMedia('(min-width: 64rem)').matches)
        mark.scrollIntoView({ block: 'nearest' })
      if (own) first = false
    }
  }

  return (
    <div ref={root} onKeyDown={onKeyDown} onFocus={onFocus}>
      {children}
    </div>
  )
}
