import 'server-only'
import type { Choices, Facet } from '@/lib/timeline/counts'
import {
  chosenOf,
  facetNames,
  plainPanel,
  withoutFacet,
  type PanelRequest,
} from '@/lib/timeline/facets'
import { filterParams, noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import type { Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { listChoices, type AskedFacet } from './choices'
import { eyesOf } from './eyes'
import { isTrue, keep, type Kept } from './kept'
import { stampOf, type Stamp } from './stamp'
import { filteredEntries } from './where'

/** Choices may lag behind a write by this much; numbers that say what is shown never do. */
const LAG_MS = 15_000
/** Facets of one filter each. */
const MOST_KEPT = 1_000

const counted = new Map<string, Kept<Facet>>()
const underWay = new Map<string, Promise<void>>()

/**
 * The choices of a campaign's filters, each counted under what the other counted ask. A few seconds
 * old at most: while newer ones are counted, the earlier ones are shown.
 *
 * Facets of which nothing is chosen stand under one condition and are counted by one statement;
 * each that narrows needs one more, and most of those were counted on the way to this filter.
 */
export async function keptChoices(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  filter: TimelineFilter = noFilter,
  { find }: PanelRequest = plainPanel,
): Promise<Choices> {
  const stamp = await stampOf(tx, viewer)
  const found: Partial<Choices> = {}
  const missing = new Map<string, Missing>()
  const old = new Map<string, Missing>()
  for (const facet of facetNames) {
    const rest = withoutFacet(filter, facet)
    const query = filterParams(rest).toString()
    const asked = {
      ...{ facet, chosen: chosenOf(filter, facet) },
      find: (find as Partial<Record<string, string>>)[facet] ?? '',
    }
    const key = `${eyesOf(viewer, campaignId)} ${query} ${JSON.stringify(asked)}`
    const known = counted.get(key)
    if (known) found[facet] = known.value
    if (known && isTrue(known, stamp)) continue
    // A name that was withdrawn from shares must not linger there.
    const lags = known && viewer.kind !== 'share' && Date.now() - known.at < LAG_MS
    const later = lags ? old : missing
    later.set(query, {
      filter: rest,
      asked: [...(later.get(query)?.asked ?? []), { key, ...asked }],
    })
  }
  for (const one of missing.values())
    Object.assign(found, await countFacets(tx, viewer, campaignId, stamp, one))
  for (const one of old.values()) renew(viewer, campaignId, one)
  return found as Choices
}

type Missing = { filter: TimelineFilter; asked: (AskedFacet & { key: string })[] }

async function countFacets(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  stamp: Stamp,
  { filter, asked }: Missing,
): Promise<Partial<Choices>> {
  const where = await filteredEntries(tx, viewer, campaignId, filter)
  const found = await listChoices(tx, viewer, where, asked)
  for (const { facet, key } of asked) {
    const value = found[facet]
    if (value) keep(counted, key, stamp, value, MOST_KEPT)
  }
  return found
}

function renew(viewer: Viewer, campaignId: string, one: Missing): void {
  const key = JSON.stringify(one.asked)
  if (underWay.has(key)) return
  const work = withViewer(viewer, async (tx) => {
    await countFacets(tx, viewer, campaignId, await stampOf(tx, viewer), one)
  })
    .catch((error: unknown) => console.error('Counting the choices of a filter failed.', error))
    .finally(() => underWay.delete(key))
  underWay.set(key, work)
}
