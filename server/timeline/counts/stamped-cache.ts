import 'server-only'
import { LRUCache } from 'lru-cache'
import type { Stamp } from './stamp'

/** Something may be held back until an hour that comes by itself, without a write. */
const LONGEST_MS = 60_000

type Cached<T> = { stamp: Stamp; at: number; value: T }

/** Either a number of values, or a total of what `sizeOf` says of each. */
type Bounds<T> = { max: number } | { maxSize: number; sizeOf: (value: T) => number }

/**
 * Values in memory, each true for as long as the workspace is in the state that its stamp names, and
 * for a minute at most. Beyond the bounds the one that was not used for longest goes.
 */
export class StampedCache<T> {
  private readonly all: LRUCache<string, Cached<T>>

  constructor(bounds: Bounds<T>) {
    const ttl = LONGEST_MS
    this.all =
      'max' in bounds
        ? new LRUCache({ max: bounds.max, ttl })
        : new LRUCache({
            maxSize: bounds.maxSize,
            // One that is larger than all may be is cached still, alone.
            sizeCalculation: ({ value }) => clamp(bounds.sizeOf(value), 1, bounds.maxSize),
            ttl,
          })
  }

  /** The value under a key, where it is true in this state. */
  get(key: string, stamp: Stamp): T | undefined {
    const cached = this.all.get(key)
    return cached?.stamp === stamp ? cached.value : undefined
  }

  /** The value under a key, from whatever state, and how many milliseconds ago it was read. */
  getStale(key: string): { value: T; age: number } | undefined {
    const cached = this.all.get(key)
    return cached && { value: cached.value, age: Date.now() - cached.at }
  }

  set(key: string, stamp: Stamp, value: T): T {
    this.all.set(key, { stamp, at: Date.now(), value })
    return value
  }
}

function clamp(size: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, size))
}
