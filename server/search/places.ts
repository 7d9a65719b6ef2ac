import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { lineOf, type FoundRecord } from '@/lib/search/filters'
import { placeAt, placeLabels, type Place, type PlaceAddress } from '@/lib/search/places'
import { allOf, anyOf, type Meaning } from '@/lib/search/tsquery'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { isUuid } from '../ids'
import { plannedOnce } from '../statement-names'
import { campaignsVisibleSql } from '../timeline/filter/visible'
import { lookFor } from './find'
import { offers } from './offers'
import { exactMeanings, fuzzyMeanings } from './vocabulary'

const MOST_OF_A_KIND = 5
// Those that some member may not see are taken out afterwards; so a few more are read.
const MOST_READ = 30
// Words that stand in thousands of entries are ranked among the newest of them alone.
const MOST_RANKED = 2_000
const MOST_NAMED = 5_000
const MOST_PATHS = 10

const RECORDS = Object.keys(placeLabels) as Place['record'][]

/**
 * Offers campaigns, demands, organizations, people, entries and sources for what somebody has typed
 * so far, a few of each by their titles and names: words in any order, each whole or only begun,
 * typing errors forgiven.
 *
 * @throws AppError `forbidden` for readers of a share.
 */
export async function findPlaces(viewer: Viewer, typed: string): Promise<Place[]> {
  requireMember(viewer)
  const line = lineOf(typed, 200)
  return withViewer(viewer, async (tx) => {
    const exact = await exactMeanings(tx, line)
    if (exact.length === 0) return []
    const campaigns = await campaignsNamed(tx, viewer, line)
    const fuzzy = await fuzzyMeanings(tx, exact, { named: false })
    const ids = await idsByRecord(tx, exact, fuzzy)
    const found = await read(tx, viewer, ids)
    return [...campaigns, ...found.flatMap((places) => places.slice(0, MOST_OF_A_KIND))]
  })
}

/**
 * The records at these paths of ours, in their order, without those that are gone and those that the
 * member may not see. At most ten are read.
 *
 * @throws AppError `forbidden` for readers of a share.
 */
export async function placesAt(viewer: Viewer, paths: readonly string[]): Promise<Place[]> {
  requireMember(viewer)
  const asked = paths.slice(0, MOST_PATHS).flatMap((path) => placeAt(path) ?? [])
  if (asked.length === 0) return []
  return withViewer(viewer, async (tx) => {
    const ids: Record<FoundRecord, string[]> = {
      ...{ demand: [], organization: [], person: [], entry: [], source: [] },
    }
    for (const place of asked)
      if ('id' in place && isUuid(place.id)) ids[place.record].push(place.id)
    const demands = await demandsAt(tx, viewer, asked)
    ids.demand = demands.map(({ id }) => id)
    const slugs = asked.flatMap((place) => (place.record === 'campaign' ? place.slug : []))
    const campaigns =
      slugs.length === 0
        ? []
        : await campaignsWhere(tx, viewer, Prisma.sql`c.slug = any(${slugs}::text[])`)
    const found = [...campaigns, ...(await read(tx, viewer, ids)).flat()]
    const keys = asked.map((place) =>
      'id' in place
        ? place.id
        : 'number' in place
          ? demands.find((one) => one.number === place.number && one.slug === place.slug)?.id
          : `/campaigns/${place.slug}`,
    )
    return [...new Set(keys)].flatMap(
      (key) => found.find(({ id, href }) => id === key || href === key) ?? [],
    )
  })
}

// Ranked within each kind of record by how many words are there as typed, or at least begun.
async function idsByRecord(
  tx: Tx,
  exact: readonly Meaning[],
  fuzzy: readonly Meaning[],
): Promise<Record<FoundRecord, string[]>> {
  const asked = (weights: string) => allOf(fuzzy.map(({ forms }) => anyOf(forms, weights)))
  const whole = exact.map(({ forms }) => anyOf(forms, 'AB'))
  const begun = fuzzy.map(({ typed, forms }) =>
    anyOf(forms.filter((form) => form.startsWith(typed)).concat(typed), 'AB'),
  )
  await lookFor(tx, asked('AB'))
  const titled = Prisma.sql`words @@ ${asked('A')}::tsquery`
  const rows = await tx.$queryRaw<{ record: FoundRecord; id: string }[]>`
    with asked as materialized (
      select w.query::tsquery as query, w.begun::tsquery as begun
        from unnest(${whole}::text[], ${begun}::text[]) w(query, begun)),
    found as (
      (select record, record_id, words from search_document
        where record = 'entry' and ${titled} order by first_day desc limit ${MOST_RANKED})
      union all
      (select record, record_id, words from search_document
        where record <> 'entry' and (record <> 'demand' or ${titled}) limit ${MOST_NAMED})),
    ranked as (
      select record, record_id, row_number() over (
               partition by record order by
                 (select count(*) filter (where words @@ query) + count(*) filter (where words @@ begun)
                    from asked) desc, length(words), record_id desc) as place
        from found)
    select record, record_id as id from ranked where place <= ${MOST_READ} order by record, place`
  const ids: Record<FoundRecord, string[]> = {
    ...{ demand: [], organization: [], person: [], entry: [], source: [] },
  }
  for (const { record, id } of rows) ids[record].push(id)
  return ids
}

/** The records of these ids, kind by kind, each in the order of the ids. */
async function read(
  tx: Tx,
  viewer: Viewer,
  ids: Record<FoundRecord, string[]>,
): Promise<Place[][]> {
  const found: Place[][] = []
  for (const record of RECORDS) {
    if (record === 'campaign' || ids[record].length === 0) continue
    const order = new Map(ids[record].map((id, index) => [id, index]))
    const items = await offers[record](tx, viewer, ids[record])
    items.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    found.push(items.map((item) => ({ ...item, record })))
  }
  return found
}

function campaignsNamed(tx: Tx, viewer: Viewer, line: string): Promise<Place[]> {
  return campaignsWhere(
    tx,
    viewer,
    Prisma.sql`not exists (
      select from unnest(string_to_array(search_fold(${line}), ' ')) w(word)
       where strpos(' ' || search_fold(c.title), ' ' || word) = 0)`,
  )
}

async function campaignsWhere(tx: Tx, viewer: Viewer, more: Prisma.Sql): Promise<Place[]> {
  const rows = await tx.$queryRaw<{ id: string; slug: string; title: string }[]>`${plannedOnce}
    select c.id, c.slug, c.title from campaign c
     where ${campaignsVisibleSql(viewer)} and ${more}
     order by lower(c.title), c.id limit ${MOST_PATHS}`
  return rows.map(({ id, slug, title }) => ({
    ...{ id, name: title, note: '', record: 'campaign' as const },
    href: `/campaigns/${slug}`,
  }))
}

async function demandsAt(tx: Tx, viewer: Viewer, asked: readonly PlaceAddress[]) {
  const wanted = asked.flatMap((place) =>
    place.record === 'demand' ? { number: place.number, campaign: { slug: place.slug } } : [],
  )
  if (wanted.length === 0) return []
  const rows = await tx.demand.findMany({
    where: { AND: [demandsVisibleTo(viewer), { OR: wanted }] },
    select: { id: true, number: true, campaign: { select: { slug: true } } },
  })
  return rows.map(({ campaign, ...row }) => ({ ...row, slug: campaign.slug }))
}
