import { Prisma } from '@/prisma/generated/client'
import { plainPanel } from '@/lib/timeline/facets'
import { noFilter, readFilter } from '@/lib/timeline/filters'
import { readLayout } from '@/lib/timeline/table'
import { systemViewer } from '@/server/auth/viewers'
import { campaignBySlug } from '@/server/campaigns/queries'
import { withViewer } from '@/server/db'
import { calendarMonth, calendarYear } from '@/server/timeline/calendar'
import { mapExtent, mapMarks } from '@/server/timeline/map/read'
import { listTable } from '@/server/timeline/table'
import { readFrame, readStory } from '@/server/timeline/timeline'
import { inTurns, type QueryTime } from './turns'

const ROUNDS = 15

/** Measures each view of a campaign against bare SQL over the same door. */
export async function measureQueries(workspaceId: string, slug: string): Promise<QueryTime[]> {
  const viewer = systemViewer(workspaceId)
  const { id: campaignId } = await withViewer(viewer, (tx) => campaignBySlug(tx, viewer, slug))
  const here = { campaignId, filter: noFilter }
  const mine = Prisma.sql`workspace_id = ${workspaceId}::uuid and campaign_id = ${campaignId}::uuid and trashed_at is null`
  const bare = (sql: Prisma.Sql) => withViewer(viewer, (tx) => tx.$queryRaw(sql))
  const story = (asked: Record<string, string>, at?: string) =>
    readStory(viewer, { slug, filter: readFilter(asked), panel: null, ...(at && { at }) })
  const extent = await mapExtent(viewer, here)
  // What such a view shows: how many there are of what, and the first page of them.
  const filtered = (condition: Prisma.Sql) =>
    withViewer(viewer, async (tx) => {
      await tx.$queryRaw(Prisma.sql`select date_trunc('month', first_day), lane, count(*) from entry
        where ${mine} and ${condition} group by 1, 2`)
      await tx.$queryRaw(Prisma.sql`select * from entry
        where ${mine} and ${condition} order by first_day desc, id desc limit 40`)
    })
  const page = () =>
    bare(
      Prisma.sql`select * from entry where ${mine} order by first_day desc, time_of_day desc, id desc limit 40`,
    )
  const cases: Record<string, [() => Promise<unknown>, () => Promise<unknown>]> = {
    'story, first window': [() => story({}), page],
    'story, jump to 2020': [() => story({}, '2020'), page],
    'story, one kind': [() => story({ kind: 'rally' }), () => filtered(Prisma.sql`kind = 'rally'`)],
    'story, words': [
      () => story({ q: 'palisade' }),
      () => filtered(Prisma.sql`(title ilike '%palisade%' or summary ilike '%palisade%')`),
    ],
    'filters with counts': [
      () => readFrame(viewer, { slug, filter: noFilter, panel: plainPanel }),
      page,
    ],
    'calendar, a year': [
      () => calendarYear(viewer, { ...here, year: '2020' }),
      () =>
        bare(Prisma.sql`select first_day, count(*) from entry
          where ${mine} and first_day between '2020-01-01' and '2020-12-31' group by 1`),
    ],
    'calendar, a month': [
      () => calendarMonth(viewer, { ...here, month: '2020-06' }),
      () =>
        bare(Prisma.sql`select id, title, first_day from entry
          where ${mine} and first_day between '2020-06-01' and '2020-06-30'`),
    ],
    map: [
      () =>
        mapMarks(viewer, {
          ...here,
          box: extent.box ?? { west: -1, south: -1, east: 1, north: 1 },
        }),
      () =>
        bare(
          Prisma.sql`select round(longitude), round(latitude), count(*) from entry where ${mine} group by 1, 2`,
        ),
    ],
    'table by date': [() => listTable(viewer, { ...here, layout: readLayout({}) }), page],
    'table by title': [
      () => listTable(viewer, { ...here, layout: readLayout({ sort: 'title' }) }),
      () => bare(Prisma.sql`select * from entry where ${mine} order by lower(title), id limit 50`),
    ],
  }
  const times: QueryTime[] = []
  for (const [view, [ours, theirs]] of Object.entries(cases))
    times.push(await inTurns(view, ROUNDS, ours, theirs))
  return times
}
