import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { FoundRecord, SearchFilters } from '@/lib/search/filters'
import { allOf, anyOf, type Meaning } from '@/lib/search/tsquery'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { GOES_ON, todaySql } from '../timeline/filter/lasting'
import { plannedOnce } from '../statement-names'

/** A record that was found: its rank, and the day that orders equals, as an ISO day. */
export type Hit = { record: FoundRecord; id: string; rank: number; day: string }

/** What the index is asked: every word with its meanings, and whose records alone count. */
export type Question = {
  exact: readonly Meaning[]
  fuzzy: readonly Meaning[] | null
  /** What the exact words ask of the index, once it is known. */
  asTyped?: string
  organizations: string[] | null
  people: string[] | null
  filters: Pick<SearchFilters, 'record' | 'kind' | 'from' | 'to'>
}

/**
 * Finds records whose words and names answer to all that was typed, best first: exact words before
 * fuzzy ones, then by weight of the place where they stand, then the newest.
 *
 * Who may see what is asked here too, so that pages are full; `readResults` asks policy.ts again.
 */
export async function findHits(
  tx: Tx,
  viewer: Viewer,
  question: Question,
  beyond: Hit | null,
  limit: number,
): Promise<Hit[]> {
  const { exact, fuzzy, organizations, people } = question
  // A word that no record has needs no look at the records.
  if (!areKnown(fuzzy ?? exact)) return []
  const asTyped = areKnown(exact) ? (question.asTyped ??= await queryOf(tx, exact)) : null
  const search = allOf([
    fuzzy ? await queryOf(tx, fuzzy) : (asTyped ?? ''),
    organizations ? anyOf(organizations.map((id) => `o:${id}`)) : '',
    people ? anyOf(people.map((id) => `p:${id}`)) : '',
  ])
  const first =
    fuzzy && asTyped !== null
      ? Prisma.sql`(case when words @@ ${asTyped}::tsquery then 1000 else 0 end) +`
      : Prisma.empty
  // Names count where they stand, not by reference: a name of many would weigh as many words.
  const ranked = allOf((fuzzy ?? exact).map(({ forms }) => anyOf(forms)))
  const rank =
    ranked === ''
      ? Prisma.sql`0`
      : Prisma.sql`${first} floor(ts_rank(words, ${ranked}::tsquery) * 20)::int
          + case when record in ('organization', 'person') then ${NAMED_FIRST} else 0 end`
  const conditions = [
    ...(await seenBy(tx, viewer)),
    ...narrowedBy(question.filters),
    Prisma.sql`(campaign_id is null
      or campaign_id in (select id from campaign where trashed_at is null))`,
  ]
  const after = beyond
    ? Prisma.sql`where (rank, day, record_id) < (${beyond.rank}, ${beyond.day}::date, ${beyond.id}::uuid)`
    : Prisma.empty
  await lookFor(tx, search)
  return tx.$queryRaw<Hit[]>`
    select record, record_id as id, rank, day::text as day
      from (select record, record_id, ${rank} as rank, coalesce(first_day, '0001-01-01') as day
              from (select record, record_id, first_day, words
                      from search_document where ${Prisma.join(conditions, ' and ')}
                     order by record = 'entry', first_day desc nulls last, record_id desc
                     limit ${MOST_RANKED}) newest) found
     ${after}
     order by found.rank desc, found.day desc, found.record_id desc limit ${limit}`
}

/** The organizations or people whose names have all these words. */
export async function namesAnswering(
  tx: Tx,
  record: 'organization' | 'person',
  meanings: readonly Meaning[],
): Promise<string[]> {
  await lookFor(tx, allOf(meanings.map(({ forms }) => anyOf(forms, 'AB'))))
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select record_id as id from search_document
     where record <> 'entry' and record = ${record} limit ${MOST_NAMES}`
  return rows.map(({ id }) => id)
}

/** Says to row security which words are looked for, until the transaction ends or the next call. */
export async function lookFor(tx: Tx, query: string): Promise<void> {
  await tx.$executeRaw`select set_config('app.search', ${query}, true)`
}

const MOST_NAMES = 100
// Words that stand in more entries than these are ranked among the newest of them.
const MOST_RANKED = 20_000
// A bearer of the name comes before all that speaks of them; a title's word weighs twelve.
const NAMED_FIRST = 4

function areKnown(meanings: readonly Meaning[]): boolean {
  return meanings.every(({ known }) => known)
}

// A word also stands for everybody in whose name it is: their entries carry references to them.
async function queryOf(tx: Tx, meanings: readonly Meaning[]): Promise<string> {
  const rows = await bearersOf(tx, meanings)
  return allOf(
    meanings.map(({ forms }, index) =>
      anyOf([
        ...forms,
        ...rows
          .filter(({ places }) => places.includes(index + 1))
          .map(({ reference }) => reference),
      ]),
    ),
  )
}

async function bearersOf(tx: Tx, meanings: readonly Meaning[]) {
  const named = meanings.map(({ forms }) => anyOf(forms, 'AB'))
  const asked = named.filter((_, index) => meanings[index]?.named)
  if (asked.length === 0) return []
  await lookFor(tx, asked.join(' | '))
  // Each query is read once here, and not once for each name.
  return tx.$queryRaw<{ reference: string; places: number[] }[]>`${plannedOnce}
    with asked as materialized (
      select t.query::tsquery as query, t.place::int as place
        from unnest(${named}::text[]) with ordinality t(query, place))
    select left(record, 1) || ':' || record_id as reference, places
      from (select record, record_id,
                   array(select place from asked where words @@ query) as places,
                   length(words) as words
              from search_document
             where record <> 'entry' and record in ('organization', 'person')) named
     order by words limit ${MOST_NAMES}`
}

// The same as entriesVisibleTo and demandsVisibleTo, over the columns that the index has.
async function seenBy(tx: Tx, viewer: Viewer): Promise<Prisma.Sql[]> {
  if (viewer.kind === 'system') return []
  if (viewer.kind === 'share') return [Prisma.sql`false`]
  if (viewer.role === 'owner' || viewer.role === 'editor') return []
  const own =
    viewer.role === 'contributor'
      ? Prisma.sql`or created_by = ${viewer.memberId}::uuid`
      : Prisma.empty
  const hidden = await tx.demand.findMany({
    where: { NOT: demandsVisibleTo(viewer), trashedAt: null },
    select: { id: true },
  })
  return [
    Prisma.sql`(record <> 'entry' or status = 'published' ${own})`,
    Prisma.sql`(record <> 'demand' or record_id <> all(${hidden.map(({ id }) => id)}::uuid[]))`,
  ]
}

function narrowedBy({ record, kind, from, to }: Question['filters']): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (record) conditions.push(Prisma.sql`record = ${record}`)
  // A document has an entry's first kind alone.
  if (kind)
    conditions.push(Prisma.sql`record = 'entry' and (kind = ${kind} or record_id = any(array(
      select e.id from entry e where e.also_kind = ${kind}::entry_kind)))`)
  if (from)
    conditions.push(Prisma.sql`record = 'entry' and (last_day >= ${from}::date or record_id = any(array(
      select e.id from entry e where ${GOES_ON} and ${todaySql()} >= ${from}::date)))`)
  if (to) conditions.push(Prisma.sql`record = 'entry' and first_day <= ${to}::date`)
  return conditions
}
