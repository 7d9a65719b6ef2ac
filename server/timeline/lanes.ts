import 'server-only'
import { dayNumber } from '@/lib/dates/calendar'
import { todayIn } from '@/lib/dates/days'
import { lanes } from '@/lib/kinds/names'
import { filterDays, filterParams, type TimelineFilter } from '@/lib/timeline/filters'
import { gather, mostIn } from '@/lib/timeline/lanes/gather'
import { FIRST_HOURS, type Span } from '@/lib/timeline/lanes/levels'
import type { Rowing, RowPage, Sheet, SheetRow } from '@/lib/timeline/lanes/sheet'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { demandLines } from './lanes-demands'
import { sheetEntries, type EntryTimes } from './lanes-entries'
import { groupEntries, type CountedGroup, type Grouping } from './lanes-groups'
import { groupsWithin, laneSummary, type Summary } from './lanes-kept'
import { rowLabels } from './lanes-rows'
import { filteredEntries } from './where'

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
  /** Today in the campaign's zone, in days since 1970. */
  today: number
}

/** Rows on a page, and entries that stand by themselves in a sheet. */
const ROWS = 12
const BUDGET = 160
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
    const campaign = await campaignBySlug(tx, viewer, request.slug)
    const where = await filteredEntries(tx, viewer, campaign.id, request.filter)
    const context = { tx, viewer, where, campaignId: campaign.id, zone: campaign.timeZone }
    const filterKey = filterParams(request.filter).toString()
    const today = todayIn(campaign.timeZone)
    const grouping = { where, by: request.by, campaignId: campaign.id }
    const summary = await laneSummary(tx, viewer, filterKey, grouping)
    const { rows, page } = await rowsOf(context, request, summary, today)
    const demandSummary =
      request.by === 'lane'
        ? await laneSummary(tx, viewer, filterKey, { ...grouping, by: 'demand' })
        : null
    const strip = demandSummary ? await demandRows(context, demandSummary, today) : []
    const waits = [...rows, ...strip].some(({ line }) => line !== null && line.settled === null)
    const all = whole(summary.whole, request.filter, waits ? dayNumber(today) + 1 : null)
    const sheets: Sheet[] = []
    for (const span of spansOf(all))
      sheets.push(
        await readSheet(context, span, [
          { by: request.by, summary, rows },
          ...(demandSummary
            ? [{ by: 'demand' as const, summary: demandSummary, rows: strip }]
            : []),
        ]),
      )
    return { sheets, whole: all, rows: page, today: dayNumber(today) }
  })
}

type Context = {
  tx: Tx
  viewer: Viewer
  where: Grouping['where']
  campaignId: string
  zone: string
}
type Part = { by: Rowing; summary: Summary; rows: SheetRow[] }

async function readSheet(context: Context, span: SheetRequest, parts: Part[]): Promise<Sheet> {
  const { tx, viewer, where, campaignId, zone } = context
  const rows = parts.flatMap((part) => part.rows)
  const groups: (CountedGroup & { row: number })[] = []
  let offset = 0
  for (const part of parts) {
    const index = new Map(part.rows.map(({ key }, at) => [key, at + offset]))
    offset += part.rows.length
    const found =
      span.level < FIRST_HOURS
        ? groupsWithin(part.summary, span)
        : await groupEntries(tx, viewer, { where, by: part.by, campaignId, span, zone })
    for (const group of found) {
      const row = index.get(group.key)
      if (row !== undefined && group.last > span.from && group.first < span.to)
        groups.push({ ...group, row })
    }
  }
  const { gathered, alone } = gather(groups, {
    ...{ level: span.level, span, budget: BUDGET },
    tracks: (row) => rows[row]?.tracks ?? 1,
  })
  const times = timesOf(groups, alone)
  const entries = await sheetEntries(tx, viewer, times)
  const { from, to, level } = span
  const main = parts[0]
  const most =
    level < FIRST_HOURS && main
      ? mostIn(main.summary.groups, level, new Set(main.rows.map(({ key }) => key)))
      : 1
  return {
    from,
    to,
    level,
    rows,
    gathered,
    entries,
    most: Math.max(most, ...gathered.map((mark) => mark.count)),
  }
}

function timesOf(
  groups: (CountedGroup & { row: number })[],
  alone: { row: number; ids: string[] }[],
): Map<string, EntryTimes> {
  const times = new Map<string, EntryTimes>()
  for (const { row, ids } of alone)
    for (const id of ids) {
      const known = times.get(id)
      if (known) known.rows.push(row)
      else times.set(id, { first: 0, last: 0, rows: [row] })
    }
  for (const { ids, first, last } of groups)
    for (const id of ids ?? []) {
      const time = times.get(id)
      if (time) Object.assign(time, { first, last })
    }
  return times
}

async function rowsOf(
  { tx, viewer, campaignId }: Context,
  { by, skip }: LanesRequest,
  summary: Summary,
  today: string,
): Promise<{ rows: SheetRow[]; page: RowPage }> {
  const all = by === 'lane' ? inOrderOfLanes(summary.rows) : summary.rows
  const start = skip < all.length ? Math.max(0, skip) : 0
  const shown = all.slice(start, start + ROWS)
  const keys = shown.map(({ key }) => key)
  const labels = await rowLabels(tx, viewer, { by, campaignId, keys })
  const lines = by === 'demand' ? await linesOf({ tx, viewer, campaignId }, keys, today) : null
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

async function demandRows(
  { tx, viewer, campaignId }: Context,
  summary: Summary,
  today: string,
): Promise<SheetRow[]> {
  const shown = summary.rows.filter(({ key }) => key !== '').slice(0, DEMANDS)
  const keys = shown.map(({ key }) => key)
  const labels = await rowLabels(tx, viewer, { by: 'demand', campaignId, keys })
  const lines = await linesOf({ tx, viewer, campaignId }, keys, today)
  return shown.map(({ key, total }) => ({
    ...{ key, total, tracks: 1, lane: 'demand' as const, label: labels.get(key) ?? key },
    line: lines.get(Number(key)) ?? null,
  }))
}

function linesOf(
  { tx, viewer, campaignId }: Pick<Context, 'tx' | 'viewer' | 'campaignId'>,
  keys: string[],
  today: string,
) {
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
function whole(found: Span | null, filter: TimelineFilter, waiting: number | null): Span | null {
  if (!found) return null
  const { first, last } = filterDays(filter)
  const from = first ? Math.max(found.from, dayNumber(first)) : found.from
  const end = Math.max(found.to, waiting ?? found.to)
  const to = last ? Math.min(end, dayNumber(last) + 1) : end
  return from < to ? { from, to } : found
}
