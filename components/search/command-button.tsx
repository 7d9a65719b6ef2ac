'use client'

import { usePathname } from 'next/navigation'
import { lazy, Suspense, useEffect, useState } from 'react'
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
  const [open, setOpen] = useState(false)
  useEffect(() => rememberPage(path), [path])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isCommandKey(event) || document.querySelector('dialog:modal')) return
      event.preventDefault()
      setOpen(true)
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
          setOpen(true)
        }}
      >
        <SearchIcon />
      </a>
      {open && (
        <Suspense>
          <CommandBar rights={rights} onClose={() => setOpen(false)} />
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
