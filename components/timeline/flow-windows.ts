import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DrawnWindow } from '@/lib/timeline/drawn'

/** A window that was fetched, with its height in pixels once it is out of sight. */
export type FlowWindow = DrawnWindow & { key: string; height: { at: number | null } }

type SavedWindows = { windows: FlowWindow[]; top: number }

/** The last story that was read, by its address: coming back to it needs no fetch. */
let last: (SavedWindows & { address: string }) | null = null

/** Notes what was read at an address of this page. */
export function remember(address: string, windows: FlowWindow[], top: number): void {
  last = { address, windows, top }
}

/** What was read at an address in this page's life, or null. */
export function remembered(address: string): SavedWindows | null {
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
  const state = useRef({ windows, busy: -1, failedAt: -Infinity, turn: 0 })
  const anchor = useRef<{ element: Element; top: number } | null>(null)
  useLayoutEffect(() => {
    state.current.windows = windows
  }, [windows])

  // What is being read stays where it is while something is put above it.
  useLayoutEffect(() => {
    const anchored = anchor.current
    anchor.current = null
    if (anchored) scrollBy(0, anchored.element.getBoundingClientRect().top - anchored.top)
  }, [windows])

  const load = useCallback(
    async (place: string) => {
      const answer = await fetch(`${address}?${[query, place].filter(Boolean).join('&')}`)
      if (!answer.ok) throw new Error(`${answer.status}`)
      return asPart((await answer.json()) as DrawnWindow)
    },
    [address, query],
  )
  const more = useCallback(
    async (where: 'after' | 'before') => {
      const now = state.current
      const from = where === 'after' ? now.windows.at(-1)?.next : now.windows[0]?.previous
      if (!from || now.busy === now.turn || performance.now() - now.failedAt < 3_000) return
      const { turn } = now
      now.busy = turn
      try {
        const part = await load(`${where}=${encodeURIComponent(from)}`)
        if (now.turn !== turn) return
        setFailed(false)
        if (where === 'after') return setWindows((all) => joined(all, part))
        const element = document.querySelector('.flow [data-entry]')
        if (element) anchor.current = { element, top: element.getBoundingClientRect().top }
        setWindows((all) => joined([part], ...all))
      } catch {
        if (now.turn !== turn) return
        now.failedAt = performance.now()
        setFailed(true)
      } finally {
        if (now.busy === turn) now.busy = -1
      }
    },
    [load],
  )
  /** Begins anew at a place, as the address says it; false where nothing is to be read there. */
  const go = useCallback(
    async (place: string) => {
      const now = state.current
      const turn = (now.turn += 1)
      // Nothing is put beside windows that are about to go.
      now.busy = turn
      try {
        const part = await load(place)
        if (part.months.length === 0) return false
        // Somebody who was quicker to go on is shown that.
        if (now.turn === turn) flushSync(() => setWindows([part]))
        return true
      } finally {
        if (now.busy === turn) now.busy = -1
      }
    },
    [load],
  )
  const restore = useCallback((saved: SavedWindows) => setWindows(saved.windows), [])
  return { windows, more, go, restore, failed }
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
