'use client'

import { useEffect, useState } from 'react'
import { lookUp } from './look-up'

const PAUSE_MS = 120
const NONE: never[] = []

/**
 * What an address answers with (`{ items }`) while somebody types; nothing without an address. The
 * items of the words before stay in sight until the new ones arrive. Where the server cannot be asked
 * there are none, `failed` says so, and what was typed stands.
 *
 * @param pause how many milliseconds without another address are waited for
 */
export function useLookup<Item>(
  address: string | null,
  pause = PAUSE_MS,
): { items: Item[]; waiting: boolean; failed: boolean } {
  const [found, setFound] = useState<{ address: string; items: Item[] | null }>({
    address: '',
    items: [],
  })
  useEffect(() => {
    if (!address) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      void lookUp<Item>(address, stop.signal).then((items) => {
        if (!stop.signal.aborted) setFound({ address, items })
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [address, pause])
  if (!address) return { items: [], waiting: false, failed: false }
  const waiting = found.address !== address
  return { items: found.items ?? NONE, waiting, failed: !waiting && found.items === null }
}
