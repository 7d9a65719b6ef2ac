import 'server-only'
import { dayNumber } from '@/lib/dates/calendar'
import { todayIn } from '@/lib/dates/days'
import { lanes } from '@/lib/kinds/names'
import { filterDays, filterParams, type TimelineFilter } from '@/lib/timeline/filters'
import { gather, mostIn } from '@/lib/timeline/lanes/gather'
import { FIRST_HOURS, type Span } from '@/lib/timeline/lanes/levels'
import type { Gathered, Rowing, RowPage, Sheet, SheetRow } from '@/lib/timeline/lanes/sheet'
import { requireMember, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { notFound } from '../../errors'
import { campaignsVisibleTo } from '../../policy'
import { demandLines } from './demands'
import { sheetEntries, type EntryTimes } from './entries'
import { groupEntries, type Grouping } from './groups'
import { LanesCache } from './cache'
import { rowLabels } from './rows'
import { groupsWithin, laneSummary, type Summary } from './summary'
import { filteredEntries } from '../filter/where'

/** Which part of the lanes is read. */
export type LanesRequest = {
  slug: string
  filter: TimelineFilter
  by: Rowing
  /** How many rows are passed over. */
  skip: number
}

/** A span of the lanes at a level of the zoom. */
export type SheetRequest = Span & { level: number }

/** Sheets with what is true of all of them. */
export type Lanes = {
  sheets: Sheet[]
  /** From the first to the last day of what is filtered; null where there is nothing. */
  whole: Span | null
  rows: RowPage
  /** Demands that have no thread beside the lanes, since those with most entries do. */
  demandsLeft: number
  /** Today in the campaign's zone, in days since 1970. */
  today: number
}

/** Rows on a page, and entries that stand by themselves in a sheet. */
const ROWS = 12
const BUDGET = 140
/** Beads of their own on all threads of demands beside the lanes. */
const BEADS = 50
/** How many entries can stand above each other. */
const TRACKS: Record<Rowing, number> = { lane: 4, organization: 2, person: 2, demand: 2, place: 2 }
/** Demands beside the lanes: a glance, not all; the rows by demand hold all. */
const DEMANDS = 6

/**
 * Reads spans of the lanes: rows with what is gathered in buckets and what stands by itself, each
 * entry in exactly one mark of its row. From days on it is read from a summary kept in memory, below
 * by one grouped query over the span.
 *
 * @param spansOf the spans to read, once the whole is known.
 * @throws AppError `not_found` when the campaign is missing or hidden, `forbidden` for readers of a share.
 */
export async function readLanes(
  viewer: Viewer,
  request: LanesRequest,
  spansOf: (whole: Span | null) => SheetRequest[],
): Promise<Lanes> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await tx.campaign.findFirst({
      where: { AND: [campaignsVisibleTo(viewer), { slug: request.slug }] },
      select: { id: true, timeZone: true },
    })
    if (!campaign) throw notFound('campaign')
    const context = {
      ...{ tx, viewer, campaignId: campaign.id, zone: campaign.timeZone },
      where: await filteredEntries(tx, viewer, campaign.id, request.filter),
      today: todayIn(campaign.timeZone),
    }
    const cache = await LanesCache.of(tx, viewer, campaign.id)
    const { parts, page, whole, demandsLeft } = await readParts(context, request, cache)
    const asked = `${request.by} ${request.skip} ${context.today} ${filterParams(request.filter)}`
    const sheets: Sheet[] = []
    // Pages begin at fixed places, so whoever comes by again asks for the same one.
    for (const span of spansOf(whole))
      sheets.push(
        await cache.get(
          `sheet ${span.level} ${span.from} ${span.to} ${asked}`,
          () => readSheet(context, span, parts),
          ({ gathered, entries }) => gathered.length + 4 * entries.length,
        ),
      )
    return { sheets, whole, rows: page, demandsLeft, today: dayNumber(context.today) }
  })
}

type Context = {
  tx: Tx
  viewer: Viewer
  where: Grouping['where']
  campaignId: string
  zone: string
  /** ISO day in the campaign's zone. */
  today: string
}
type Part = {
  by: Rowing
  summary: Summary
  rows: SheetRow[]
  /** The count of the fullest bucket by level, once it was asked for. */
  scales: Map<number, number>
}
type Parts = { parts: Part[]; page: RowPage; whole: Span | null; demandsLeft: number }

/** The rows with all that is theirs, which every window shares: kept until the next write. */
async function readParts(
  context: Context,
  request: LanesRequest,
  cache: LanesCache,
): Promise<Parts> {
  const { tx, viewer, where, campaignId, today } = context
  const filterKey = filterParams(request.filter).toString()
  const summaryBy = (by: Rowing) =>
    cache.get(
      `${by} ${today} ${filterKey}`,
      () => laneSummary(tx, viewer, { where, by, campaignId }),
      ({ groups }) => groups.length,
    )
  const { by, skip } = request
  return cache.get(
    `rows ${by} ${skip} ${today} ${filterKey}`,
    async () => {
      const summary = await summaryBy(by)
      const { rows, page } = await rowsOf(context, request, summary)
      const parts: Part[] = [{ by, summary, rows, scales: new Map() }]
      let demandsLeft = 0
      if (by === 'lane') {
        const threads = await summaryBy('demand')
        const rows = await demandRows(context, threads)
        demandsLeft = threads.rows.filter(({ key }) => key !== '').length - rows.length
        parts.push({ by: 'demand', summary: threads, rows, scales: new Map() })
      }
      const waits = parts.some((part) => part.rows.some(({ line }) => line?.settled === null))
      const until = waits ? dayNumber(today) + 1 : null
      const whole = wholeOf(summary.whole, request.filter, until)
      return { parts, page, whole, demandsLeft }
    },
    () => ROWS,
  )
}

