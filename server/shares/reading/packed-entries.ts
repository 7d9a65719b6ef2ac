import 'server-only'
import { LRUCache } from 'lru-cache'
import type { SharedEntry } from '@/lib/shares/record'
import type { Withholder } from '@/lib/people/withholder'

/** Of all links together, in bytes. */
const MOST_BYTES = 32_000_000
/** A place may be told at an hour that comes without a write, so nothing is kept for longer. */
const LONGEST_MS = 60_000

/** Entries as text, which costs a tenth of what the objects do, and no collection of garbage. */
export class PackedEntries implements Iterable<SharedEntry> {
  readonly #all: readonly Buffer[]

  constructor(all: readonly Buffer[]) {
    this.#all = all
  }

  get length(): number {
    return this.#all.length
  }

  *[Symbol.iterator](): Iterator<SharedEntry> {
    for (const one of this.#all) yield JSON.parse(one.toString()) as SharedEntry
  }
}

export function packed(entry: SharedEntry): Buffer {
  return Buffer.from(JSON.stringify(entry))
}

/** What the entries of a link look like to its readers, in one state of the workspace. */
export type KnownEntries = {
  state: string
  names: Withholder
  bytes: number
  byId: Map<string, Buffer>
}

const known = new LRUCache<string, KnownEntries>({
  maxSize: MOST_BYTES,
  sizeCalculation: ({ bytes }) => Math.max(1, bytes),
  ttl: LONGEST_MS,
  ttlAutopurge: true,
})

/**
 * The entries of a link that are known in this state of the workspace and of the link; none where
 * it is another than before, or where other names are withheld.
 */
export function knownEntries(shareLinkId: string, state: string, names: Withholder): KnownEntries {
  const before = known.get(shareLinkId)
  if (before?.state === state && before.names === names) return before
  const fresh = { state, names, bytes: 0, byId: new Map<string, Buffer>() }
  known.delete(shareLinkId)
  known.set(shareLinkId, fresh)
  return fresh
}

/** Adds entries to those that are known, as far as there is room. */
export function learn(shareLinkId: string, to: KnownEntries, read: Map<string, Buffer>): void {
  for (const [id, entry] of read) {
    if (to.bytes + entry.length > MOST_BYTES) break
    to.byId.set(id, entry)
    to.bytes += entry.length
  }
  // Their time goes on from when the first of them was read.
  if (known.peek(shareLinkId) === to) known.set(shareLinkId, to, { noUpdateTTL: true })
}
