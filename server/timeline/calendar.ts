import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { CalendarEntry, CalendarMonth, CalendarYear } from '@/lib/timeline/calendar'
import { firstDayOfPoint, lastDayOfPoint, type TimelineFilter } from '@/lib/timeline/filters'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { timelineOrder } from './cursor'
import { signsSql } from './filter/certainty'
import { OF_SEVERAL_DAYS, reachesSql } from './filter/lasting'
import { filteredEntries } from './filter/where'

type Asked = { campaignId: string; filter: TimelineFilter }

/** Titles on a day of the month, and in the list of what has no one day. */
const MOST_A_DAY = 4
const MOST_LOOSE = 40

/** What a calendar names of an entry beside what sources differ on, over the alias `e`. */
export const CALENDAR_ENTRY = Prisma.sql`e.id, e.title, e.lane::text as lane, e.kind::text as kind, e.edtf,
  e.time_of_day as time, e.first_day::text as "firstDay", e.last_day::text as "lastDay"`

/**
 * Counts a year's entries by day. Those that may be on several days, or last for several, are no
 * day's own: they are listed apart.
 *
 * @param year four digits.
 */
export async function calendarYear(
  viewer: Viewer,
  { campaignId, filter, year }: Asked & { year: string },
): Promise<CalendarYear> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const where = await filteredEntries(tx, viewer, campaignId, filter)
    const days = await tx.$queryRaw<CalendarYear['days']>`
      select e.first_day::text as day, count(*)::int as count from entry e
      where ${where} and e.first_day between ${firstDayOfPoint(year)}::date and ${lastDayOfPoint(year)}::date
        and not ${OF_SEVERAL_DAYS}
      group by e.first_day order by e.first_day`
    return { days, ...(await inexact(tx, viewer, where, year)) }
  })
}

/**
 * Lists a month's entries by day, the first few of each day, with how many a day has.
 *
 * @param month YYYY-MM.
 */
export async function calendarMonth(
  viewer: Viewer,
  { campaignId, filter, month }: Asked & { month: string },
): Promise<CalendarMonth> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const where = await filteredEntries(tx, viewer, campaignId, filter)
    const rows = await tx.$queryRaw<(CalendarEntry & { count: number })[]>`
      select c.*, ${signsSql(viewer)} as signs from (
        select ${CALENDAR_ENTRY},
               row_number() over (partition by e.first_day order by ${timelineOrder('up')}) as place,
               (count(*) over (partition by e.first_day))::int as count
        from entry e
        where ${where} and e.first_day between ${firstDayOfPoint(month)}::date and ${lastDayOfPoint(month)}::date
          and not ${OF_SEVERAL_DAYS}
      ) c join entry e on e.workspace_id = ${viewer.workspaceId}::uuid and e.id = c.id
      where c.place <= ${MOST_A_DAY} order by c."firstDay", c.place`
    const days: CalendarMonth['days'] = []
    for (const { count, ...entry } of rows) {
      const last = days.at(-1)
      if (last?.day === entry.firstDay) last.entries.push(entry)
      else days.push({ day: entry.firstDay, count, entries: [entry] })
    }
    return { days, ...(await inexact(tx, viewer, where, month)) }
  })
}

async function inexact(tx: Tx, viewer: Viewer, where: Prisma.Sql, point: string) {
  const overlapping = Prisma.sql`${where} and ${OF_SEVERAL_DAYS}
    and e.first_day <= ${lastDayOfPoint(point)}::date
    and ${reachesSql(Prisma.sql`${firstDayOfPoint(point)}::date`)}`
  const entries = await tx.$queryRaw<CalendarEntry[]>`
    select ${CALENDAR_ENTRY}, ${signsSql(viewer)} as signs from entry e where ${overlapping}
    order by ${timelineOrder('up')} limit ${MOST_LOOSE}`
  if (entries.length < MOST_LOOSE) return { inexact: entries, inexactCount: entries.length }
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from entry e where ${overlapping}`
  return { inexact: entries, inexactCount: row?.count ?? entries.length }
}
