import 'server-only'
import type { Counts } from '@/lib/timeline/counts'
import { noFilter } from '@/lib/timeline/filters'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { countEntries } from './counts'
import { eyesOf } from './eyes'
import { stampOf, type Stamp } from './stamp'
import { filteredEntries } from './where'

/** What was read under a stamp, and when. */
export type Kept<T> = Stamp & { at: number; value: T }

/** Something may be kept back until an hour that comes by itself, without a write. */
const LONGEST_MS = 60_000
const MOST_KEPT = 200

const counts = new Map<string, Kept<Counts>>()

/**
 * The counts of a whole campaign as this viewer sees it: kept in memory, and counted anew after any
 * write in the workspace. Counting 100,000 entries takes a hundred times as long as a page of them.
 */
export async function keptCounts(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  known?: Stamp,
): Promise<Counts> {
  const key = eyesOf(viewer, campaignId)
  const stamp = known ?? (await stampOf(tx, viewer))
  const kept = counts.get(key)
  if (kept && isTrue(kept, stamp)) return kept.value
  const where = await filteredEntries(tx, viewer, campaignId, noFilter)
  const value = await countEntries(tx, where)
  return keep(counts, key, stamp, value, MOST_KEPT)
}

/** Keeps a value under a stamp; beyond `most` of them the one that was kept first goes. */
export function keep<T>(
  all: Map<string, Kept<T>>,
  key: string,
  { stamp, settled }: Stamp,
  value: T,
  most: number,
): T {
  all.delete(key)
  all.set(key, { stamp, settled, at: Date.now(), value })
  const [oldest] = all.keys()
  if (all.size > most && oldest !== undefined) all.delete(oldest)
  return value
}

/** Whether what was kept is still what would be read. */
export function isTrue(kept: Kept<unknown>, { stamp }: Stamp): boolean {
  return kept.stamp === stamp && kept.settled && Date.now() - kept.at <= LONGEST_MS
}
