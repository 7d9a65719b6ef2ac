'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { MoreKeys } from './keys-dialog'
import { isBusy, keysAreOff } from './keys-off'

// What few people ever open need not be sent to all.
const KeysDialog = lazy(() =>
  import('./keys-dialog').then((found) => ({ default: found.KeysDialog })),
)

/** The timeline's keys. Without a script there are none, and nothing is missing: each has its link or field. */
export function Keys({ newHref, more }: { newHref: string | null; more?: MoreKeys | undefined }) {
  const router = useRouter()
  const [telling, setTelling] = useState(false)
  const help = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isBusy(event.target)) return
      if (event.key === '?') setTelling(true)
      else if (keysAreOff()) return
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
    help.current?.removeAttribute('data-waking')
    return () => document.removeEventListener('keydown', onKey)
  }, [router, newHref])
  return (
    <>
      <p ref={help} data-waking="" className="chrome script-only mt-10 text-right max-md:hidden">
        <button
          type="button"
          onClick={() => setTelling(true)}
          aria-keyshortcuts="?"
          className="text-muted hover:text-ink min-h-11 text-sm underline"
        >
          Keyboard shortcuts <kbd className="font-sans">?</kbd>
        </button>
      </p>
      {telling && (
        <Suspense>
          <KeysDialog more={more} onClose={() => setTelling(false)} />
        </Suspense>
      )}
    </>
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
  const link =
    next?.querySelector<HTMLAnchorElement>('th a[href]') ??
    next?.querySelector<HTMLAnchorElement>('a[href]')
  if (!link) return
  link.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}
