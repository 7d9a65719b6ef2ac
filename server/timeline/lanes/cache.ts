import 'server-only'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { cacheKey } from '../counts/cache-key'
import { stampOf, type Stamp } from '../counts/stamp'
import { StampedCache } from '../counts/stamped-cache'

type Sized = { size: number; value: unknown }

// Counted in groups of entries, of about 150 bytes each.
const all = new StampedCache<Sized>({ maxSize: 300_000, sizeOf: ({ size }) => size })

/** What was read of a campaign for a viewer since the last write in the workspace. */
export class LanesCache {
  private constructor(
    private readonly key: string,
    private readonly stamp: Stamp,
  ) {}

  /** Opens the cache of those who see what this viewer sees. */
  static async of(tx: Tx, viewer: Viewer, campaignId: string): Promise<LanesCache> {
    return new LanesCache(cacheKey(viewer, campaignId), await stampOf(tx, viewer))
  }

  /** What is cached under a name, or what `make` gives; `sizeOf` says how many groups that holds. */
  async get<T>(name: string, make: () => Promise<T>, sizeOf: (value: T) => number): Promise<T> {
    const key = `${this.key} ${name}`
    const cached = all.get(key, this.stamp)
    // A name is used for values of one type alone.
    if (cached) return cached.value as T
    const value = await make()
    all.set(key, this.stamp, { size: sizeOf(value), value })
    return value
  }
}
