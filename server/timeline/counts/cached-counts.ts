import 'server-only'
import type { Counts } from '@/lib/timeline/counts'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { cacheKey } from './cache-key'
import { stampOf, type Stamp } from './stamp'
import { StampedCache } from './stamped-cache'
import { countTally, readCampaignTally, type Tally } from './tally'
import { foldSoon } from './tally-folding'

/** Rows of sums that writes may add before somebody's reading has them folded. */
const MOST_UNFOLDED = 1_000

/** A whole campaign as one viewer sees it. */
type CampaignTally = { tally: Tally; counts: Counts }

// Each up to a megabyte, for a campaign of 100,000 entries.
const tallies = new StampedCache<CampaignTally>({ max: 50 })
const inFlight = new Map<string, Promise<CampaignTally>>()

/** The counts of a whole campaign as this viewer sees it. */
export async function cachedCounts(tx: Tx, viewer: Viewer, campaignId: string): Promise<Counts> {
  return (await cachedTally(tx, viewer, campaignId, await stampOf(tx, viewer))).counts
}

/**
 * The tally of a whole campaign as this viewer sees it: cached until the next write in the
 * workspace, and then read again from the sums that the writes themselves add to. Of many who ask
 * at once one reads.
 */
export async function cachedTally(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  stamp: Stamp,
): Promise<CampaignTally> {
  const key = cacheKey(viewer, campaignId)
  const cached = tallies.get(key, stamp)
  if (cached) return cached
  const state = `${stamp} ${key}`
  const reading = inFlight.get(state) ?? readTally(tx, viewer, campaignId)
  inFlight.set(state, reading)
  try {
    return tallies.set(key, stamp, await reading)
  } finally {
    inFlight.delete(state)
  }
}

async function readTally(tx: Tx, viewer: Viewer, campaignId: string): Promise<CampaignTally> {
  const { tally, rows } = await readCampaignTally(tx, viewer, campaignId)
  if (rows > 2 * tally.length + MOST_UNFOLDED) foldSoon(viewer)
  return { tally, counts: countTally(tally) }
}
