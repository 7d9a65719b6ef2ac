import { Prisma } from '@/prisma/generated/client'
import { noFilter } from '@/lib/timeline/filters'
import { levelFor } from '@/lib/timeline/lanes/levels'
import { pageOf, pageSpan } from '@/lib/timeline/lanes/pages'
import { rowings } from '@/lib/timeline/lanes/sheet'
import { readWindow } from '@/lib/timeline/lanes/window'
import { systemViewer } from '@/server/auth/viewers'
import { campaignBySlug } from '@/server/campaigns/queries'
import { withViewer } from '@/server/db'
import { readLanes } from '@/server/timeline/lanes/read'
import { inTurns, type QueryTime } from './turns'

const ROUNDS = 9
const WINDOWS = {
  'ten years': '2016..2025',
  'a year': '2020',
  'a month': '2021-06',
  'a week': '2021-06-20..2021-06-26',
  hours: '2021-06-23T0800..2021-06-23T1800',
}

/** Measures windows of the lanes against the bare grouped SQL of the same days. */
export async function measureLanes(workspaceId: string, slug: string): Promise<QueryTime[]> {
  const viewer = systemViewer(workspaceId)
  const { id } = await withViewer(viewer, (tx) => campaignBySlug(tx, viewer, slug))
  const mine = Prisma.sql`workspace_id = ${workspaceId}::uuid and campaign_id = ${id}::uuid and trashed_at is null`
  const times: QueryTime[] = []
  for (const by of rowings)
    for (const [name, text] of Object.entries(WINDOWS)) {
      if (by !== 'lane' && name !== 'a year') continue
      const window = readWindow(text) ?? { from: 0, to: 1 }
      const level = levelFor(window.to - window.from, 34)
      const span = pageSpan(level, pageOf(level, (window.from + window.to) / 2))
      const ours = () =>
        readLanes(viewer, { slug, filter: noFilter, by, skip: 0 }, () => [{ ...span, level }])
      const day = (time: number) => Prisma.sql`(date '1970-01-01' + ${Math.floor(time)}::int)`
      const bare = () =>
        withViewer(viewer, (tx) =>
          tx.$queryRaw(Prisma.sql`select first_day, lane, count(*) from entry
            where ${mine} and first_day between ${day(span.from)} and ${day(span.to)} group by 1, 2`),
        )
      times.push(await inTurns(`lanes by ${by}, ${name}`, ROUNDS, ours, bare))
    }
  return times
}