async function readSheet(context: Context, span: SheetRequest, parts: Part[]): Promise<Sheet> {
  const { tx, viewer, where, campaignId, zone } = context
  const { from, to, level } = span
  const rows = parts.flatMap((part) => part.rows)
  const gathered: Gathered[] = []
  const times = new Map<string, EntryTimes>()
  let offset = 0
  for (const part of parts) {
    const index = new Map(part.rows.map(({ key }, at) => [key, at]))
    const groups =
      level < FIRST_HOURS
        ? groupsWithin(part.summary, span)
        : await groupEntries(tx, viewer, { where, by: part.by, campaignId, span, zone })
    const found = gather(groups, {
      ...{ level, span, budget: offset === 0 ? BUDGET : BEADS },
      tracks: part.rows.map(({ tracks }) => tracks),
      rowOf: ({ key }) => index.get(key),
    })
    for (const mark of found.gathered) gathered.push({ ...mark, row: mark.row + offset })
    for (const { row, id, first, last } of found.alone) {
      const known = times.get(id)
      if (known) known.rows.push(row + offset)
      else times.set(id, { first, last, rows: [row + offset] })
    }
    offset += part.rows.length
  }
  const entries = await sheetEntries(tx, viewer, times)
  const scale = parts[0] && level < FIRST_HOURS ? scaleOf(parts[0], level) : 1
  const most = gathered.reduce((found, { count }) => Math.max(found, count), scale)
  return { from, to, level, rows, gathered, entries, most }
}

function scaleOf({ summary, rows, scales }: Part, level: number): number {
  const known = scales.get(level)
  if (known !== undefined) return known
  const scale = mostIn(summary.groups, level, new Set(rows.map(({ key }) => key)))
  scales.set(level, scale)
  return scale
}

async function rowsOf(
  context: Context,
  { by, skip }: LanesRequest,
  summary: Summary,
): Promise<{ rows: SheetRow[]; page: RowPage }> {
  const all = by === 'lane' ? inOrderOfLanes(summary.rows) : summary.rows
  const start = skip < all.length ? Math.max(0, skip) : 0
  const shown = all.slice(start, start + ROWS)
  const keys = shown.map(({ key }) => key)
  const { tx, viewer, campaignId } = context
  const labels = await rowLabels(tx, viewer, { by, campaignId, keys })
  const lines = by === 'demand' ? await linesOf(context, keys) : null
  return {
    rows: shown.map(({ key, total }) => ({
      ...{ key, total, label: labels.get(key) ?? key },
      // A row of few entries needs no more room than they do, at whatever zoom.
      tracks: Math.min(TRACKS[by], Math.max(total, 2)),
      lane: by === 'lane' ? (lanes.find((lane) => lane === key) ?? null) : null,
      line: lines?.get(Number(key)) ?? null,
    })),
    page: { skip: start, size: ROWS, all: all.length },
  }
}

async function demandRows(context: Context, summary: Summary): Promise<SheetRow[]> {
  const { tx, viewer, campaignId } = context
  const shown = summary.rows.filter(({ key }) => key !== '').slice(0, DEMANDS)
  const keys = shown.map(({ key }) => key)
  const labels = await rowLabels(tx, viewer, { by: 'demand', campaignId, keys })
  const lines = await linesOf(context, keys)
  return shown.map(({ key, total }) => ({
    ...{ key, total, tracks: 1, lane: 'demand' as const, label: labels.get(key) ?? key },
    line: lines.get(Number(key)) ?? null,
  }))
}

function linesOf({ tx, viewer, campaignId, today }: Context, keys: string[]) {
  const numbers = keys.filter((key) => key !== '').map(Number)
  return demandLines(tx, viewer, { campaignId, numbers, today })
}

function inOrderOfLanes(rows: Summary['rows']): Summary['rows'] {
  return lanes.flatMap((lane) => rows.filter(({ key }) => key === lane))
}

/**
 * What is filtered, and the time until today while a demand waits, but no further than the filter's
 * own days, where it names any.
 */
function wholeOf(found: Span | null, filter: TimelineFilter, waiting: number | null): Span | null {
  if (!found) return null
  const { first, last } = filterDays(filter)
  const from = first ? Math.max(found.from, dayNumber(first)) : found.from
  const end = Math.max(found.to, waiting ?? found.to)
  const to = last ? Math.min(end, dayNumber(last) + 1) : end
  return from < to ? { from, to } : found
}
