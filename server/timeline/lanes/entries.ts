import 'server-only'
import { dateInWords } from '@/lib/dates/words'
import type { EntrySign } from '@/lib/entries/signs'
import type { EntryKind, Lane } from '@/lib/kinds/names'
import type { SheetEntry } from '@/lib/timeline/lanes/sheet'
import { dateShape } from '@/lib/timeline/lanes/shape'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { timelineOrder } from '../cursor'
import { signsSql } from '../filter/certainty'
import { visibleSql } from '../filter/visible'

/** When an entry may have been, in days since 1970. */
export type EntryTimes = { first: number; last: number; rows: number[] }

type Row = {
  id: string
  title: string
  lane: Lane
  kind: EntryKind
  edtf: string
  time: string | null
  timeZone: string | null
  signs: EntrySign[]
}

/** Reads the entries that stand by themselves, in their order; `times` says when and in which rows. */
export async function sheetEntries(
  tx: Tx,
  viewer: Viewer,
  times: ReadonlyMap<string, EntryTimes>,
): Promise<SheetEntry[]> {
  if (times.size === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    select e.id, e.title, e.lane::text as lane, e.kind::text as kind, e.edtf,
           e.time_of_day as time, e.time_zone as "timeZone", ${signsSql(viewer)} as signs
    from entry e
    where ${visibleSql(viewer)} and e.id = any(${[...times.keys()]}::uuid[])
    order by ${timelineOrder('up')}`
  return rows
    .map(({ id, title, lane, kind, edtf, time, timeZone, signs }) => ({
      ...{ id, title, lane, kind },
      words: dateInWords(edtf, { time, zone: timeZone }),
      shape: dateShape(edtf),
      timed: time !== null,
      signs,
      ...(times.get(id) ?? { first: 0, last: 0, rows: [] }),
    }))
    .sort((a, b) => a.first - b.first)
}
