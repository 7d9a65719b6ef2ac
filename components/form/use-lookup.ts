'use client'

import { useEffect, useState } from 'react'

const PAUSE_MS = 120

/**
 * What an address answers with (`{ items }`) while somebody types; nothing without an address. The
 * items of the words before stay in sight until the new ones arrive. Without a connection there are
 * none, and what was typed stands.
 *
 * @param pause how many milliseconds without another address are waited for
 */
export function useLookup<Item>(
  address: string | null,
  pause = PAUSE_MS,
): { items: Item[]; waiting: boolean } {
  const [found, setFound] = useState<{ address: string; items: Item[] }>({ address: '', items: [] })
  useEffect(() => {
    if (!address) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      void itemsAt<Item>(address, stop.signal).then((items) => {
        if (!stop.signal.aborted) setFound({ address, items })
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [address, pause])
  if (!address) return { items: [], waiting: false }
  return { items: found.items, waiting: found.address !== address }
}

async function itemsAt<Item>(address: string, signal: AbortSignal): Promise<Item[]> {
  try {
    const answer = await fetch(address, { signal })
    return answer.ok ? ((await answer.json()) as { items: Item[] }).items : []
  } catch {
    return []
  }
}
