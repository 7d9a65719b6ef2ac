import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { lineOf } from '@/lib/search/filters'
import type { LookupItem } from '@/lib/search/result'
import { allOf, anyOf, type Meaning } from '@/lib/search/tsquery'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { idsInCampaign } from '../in-campaign'
import { lookFor } from './find'
import { offers } from './offers'
import { exactMeanings, fuzzyMeanings } from './vocabulary'

/** What a field can look up while a name is typed. */
export const LOOKUP_KINDS = ['organization', 'person', 'demand', 'source', 'entry'] as const
/** One of the records that a field can look up. */
export type LookupKind = (typeof LOOKUP_KINDS)[number]

const MOST_OFFERED = 10
// Demands and entries that some member may not see are taken out afterwards; so a few more are read.
const MOST_READ = 60
// Words that stand in thousands of entries are ranked among the newest of them alone.
const MOST_RANKED = 2_000

/**
 * Offers up to ten records for what somebody has typed so far: words in any order, each whole or
 * only begun, also by other names, typing errors forgiven. Those with the words themselves come
 * first.
 *
 * @param campaignId the campaign whose records alone are offered
 * @throws AppError `forbidden` for readers of a share.
 */
export async function lookUp(
  viewer: Viewer,
  kind: LookupKind,
  typed: string,
  campaignId?: string,
): Promise<LookupItem[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const exact = await exactMeanings(tx, lineOf(typed, 200))
    if (exact.length === 0) return []
    const fuzzy = await fuzzyMeanings(tx, exact, { named: kind !== 'entry' })
    const ids = await idsAnswering(tx, kind, exact, fuzzy, campaignId)
    const items = await offers[kind](tx, viewer, ids)
    const place = new Map(ids.map((id, index) => [id, index]))
    return items
      .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
      .slice(0, MOST_OFFERED)
  })
}

// Ranked by how many words are there as typed, or at least begun; of equals the shorter name.
async function idsAnswering(
  tx: Tx,
  kind: LookupKind,
  exact: readonly Meaning[],
  fuzzy: readonly Meaning[],
  campaignId: string | undefined,
): Promise<string[]> {
  const weights = kind === 'demand' || kind === 'entry' ? 'A' : 'AB'
  const whole = exact.map(({ forms }) => anyOf(forms, weights))
  const begun = fuzzy.map(({ typed, forms }) =>
    anyOf(forms.filter((form) => form.startsWith(typed)).concat(typed), weights),
  )
  const here = !campaignId
    ? Prisma.empty
    : kind === 'demand' || kind === 'entry'
      ? Prisma.sql`and campaign_id = ${campaignId}::uuid`
      : Prisma.sql`and record_id in (${idsInCampaign(kind, campaignId)})`
  await lookFor(tx, allOf(fuzzy.map(({ forms }) => anyOf(forms, weights))))
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with asked as materialized (
      select w.query::tsquery as query, w.begun::tsquery as begun
        from unnest(${whole}::text[], ${begun}::text[]) w(query, begun))
    select id from (
      select record_id as id, words from search_document
       where ${kind === 'entry' ? Prisma.sql`record = 'entry'` : Prisma.sql`record <> 'entry' and record = ${kind}`} ${here}
       ${kind === 'entry' ? Prisma.sql`order by first_day desc limit ${MOST_RANKED}` : Prisma.empty}) found
     order by (select count(*) filter (where words @@ query) + count(*) filter (where words @@ begun)
                 from asked) desc,
              length(words), id desc
     limit ${MOST_READ}`
  return rows.map(({ id }) => id)
}
