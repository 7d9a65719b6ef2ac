import 'server-only'
import type { SharedOnNow } from '@/lib/shares/record'
import { Prisma } from '@/prisma/generated/client'
import { timelineOrder } from '../../timeline/cursor'
import { onNowSql } from '../../timeline/filter/lasting'
import { withLinkIds } from './link-ids'
import type { Context } from './read'
import { shownTime } from './shown-time'

/** As many as stand before a timeline without hiding it. */
const MOST = 10

type Row = { id: string; title: string; edtf: string; lane: SharedOnNow['entries'][number]['lane'] }

/** What of the entries that a link shows goes on today, what began last first. */
export async function sharedOnNow(
  { tx, reader, rules, names }: Pick<Context, 'tx' | 'reader' | 'rules' | 'names'>,
  entries: Prisma.Sql,
): Promise<SharedOnNow> {
  const rows = await tx.$queryRaw<(Row & { count: number })[]>`
    select e.id, e.title, e.edtf, e.lane::text as lane, (count(*) over ())::int as count from entry e
    where ${entries} and ${onNowSql()}
    order by ${timelineOrder('down', shownTime(rules))} limit ${MOST}`
  const shown = rows.map(({ id, title, edtf, lane }) => ({ id, title, edtf, lane }))
  return {
    entries: names.showAll(withLinkIds(reader, shown)),
    more: (rows[0]?.count ?? 0) - rows.length,
  }
}
