import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { EntryKind, Lane } from '@/lib/kinds/names'
import type { EntryStatus } from '@/lib/schemas/words'
import type { Counts } from '@/lib/timeline/counts'
import type { Tx } from '../db'

type Row = {
  month: number | null
  lane: Lane | null
  kind: EntryKind | null
  status: EntryStatus | null
  exact: boolean | null
  grouped: number
  count: number
}

// The bits of `grouping`: a column that a row is not grouped by has its bit set.
const BY = { month: 0b00111, kind: 0b11011, status: 0b11101, exact: 0b11110, all: 0b11111 }
const RAISED = -1

/**
 * Counts the entries that a condition over the alias `e` chooses, by month and lane, kind, status,
 * and certainty of the date; those that raise or repeat a demand also in the lane of demands. One
 * pass over the entries, since a condition on words costs more than all the counting.
 */
export async function countEntries(tx: Tx, where: Prisma.Sql): Promise<Counts> {
  const rows = await tx.$queryRaw<Row[]>`
    with hits as materialized (
      select e.workspace_id, e.id,
             (extract(year from e.first_day) * 12 + extract(month from e.first_day) - 1)::int as month,
             e.lane, e.kind, e.status, length(e.edtf) = 10 and e.edtf !~ '[^0-9-]' as exact
      from entry e where ${where}
    )
    select month, lane::text as lane, kind::text as kind, status::text as status, exact,
           grouping(month, lane, kind, status, exact) as grouped,
           coalesce(sum(n), 0)::int as count
    from (select month, lane, kind, status, exact, count(*) as n from hits group by 1, 2, 3, 4, 5) g
    group by grouping sets ((month, lane), (kind), (status), (exact), ())
    union all
    select month, null, null, null, null, ${RAISED}, count(distinct hits.id)::int
    from hits
    join entry_demand ed on ed.workspace_id = hits.workspace_id and ed.entry_id = hits.id
      and ed.relation in ('raises', 'repeats')
    join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id and d.trashed_at is null
    group by month`
  const counts: Counts = { all: 0, months: [], kinds: {}, lanes: {}, statuses: {}, certainty: {} }
  for (const { grouped, month, lane, kind, status, exact, count } of rows) {
    if (grouped === BY.all) counts.all = count
    if (grouped === BY.kind && kind) counts.kinds[kind] = count
    if (grouped === BY.status && status) counts.statuses[status] = count
    if (grouped === BY.exact) counts.certainty[exact ? 'exact' : 'uncertain'] = count
    if (grouped === RAISED && month !== null)
      counts.months.push({ month: monthName(month), lane: 'demand', count })
    if (grouped === BY.month && month !== null && lane) {
      counts.months.push({ month: monthName(month), lane, count })
      counts.lanes[lane] = (counts.lanes[lane] ?? 0) + count
    }
  }
  return counts
}

function monthName(month: number): string {
  const year = Math.floor(month / 12)
  return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}
