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
import type { Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { filteredEntries } from '../filter/where'
import { cacheKey } from './cache-key'
import { listChoices, type AskedFacet } from './choices'
import { stampOf, type Stamp } from './stamp'
import { StampedCache } from './stamped-cache'

/** Choices may lag behind a write by this much; numbers that say what is shown never do. */
const LAG_MS = 15_000

// Each is one facet under one filter.
const facets = new StampedCache<Facet>({ max: 1_000 })
const inFlight = new Map<string, Promise<void>>()

/**
 * The choices of a campaign's filters, each counted under what the other counted ask. A few seconds
 * old at most: while newer ones are counted, the earlier ones are shown.
 *
 * Facets of which nothing is chosen stand under one condition and are counted by one statement;
 * each that narrows needs one more, and most of those were counted on the way to this filter.
 */
export async function cachedChoices(
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
    const key = `${cacheKey(viewer, campaignId)} ${query} ${JSON.stringify(asked)}`
    const cached = facets.get(key, stamp)
    if (cached) {
      found[facet] = cached
      continue
    }
    const stale = facets.getStale(key)
    // A name that was withdrawn from shares must not linger there.
    const lags = stale && viewer.kind !== 'share' && stale.age < LAG_MS
    if (lags) found[facet] = stale.value
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
    if (value) facets.set(key, stamp, value)
  }
  return found
}

function renew(viewer: Viewer, campaignId: string, one: Missing): void {
  const key = JSON.stringify(one.asked)
  if (inFlight.has(key)) return
  const work = withViewer(viewer, async (tx) => {
    await countFacets(tx, viewer, campaignId, await stampOf(tx, viewer), one)
  })
    .catch((error: unknown) => console.error('Counting the choices of a filter failed.', error))
    .finally(() => inFlight.delete(key))
  inFlight.set(key, work)
}
