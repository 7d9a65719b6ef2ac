import 'server-only'
import { stampOf, type Stamp } from '../../timeline/counts/stamp'
import { StampedCache } from '../../timeline/counts/stamped-cache'
import type { Context } from './read'

/** What is the same on every page of a link, whatever its reader asks for, since the last write. */
export class LinkCache<T> {
  private readonly all: StampedCache<{ value: T }>

  /** @param max as many links. */
  constructor(max: number) {
    this.all = new StampedCache({ max })
  }

  /** What is cached for the link as its terms are now, or what `make` gives. */
  async get(
    { reader, terms, stamp }: Pick<Context, 'reader' | 'terms' | 'stamp'>,
    make: () => Promise<T>,
  ): Promise<T> {
    const { rules, scope, entryId, filter } = terms
    const { campaignId, shareLinkId } = reader
    const key = JSON.stringify([shareLinkId, campaignId, rules, scope, entryId, filter])
    const now = await stamp()
    const cached = this.all.get(key, now) ?? this.all.set(key, now, { value: await make() })
    return cached.value
  }
}

/** The stamp of what a transaction reads, asked once. */
export function stampOnce(...of: Parameters<typeof stampOf>): () => Promise<Stamp> {
  let stamp: Promise<Stamp> | null = null
  return () => (stamp ??= stampOf(...of))
}
