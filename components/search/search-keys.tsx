'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const SEARCH = '/search'

/** `/` leads to the search field, from every page. */
export function SearchKeys() {
  const router = useRouter()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSearchKey(event) || document.querySelector('dialog:modal')) return
      event.preventDefault()
      const field = visibleField()
      if (!field) return router.push(SEARCH)
      field.focus()
      field.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [router])
  return null
}

function isSearchKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target.matches('input') && !target.matches('[type=checkbox], [type=radio], [type=button]')
}

// The page's own field before the header's. React keeps old pages hidden in the document.
function visibleField(): HTMLInputElement | undefined {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-search-field]')]
  const visible = fields.filter((field) => field.checkVisibility())
  return visible.find((field) => field.dataset.searchField === 'page') ?? visible[0]
}
