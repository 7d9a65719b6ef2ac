'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

const OFF = 'throughline-keys-off'
const KEYS = [
  ['j', 'Next entry'],
  ['k', 'Entry before'],
  ['t', 'Jump to a date'],
  ['n', 'Log an entry on the date in view'],
  ['?', 'These keys'],
] as const

/** The timeline's keys. Without a script there are none, and nothing is missing: each has its link or field. */
export function Keys({ newHref }: { newHref: string | null }) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      if (event.key === '?') dialog.current?.showModal()
      else if (localStorage.getItem(OFF)) return
      else if (event.key === 'j') walk(1)
      else if (event.key === 'k') walk(-1)
      else if (event.key === 't') focusOn('timeline-jump')
      else if (event.key === 'n' && newHref) {
        const day = inView()?.dataset.day
        router.push(day ? `${newHref}?date=${day}` : newHref)
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [router, newHref])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="border-control bg-paper text-ink m-auto max-w-sm border p-6 shadow-lg backdrop:bg-black/40"
    >
      <h2 id="keys-title" className="mb-4 text-xl">
        Keys of the timeline
      </h2>
      <dl className="mb-5 grid grid-cols-[2.5rem_1fr] gap-y-2">
        {KEYS.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="border-control rounded-xs border px-1.5 font-sans">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="flex flex-wrap gap-3">
        <Button type="submit">Close</Button>
        <Button
          type="submit"
          tone="quiet"
          onClick={() =>
            localStorage.getItem(OFF)
              ? localStorage.removeItem(OFF)
              : localStorage.setItem(OFF, '1')
          }
        >
          Turn the keys on or off
        </Button>
      </form>
    </dialog>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

function focusOn(id: string): void {
  const field = document.getElementById(id)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}

// React may keep earlier pages of the story in the document, hidden.
function entries(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-entry]')].filter(
    (entry) => entry.offsetParent !== null,
  )
}

function inView(): HTMLElement | undefined {
  const all = entries()
  return (
    all.find((entry) => entry.contains(document.activeElement)) ??
    all.find((entry) => entry.getBoundingClientRect().bottom > 80)
  )
}

function walk(step: 1 | -1): void {
  const all = entries()
  const here = all.findIndex((entry) => entry.contains(document.activeElement))
  const from =
    here === -1 ? all.findIndex((entry) => entry.getBoundingClientRect().bottom > 80) : here
  const next = all[here === -1 ? from : from + step]
  const link = next?.querySelector<HTMLAnchorElement>('a[href]')
  if (!link) return
  link.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}
