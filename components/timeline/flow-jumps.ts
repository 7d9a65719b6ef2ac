import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { FOLLOW } from '../ui/soft-links'
import { apart } from './flow-place'
import { goToAddress } from './keep-address'

type Ways = {
  /** Before another place is gone to. */
  leave: () => void
  /** Shows the story from a place on, with an entry open; false where nothing is to be read there. */
  go: (place: string, opens: string | null) => Promise<boolean>
  /** Coming back: shows what was read at this address, if it is known. */
  comeBack: () => boolean
  /** The place that is shown. */
  at: () => string
}

/**
 * Follows links to other places of the same story, and the way back, with a window of it alone: all
 * that stands around it stays. Where that does not do, the page is asked for as by any other link.
 */
export function useJumps(path: string, query: string, ways: Ways): void {
  const router = useRouter()
  const now = useRef(ways)
  useEffect(() => {
    now.current = ways
  })
  useEffect(() => {
    const same = apart(query).query
    const jump = async (to: URL, push: boolean) => {
      const { place, opens } = apart(to.search)
      document.documentElement.toggleAttribute('data-waiting', true)
      try {
        if (!(await now.current.go(place, opens))) throw new Error('Nothing is to be read there.')
        if (push) goToAddress(to.pathname + to.search)
      } catch {
        if (push) router.push(to.href)
        else location.reload()
      } finally {
        document.documentElement.toggleAttribute('data-waiting', false)
      }
    }
    const isHere = (to: URL | Location) => {
      const asked = apart(to.search)
      return to.pathname === path && asked.query === same
    }
    const onFollow = (event: Event) => {
      const to = (event as CustomEvent<URL>).detail
      if (!isHere(to) || apart(to.search).opens) return
      event.preventDefault()
      now.current.leave()
      void jump(to, true)
    }
    const onPop = () => {
      if (!isHere(location) || apart(location.search).place === now.current.at()) return
      if (!now.current.comeBack()) void jump(new URL(location.href), false)
    }
    addEventListener(FOLLOW, onFollow)
    addEventListener('popstate', onPop)
    return () => {
      removeEventListener(FOLLOW, onFollow)
      removeEventListener('popstate', onPop)
    }
  }, [path, query, router])
}
