import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { DrawnWindow } from '@/lib/timeline/drawn'

/** A window that was fetched, with its height in pixels once it is out of sight. */
export type FlowWindow = DrawnWindow & { key: string; height: { at: number | null } }

type Kept = { windows: FlowWindow[]; top: number }

/** The last story that was read, by its address: coming back to it needs no fetch. */
let last: (Kept & { address: string }) | null = null

/** Notes what was read at an address of this page. */
export function remember(address: string, windows: FlowWindow[], top: number): void {
  last = { address, windows, top }
}

/** What was read at an address in this page's life, or null. */
export function remembered(address: string): Kept | null {
  return last?.address === address ? last : null
}

/**
 * The windows of a story, one after the other, and how more of them come.
 *
 * @param address of what answers with windows
 */
export function useWindows(first: DrawnWindow, address: string, query: string) {
  const [windows, setWindows] = useState<FlowWindow[]>(() => [asPart(first)])
  const [failed, setFailed] = useState(false)
  const state = useRef({ windows, busy: false, failedAt: -Infinity })
  const anchor = useRef<{ element: Element; top: number } | null>(null)
  useLayoutEffect(() => {
    state.current.windows = windows
  }, [windows])

  // What is being read stays where it is while something is put above it.
  useLayoutEffect(() => {
    const held = anchor.current
    anchor.current = null
    if (held) scrollBy(0, held.element.getBoundingClientRect().top - held.top)
  }, [windows])

  const more = useCallback(
    async (where: 'after' | 'before' | 'here', cursor?: string) => {
      const now = state.current
      const from =
        cursor ?? (where === 'after' ? now.windows.at(-1)?.next : now.windows[0]?.previous)
      if (!from || now.busy || performance.now() - now.failedAt < 3_000) return
      now.busy = true
      try {
        const answer = await fetch(
          `${address}?${query}&${where}=${encodeURIComponent(from)}`.replace('?&', '?'),
        )
        if (!answer.ok) throw new Error(`${answer.status}`)
        const part = asPart((await answer.json()) as DrawnWindow)
        setFailed(false)
        if (where === 'here') return setWindows([part])
        if (where === 'after') return setWindows((all) => joined(all, part))
        const element = document.querySelector('.flow [data-entry]')
        if (element) anchor.current = { element, top: element.getBoundingClientRect().top }
        setWindows((all) => joined([part], ...all))
      } catch {
        now.failedAt = performance.now()
        setFailed(true)
      } finally {
        now.busy = false
      }
    },
    [address, query],
  )
  const restore = useCallback((kept: Kept) => setWindows(kept.windows), [])
  return { windows, more, restore, failed }
}

// An empty window says that there is no more on its side.
function joined(all: FlowWindow[], ...more: FlowWindow[]): FlowWindow[] {
  const list = [...all, ...more].filter((one) => one.months.length > 0)
  const [top, bottom] = [list[0], list.at(-1)]
  const emptyAbove = all[0] && all[0].months.length === 0
  const emptyBelow = more.at(-1)?.months.length === 0
  if (top && emptyAbove) list[0] = { ...top, previous: null }
  if (bottom && emptyBelow) list[list.length - 1] = { ...bottom, next: null }
  return list
}

function asPart(window: DrawnWindow): FlowWindow {
  const key = window.months[0]?.entries[0]?.id ?? ''
  return { ...window, key, height: { at: null } }
}
