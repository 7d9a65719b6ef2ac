import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { EntryKind, Lane } from '@/lib/kinds/names'
import type { EntryStatus } from '@/lib/schemas/words'
import type { Counts } from '@/lib/timeline/counts'
import { isEmptyFilter, type TimelineFilter } from '@/lib/timeline/filters'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { EXACT_DATE } from '../filter/certainty'
import { talliesVisibleSql } from '../filter/visible'

/** How many entries are alike in all that counts go by; `month` counts from the year 0. */
type Alike = [
  month: number,
  lane: Lane,
  kind: EntryKind,
  status: EntryStatus,
  exact: boolean,
  raises: boolean,
  count: number,
]

/** A set of entries in so few rows that any count of a month, lane, kind or status comes from them. */
export type Tally = Alike[]

type Summed = [Alike[0], Lane, EntryKind, EntryStatus, boolean, entries: number, raising: number]

/**
 * The tally of a whole campaign as this viewer sees it, from the sums that every write keeps: as quick
 * for a million entries as for a thousand.
 *
 * @returns with it in how many rows those sums stand
 */
export async function readCampaignTally(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
): Promise<{ tally: Tally; rows: number }> {
  const [found] = await tx.$queryRaw<{ sums: Summed[]; rows: number }[]>`
    select coalesce(json_agg(json_build_array(month, lane, kind, status, exact, entries, raising))
                    filter (where entries <> 0), '[]') as sums, coalesce(sum(rows), 0)::int as rows
    from (
      select month, lane, kind, status, exact, sum(entries) as entries, sum(raising) as raising,
        count(*) as rows
      from entry_tally t
      where ${talliesVisibleSql(viewer)} and t.campaign_id = ${campaignId}::uuid
      group by 1, 2, 3, 4, 5
    ) alike`
  const tally = (found?.sums ?? []).flatMap(([month, lane, kind, status, exact, all, raising]) => {
    const raises: Alike = [month, lane, kind, status, exact, true, raising]
    const others: Alike = [month, lane, kind, status, exact, false, all - raising]
    return [raises, others].filter(([, , , , , , count]) => count !== 0)
  })
  return { tally, rows: found?.rows ?? 0 }
}

/**
 * Counts the entries that a condition over the alias `e` chooses. One pass over the entries, since a
 * condition on words costs more than all the counting.
 *
 * @param first the end of a statement over the same alias that orders and limits which ids are read too
 */
export async function readTally(
  tx: Tx,
  where: Prisma.Sql,
  first: Prisma.Sql | null = null,
): Promise<{ tally: Tally; ids: string[] }> {
  const [found] = await tx.$queryRaw<{ tally: Tally; ids: string[] }[]>`
    with hits as materialized (
      select e.workspace_id, e.id, e.edtf, e.first_day, e.time_of_day,
             (extract(year from e.first_day) * 12 + extract(month from e.first_day) - 1)::int as month,
             e.lane, e.kind, e.status, ${EXACT_DATE} as exact
      from entry e where ${where}
    ), raising as (
      select distinct ed.entry_id
      from hits
      join entry_demand ed on ed.workspace_id = hits.workspace_id and ed.entry_id = hits.id
        and ed.relation in ('raises', 'repeats')
      join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
        and d.trashed_at is null
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_array(month, lane, kind, status, exact, raises, n)), '[]')
        from (select month, lane, kind, status, exact, raising.entry_id is not null as raises,
                     count(*) as n
              from hits left join raising on raising.entry_id = hits.id
              group by 1, 2, 3, 4, 5, 6) g) as tally,
      ${first ? Prisma.sql`array(select e.id from hits e where ${first})` : Prisma.sql`'{}'::uuid[]`} as ids`
  return found ?? { tally: [], ids: [] }
}

/** The counts of a tally, or of what a filter leaves of it. */
export function countTally(tally: Tally, filter?: TimelineFilter): Counts {
  const counts: Counts = { all: 0, months: [], kinds: {} }
  const months = new Map<number, Map<Lane | 'demand', number>>()
  for (const alike of tally) {
    if (filter && !isAsked(alike, filter)) continue
    const [month, lane, kind, , , raises, count] = alike
    counts.all += count
    counts.kinds[kind] = (counts.kinds[kind] ?? 0) + count
    const lanes = months.get(month) ?? new Map<Lane | 'demand', number>()
    months.set(month, lanes)
    lanes.set(lane, (lanes.get(lane) ?? 0) + count)
    if (raises) lanes.set('demand', (lanes.get('demand') ?? 0) + count)
  }
  for (const [month, lanes] of months)
    for (const [lane, count] of lanes) counts.months.push({ month: monthName(month), lane, count })
  return counts
}

/** Whether a filter asks for nothing that a tally does not tell. */
export function tells(filter: TimelineFilter): boolean {
  const rest = { ...filter, lanes: [], kinds: [], statuses: [], certainty: [] }
  return isEmptyFilter(rest) && !filter.certainty.includes('differ')
}

function isAsked(
  [, lane, kind, status, exact, raises]: Alike,
  { lanes, kinds, statuses, certainty }: TimelineFilter,
): boolean {
  const allows = <T>(wanted: T[], found: T) => wanted.length === 0 || wanted.includes(found)
  return (
    (allows(lanes, lane) || (raises && lanes.includes('demand'))) &&
    allows(kinds, kind) &&
    allows<string>(statuses, status) &&
    allows(certainty, exact ? 'exact' : 'uncertain')
  )
}

function monthName(month: number): string {
  const year = Math.floor(month / 12)
  return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}
