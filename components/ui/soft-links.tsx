'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/**
 * Asked with the address before a link is followed: whoever shows that part of the page by itself
 * cancels it.
 */
export const FOLLOW = 'throughline:follow'

/**
 * Follows the plain links and GET forms inside `[data-soft]` without a page load: one listener for
 * hundreds of them, where a component for each would have to be sent and woken. `data-stay` keeps
 * the place on the page. Before the script arrives they are links and forms like any other.
 */
export function SoftLinks() {
  const router = useRouter()
  const [pending, follow] = useTransition()
  useEffect(() => {
    const go = (event: Event, address: URL, from: Element) => {
      if (address.origin !== location.origin) return
      event.preventDefault()
      if (!dispatchEvent(new CustomEvent(FOLLOW, { detail: address, cancelable: true }))) return
      follow(() => router.push(address.href, { scroll: !from.closest('[data-stay]') }))
    }
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      const link = softly(event.target, 'a[href]')
      if (!link || link.hasAttribute('download') || link.getAttribute('target')) return
      // In a drawing an address is more than a text.
      go(event, new URL(link.getAttribute('href') ?? '', location.href), link)
    }
    const onSubmit = (event: SubmitEvent) => {
      const form = softly(event.target, 'form')
      if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
      if (form.getAttribute('method')?.toLowerCase() === 'post') return
      const other = event.submitter?.getAttribute('formaction')
      const address = new URL(other ?? form.getAttribute('action') ?? '', location.href)
      address.search = new URLSearchParams(
        [...new FormData(form, event.submitter)].filter(
          (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
        ),
      ).toString()
      go(event, address, event.submitter ?? form)
    }
    document.addEventListener('click', onClick)
    document.addEventListener('submit', onSubmit)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('submit', onSubmit)
    }
  }, [router])
  useEffect(() => {
    document.documentElement.toggleAttribute('data-waiting', pending)
  }, [pending])
  return null
}

function softly(target: EventTarget | null, selector: string): Element | null {
  const found = target instanceof Element ? target.closest(selector) : null
  return found?.closest('[data-soft]') ? found : null
}
