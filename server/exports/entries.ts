import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { EntryDto } from '@/lib/record'
import type { LinkedEntry } from '@/lib/shares/record'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { readLinks } from '../entries/links'
import { toEntry } from '../entries/present'
import { readRows } from '../entries/reading/rows'
import { visibleSql } from '../timeline/filter/visible'
import { beyond, timelineOrder, type Cursor } from '../timeline/cursor'

const AT_ONCE = 200

type Page = { id: string; day: string; time: string | null }

/**
 * Reads entries in the order of the timeline as this member may see them, some at a time; `newest`
 * gives only as many, those that changed last.
 *
 * @param condition over the alias `e`, as `filteredEntries` makes it
 */
export async function* entriesFor(
  tx: Tx,
  viewer: Viewer,
  condition: Prisma.Sql,
  newest?: number,
): AsyncGenerator<LinkedEntry[]> {
  if (newest !== undefined) {
    const found = await tx.$queryRaw<{ id: string }[]>`
      select e.id from entry e where ${condition} order by e.updated_at desc, e.id limit ${newest}`
    yield await read(
      tx,
      viewer,
      found.map(({ id }) => id),
    )
    return
  }
  let after: Cursor | null = null
  for (;;) {
    const from: Prisma.Sql = after ? beyond(after, 'up') : Prisma.sql`true`
    const found: Page[] = await tx.$queryRaw`
      select e.id, e.first_day::text as day, e.time_of_day as time from entry e
      where ${condition} and ${from} order by ${timelineOrder('up')} limit ${AT_ONCE}`
    const last = found.at(-1)
    if (!last) return
    yield await read(
      tx,
      viewer,
      found.map(({ id }) => id),
    )
    if (found.length < AT_ONCE) return
    after = last
  }
}

async function read(tx: Tx, viewer: Viewer, ids: string[]): Promise<LinkedEntry[]> {
  const condition = visibleSql(viewer)
  const audience = { viewer, withhold: (text: string) => text, now: new Date() }
  const [rows, links] = await Promise.all([
    readRows(tx, ids, { condition }),
    readLinks(tx, ids, condition, audience),
  ])
  return rows.map((row) => withCoordinates(toEntry(row, { ...audience, links })))
}

/** Makes an entry what files take: members know every place exactly. */
export function withCoordinates(entry: EntryDto): LinkedEntry {
  const { latitude, longitude } = entry.placed ?? {}
  const known = typeof latitude === 'number' && typeof longitude === 'number'
  const coordinates = known ? { latitude, longitude, rounded: false } : null
  return Object.assign(entry, { coordinates })
}
