import { Prisma } from '@/prisma/generated/client'
import { noFilter } from '@/lib/timeline/filters'
import { bucketOf, levelAt, levelFor } from '@/lib/timeline/lanes/levels'
import { pageOf, pageSpan } from '@/lib/timeline/lanes/pages'
import { rowings } from '@/lib/timeline/lanes/sheet'
import { readWindow } from '@/lib/timeline/lanes/window'
import { systemViewer } from '@/server/auth/viewers'
import { campaignBySlug } from '@/server/campaigns/queries'
import { closeDatabase, withViewer } from '@/server/db'
import { readLanes } from '@/server/timeline/lanes'

// node --conditions=react-server --import tsx bench/timeline/lanes.ts WORKSPACE SLUG …
// Prints the median server time of a window of the lanes beside the bare grouped SQL of it, in ms.
const [workspaceId = '', ...slugs] = process.argv.slice(2)
const viewer = systemViewer(workspaceId)
const ROUNDS = 9
const WINDOWS = [
  '2016..2025',
  '2020',
  '2021-06',
  '2021-06-20..2021-06-26',
  '2021-06-23T0800..2021-06-23T1800',
]

for (const slug of slugs) {
  const { id } = await withViewer(viewer, (tx) => campaignBySlug(tx, viewer, slug))
  const mine = Prisma.sql`workspace_id = ${workspaceId}::uuid and campaign_id = ${id}::uuid and trashed_at is null`
  for (const by of rowings) {
    for (const text of by === 'lane' ? WINDOWS : WINDOWS.slice(1, 2)) {
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
      const [a, b] = [await median(ours), await median(bare)]
      const buckets = bucketOf(levelAt(level), window.to) - bucketOf(levelAt(level), window.from)
      console.log(
        [
          slug.padEnd(10),
          by.padEnd(13),
          text.padEnd(36),
          `${buckets} buckets`.padEnd(12),
          a.toFixed(1).padStart(7),
          b.toFixed(1).padStart(7),
          ` ${(a / b).toFixed(1)}×`,
        ].join(' '),
      )
    }
  }
}
await closeDatabase()

async function median(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}
