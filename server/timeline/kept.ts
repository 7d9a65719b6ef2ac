import 'server-only'
import type { Counts } from '@/lib/timeline/counts'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { eyesOf } from './eyes'
import { stampOf, type Stamp } from './stamp'
import { countTally, readCampaignTally, type Tally } from './tally'
import { foldSoon } from './tally-folding'

/** What was read under a stamp, and when. */
export type Kept<T> = { stamp: Stamp; at: number; value: T }

/** Something may be kept back until an hour that comes by itself, without a write. */
const LONGEST_MS = 60_000
/** Each up to a megabyte, for a campaign of 100,000 entries. */
const MOST_KEPT = 50

/** Rows of sums that writes may add before somebody's reading has them folded. */
const MOST_UNFOLDED = 1_000

/** A whole campaign as one viewer sees it. */
export type Tallied = { tally: Tally; counts: Counts }

const tallies = new Map<string, Kept<Tallied>>()
const underWay = new Map<string, Promise<Tallied>>()

/** The counts of a whole campaign as this viewer sees it. */
export async function keptCounts(tx: Tx, viewer: Viewer, campaignId: string): Promise<Counts> {
  return (await keptTally(tx, viewer, campaignId, await stampOf(tx, viewer))).counts
}

/**
 * The tally of a whole campaign as this viewer sees it: kept in memory until the next write in the
 * workspace, and then read again from the sums that the writes themselves have kept. Of many who ask
 * at once one reads.
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
  const turn = `${stamp} ${key}`
  const reading = underWay.get(turn) ?? readTallied(tx, viewer, campaignId)
  underWay.set(turn, reading)
  try {
    return keep(tallies, key, stamp, await reading, MOST_KEPT)
  } finally {
    underWay.delete(turn)
  }
}

async function readTallied(tx: Tx, viewer: Viewer, campaignId: string): Promise<Tallied> {
  const { tally, rows } = await readCampaignTally(tx, viewer, campaignId)
  if (rows > 2 * tally.length + MOST_UNFOLDED) foldSoon(viewer)
  return { tally, counts: countTally(tally) }
}

/** Keeps a value under a stamp; beyond `most` of them the one that was kept first goes. */
export function keep<T>(
  all: Map<string, Kept<T>>,
  key: string,
  stamp: Stamp,
  value: T,
  most: number,
): T {
  all.delete(key)
  all.set(key, { stamp, at: Date.now(), value })
  const [oldest] = all.keys()
  if (all.size > most && oldest !== undefined) all.delete(oldest)
  return value
}

/** Whether what was kept is still what would be read. */
export function isTrue(kept: Kept<unknown>, stamp: Stamp): boolean {
  return kept.stamp === stamp && Date.now() - kept.at <= LONGEST_MS
}
