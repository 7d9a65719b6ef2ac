import 'server-only'
import type { Choices, Counts } from '@/lib/timeline/counts'
import { noFilter } from '@/lib/timeline/filters'
import type { Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { entriesVisibleTo } from '../policy'
import { listChoices } from './choices'
import { countEntries } from './counts'
import { stampOf, type Stamp } from './stamp'
import { filteredEntries } from './where'

type Kept<T> = Stamp & { at: number; value: T }

/** Something may be kept back until an hour that comes by itself, without a write. */
const LONGEST_MS = 60_000
/** Choices may lag behind a write by this much; numbers that say what is shown never do. */
const LAG_MS = 15_000
const MOST_KEPT = 200

const counts = new Map<string, Kept<Counts>>()
const choices = new Map<string, Kept<Choices>>()
const underWay = new Map<string, Promise<void>>()

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
  const key = keyOf(viewer, campaignId)
  const stamp = known ?? (await stampOf(tx, viewer))
  const kept = counts.get(key)
  if (kept && kept.stamp === stamp.stamp && kept.settled && !isOld(kept)) return kept.value
  const where = await filteredEntries(tx, viewer, campaignId, noFilter)
  const value = await countEntries(tx, where)
  return keep(counts, key, stamp, value)
}

/**
 * The choices of a whole campaign's filters with their counts. A few seconds old at most: while
 * newer ones are counted, the earlier ones are shown.
 */
export async function keptChoices(tx: Tx, viewer: Viewer, campaignId: string): Promise<Choices> {
  const key = keyOf(viewer, campaignId)
  const stamp = await stampOf(tx, viewer)
  const known = choices.get(key)
  if (known && known.stamp === stamp.stamp && known.settled && !isOld(known)) return known.value
  // A name that was withdrawn from shares must not linger there.
  if (known && viewer.kind !== 'share' && Date.now() - known.at < LAG_MS) {
    renew(viewer, campaignId, key)
    return known.value
  }
  return keep(choices, key, stamp, await countChoices(tx, viewer, campaignId))
}

async function countChoices(tx: Tx, viewer: Viewer, campaignId: string): Promise<Choices> {
  return listChoices(tx, viewer, await filteredEntries(tx, viewer, campaignId, noFilter))
}

function renew(viewer: Viewer, campaignId: string, key: string): void {
  if (underWay.has(key)) return
  const work = withViewer(viewer, async (tx) => {
    const stamp = await stampOf(tx, viewer)
    keep(choices, key, stamp, await countChoices(tx, viewer, campaignId))
  })
    .catch((error: unknown) => console.error('Counting the choices of a filter failed.', error))
    .finally(() => underWay.delete(key))
  underWay.set(key, work)
}

function keep<T>(all: Map<string, Kept<T>>, key: string, { stamp, settled }: Stamp, value: T): T {
  all.delete(key)
  all.set(key, { stamp, settled, at: Date.now(), value })
  const [oldest] = all.keys()
  if (all.size > MOST_KEPT && oldest !== undefined) all.delete(oldest)
  return value
}

// Two viewers under one condition of the policy see the same entries and may share their counts.
function keyOf(viewer: Viewer, campaignId: string): string {
  return JSON.stringify([viewer.kind === 'share', campaignId, entriesVisibleTo(viewer)])
}

function isOld({ at }: { at: number }): boolean {
  return Date.now() - at > LONGEST_MS
}
