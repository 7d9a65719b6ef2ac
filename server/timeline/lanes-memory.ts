import 'server-only'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { eyesOf } from './eyes'
import { stampOf, type Stamp } from './stamp'

type Kept = { stamp: Stamp; until: number; size: number; value: unknown }

/** Something may be kept back until an hour that comes by itself, without a write. */
const LONGEST_MS = 60_000
/** Groups kept in memory in all; about 150 bytes each. */
const MOST = 300_000

const all = new Map<string, Kept>()

/** What was read for a viewer since the last write in the workspace, and is true until the next one. */
export class Memory {
  private constructor(
    private readonly eyes: string,
    private readonly stamp: Stamp,
  ) {}

  /** Opens the memory of those who see what this viewer sees. */
  static async of(tx: Tx, viewer: Viewer, campaignId: string): Promise<Memory> {
    return new Memory(eyesOf(viewer, campaignId), await stampOf(tx, viewer))
  }

  /** What is kept under a name, or what `make` gives; `sizeOf` says how many groups that holds. */
  async get<T>(name: string, make: () => Promise<T>, sizeOf: (value: T) => number): Promise<T> {
    const key = `${this.eyes} ${name}`
    const known = all.get(key)
    all.delete(key)
    if (known && known.stamp === this.stamp && Date.now() < known.until) {
      // Put last, since the first ones go first.
      all.set(key, known)
      return known.value as T
    }
    const value = await make()
    all.set(key, {
      stamp: this.stamp,
      until: Date.now() + LONGEST_MS,
      size: sizeOf(value),
      value,
    })
    forget(key)
    return value
  }
}

function forget(newest: string): void {
  let size = 0
  for (const kept of all.values()) size += kept.size
  for (const [key, kept] of all) {
    if (size <= MOST || key === newest) return
    all.delete(key)
    size -= kept.size
  }
}
