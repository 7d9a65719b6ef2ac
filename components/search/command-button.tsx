'use client'

import { usePathname } from 'next/navigation'
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react'
import type { CommandRights } from '@/lib/search/commands'
import { SearchIcon } from '../ui/search-icon'
import { rememberPage } from './recent-pages'

// It is fetched when somebody first reaches for it.
const bar = () => import('./command-bar')
const CommandBar = lazy(() => bar().then((found) => ({ default: found.CommandBar })))

/**
 * Opens the command bar, as Ctrl-K does (on Apple keyboards Command-K). Before script it is a link to
 * the search.
 */
export function CommandButton({ rights }: { rights: CommandRights }) {
  const path = usePathname()
  // Which opening it is, 0 for none: a bar that closes a moment after the next was asked for closes only itself.
  const [opening, setOpening] = useState(0)
  const open = () => setOpening((last) => last + 1)
  // With the page, however soon it is left again.
  useLayoutEffect(() => rememberPage(path), [path])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isCommandKey(event) || document.querySelector('dialog:modal')) return
      event.preventDefault()
      setOpening((last) => last + 1)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <a
        href="/search"
        aria-label="Search or go to"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title="Search or go to (Ctrl K)"
        className="inline-flex size-11 shrink-0 items-center justify-center"
        onPointerEnter={() => void bar()}
        onFocus={() => void bar()}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          open()
        }}
      >
        <SearchIcon />
      </a>
      {opening > 0 && (
        <Suspense>
          <CommandBar
            key={opening}
            rights={rights}
            onClose={() => setOpening((now) => (now === opening ? 0 : now))}
          />
        </Suspense>
      )}
    </>
  )
}

function isCommandKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey) return false
  // In a text on an Apple keyboard Control-K takes away the rest of the line.
  const control = /Mac|iPhone|iPad/.test(navigator.userAgent) ? event.metaKey : event.ctrlKey
  return control && event.key.toLowerCase() === 'k'
}
