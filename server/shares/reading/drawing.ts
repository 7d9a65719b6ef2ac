import 'server-only'
import { dayNumber } from '@/lib/dates/calendar'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import { laneLabels } from '@/lib/kinds/index'
import { lanes, type EntryKind, type Lane } from '@/lib/kinds/names'
import {
  drawingSizes,
  type DrawingSize,
  type Period,
  type SharedDrawing,
  type SharedSheet,
} from '@/lib/shares/drawing/drawing'
import { drawnDemands } from '@/lib/shares/drawing/demands'
import type { SharedDemand } from '@/lib/shares/record'
import { gather, type GatheredGroups } from '@/lib/timeline/lanes/gather'
import { civil, FIRST_HOURS, levelFor, type Span } from '@/lib/timeline/lanes/levels'
import { dateShape } from '@/lib/timeline/lanes/shape'
import type { SheetRow } from '@/lib/timeline/lanes/sheet'
import type { Prisma } from '@/prisma/generated/client'
import { timelineOrder } from '../../timeline/cursor'
import { groupEntries, type CountedGroup } from '../../timeline/lanes/groups'
import { withLinkIds } from './link-ids'
import type { Context } from './read'
import { shownTime } from './shown-time'
import { signsOf } from './signs'

/** Over more months than these the table goes by years. */
const MOST_MONTHS = 24
/** A few days alone would be drawn by hours, of which most entries know nothing. */
const LEAST_DAYS = 28

type Alone = {
  id: string
  title: string
  lane: Lane
  kind: EntryKind
  edtf: string
  timed: boolean
}

/** What a link shows, as a drawing over all of its time; null where there are no entries. */
export async function sharedDrawing(
  context: Context,
  entries: Prisma.Sql,
  demands: Promise<readonly SharedDemand[]>,
): Promise<SharedDrawing | null> {
  const { tx, reader, campaign } = context
  const { campaignId } = reader
  const groups = await groupEntries(tx, reader, { where: entries, by: 'lane', campaignId })
  if (groups.length === 0) return null
  const today = todayIn(campaign.timeZone)
  const { drawn, left } = drawnDemands(await demands, today)
  const raised = drawn.map(({ line }) => line.raised)
  const waits = drawn.some(({ line }) => line.settled === null)
  const settled = drawn.flatMap(({ line }) => line.settled ?? [])
  const span = widened({
    from: Math.min(...groups.map(({ first }) => first), ...raised),
    to: groups.reduce(
      (last, group) => Math.max(last, group.last),
      Math.max(...settled.map((day) => day + 1), waits ? dayNumber(today) + 1 : -Infinity),
    ),
  })
  const rows = rowsOf(groups)
  const desk = gathered(groups, rows, span, 'desk')
  const phone = gathered(groups, rows, span, 'phone')
  const alone = await readAlone(context, [...desk.alone, ...phone.alone])
  const signs = await signsOf(context, [...alone.keys()])
  const parts = { rows, span, alone, signs, context }
  return {
    desk: sheetOf(desk, 'desk', parts),
    phone: sheetOf(phone, 'phone', parts),
    ...{ demands: drawn, demandsLeft: left, today: dayNumber(today), periods: periodsOf(groups) },
  }
}

function widened({ from, to }: Span): Span {
  const more = Math.max(0, Math.ceil((LEAST_DAYS - (to - from)) / 2))
  return { from: from - more, to: to + more }
}

function rowsOf(groups: readonly CountedGroup[]): SheetRow[] {
  return lanes.flatMap((lane) => {
    const total = groups
      .filter(({ key }) => key === lane)
      .reduce((sum, { count }) => sum + count, 0)
    if (total === 0) return []
    return { key: lane, label: laneLabels[lane], lane, total, tracks: 1, line: null }
  })
}

function gathered(
  groups: readonly CountedGroup[],
  rows: SheetRow[],
  span: Span,
  size: DrawingSize,
): GatheredGroups {
  const { budget, tracks, few } = drawingSizes[size]
  const index = new Map(rows.map(({ key }, at) => [key, at]))
  return gather(groups, {
    ...{ level: levelOf(span, size), span, budget },
    tracks: rows.map(({ total }) => (total > few ? 0 : tracks)),
    rowOf: ({ key }) => index.get(key),
  })
}

function levelOf({ from, to }: Span, size: DrawingSize): number {
  return Math.min(levelFor(to - from, drawingSizes[size].buckets), FIRST_HOURS - 1)
}

// In the order of the timeline, which the map keeps.
async function readAlone(
  { tx, reader, rules, names }: Context,
  alone: GatheredGroups['alone'],
): Promise<Map<string, ReturnType<typeof names.showAll<Alone>>>> {
  const ids = [...new Set(alone.map(({ id }) => id))]
  if (ids.length === 0) return new Map()
  // They were found among the entries of the link, in this transaction.
  const rows = await tx.$queryRaw<Alone[]>`
    select e.id, e.title, e.lane::text as lane, e.kind::text as kind, e.edtf,
      ${shownTime(rules)} is not null as timed
    from entry e
    where e.workspace_id = ${reader.workspaceId}::uuid and e.id = any(${ids}::uuid[])
    order by ${timelineOrder('up', shownTime(rules))}`
  return new Map(rows.map((row) => [row.id, names.showAll(withLinkIds(reader, row))]))
}

function sheetOf(
  { gathered: marks, alone }: GatheredGroups,
  size: DrawingSize,
  {
    rows,
    span,
    alone: known,
    signs,
    context: { reader },
  }: {
    rows: SheetRow[]
    span: Span
    alone: Awaited<ReturnType<typeof readAlone>>
    signs: Awaited<ReturnType<typeof signsOf>>
    context: Context
  },
): SharedSheet {
  const { tracks } = drawingSizes[size]
  const places = new Map(alone.map((one) => [one.id, one]))
  return {
    ...{ ...span, level: levelOf(span, size) },
    rows: rows.map((row) => ({ ...row, tracks })),
    gathered: withLinkIds(reader, marks),
    entries: [...known].flatMap(([id, { edtf, ...shown }]) => {
      const place = places.get(id)
      if (!place) return []
      const { row, first, last } = place
      const drawn = { words: dateInWords(edtf), shape: dateShape(edtf), first, last }
      return { ...shown, ...drawn, signs: signs.get(id) ?? [], rows: [row] }
    }),
    most: marks.reduce((most, { count }) => Math.max(most, count), 1),
  }
}

function periodsOf(groups: readonly CountedGroup[]): Period[] {
  const months = new Map<string, Period['counts']>()
  const years = new Map<string, Period['counts']>()
  for (const { first, lane, count } of groups) {
    const { year, month } = civil(first)
    const named = String(year).padStart(4, '0')
    for (const [counts, key] of [
      [years, named],
      [months, `${named}-${String(month).padStart(2, '0')}`],
    ] as const) {
      const known = counts.get(key) ?? {}
      known[lane] = (known[lane] ?? 0) + count
      counts.set(key, known)
    }
  }
  const chosen = months.size <= MOST_MONTHS ? months : years
  return [...chosen].map(([period, counts]) => ({ period, counts }))
}
