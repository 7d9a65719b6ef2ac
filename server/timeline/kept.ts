import 'server-only'
import type { Counts } from '@/lib/timeline/counts'
import { noFilter } from '@/lib/timeline/filters'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { eyesOf } from './eyes'
import { stampOf, type Stamp } from './stamp'
import { countTally, readTally, type Tally } from './tally'
import { filteredEntries } from './where'

/** What was read under a stamp, and when. */
export type Kept<T> = Stamp & { at: number; value: T }

/** Something may be kept back until an hour that comes by itself, without a write. */
const LONGEST_MS = 60_000
/** Each up to a megabyte, for a campaign of 100,000 entries. */
const MOST_KEPT = 50

/** A whole campaign as one viewer sees it. */
export type Tallied = { tally: Tally; counts: Counts }

const tallies = new Map<string, Kept<Tallied>>()

/** The counts of a whole campaign as this viewer sees it. */
export async function keptCounts(tx: Tx, viewer: Viewer, campaignId: string): Promise<Counts> {
  return (await keptTally(tx, viewer, campaignId, await stampOf(tx, viewer))).counts
}

/**
 * The tally of a whole campaign as this viewer sees it: kept in memory, and counted anew after any
 * write in the workspace. Counting 100,000 entries takes a hundred times as long as a page of them.
 */
export async function keptTally(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  stamp: Stamp,
): Promise<Tallied> {
  const key = eyesOf(viewer, campaignId)
  const kept = tallies.get(key)
  if (kept && isTrue(kept, stamp)) return kept.value
  const where = await filteredEntries(tx, viewer, campaignId, noFilter)
  const { tally } = await readTally(tx, where)
  return keep(tallies, key, stamp, { tally, counts: countTally(tally) }, MOST_KEPT)
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
