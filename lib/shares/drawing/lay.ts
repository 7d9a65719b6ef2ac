import { signsBefore } from '../../entries/signs'
import { cutText, round, textWidth } from '../../plots/frame'
import { axisTicks } from '../../timeline/lanes/axis'
import { shares } from '../../timeline/lanes/gather'
import { isLong, layRow, type LaidRow } from '../../timeline/lanes/layout'
import { levelAt } from '../../timeline/lanes/levels'
import type { DateShape, Gathered, SheetRow } from '../../timeline/lanes/sheet'
import type { DrawnDemand, SharedSheet } from './drawing'

type Entry = SharedSheet['entries'][number]

/** An entry in its place; `label` is as much of its title as there is room for. */
export type DrawnMark = {
  entry: Entry
  x: number
  y: number
  bar: { x: number; width: number; shape: DateShape } | null
  label: { x: number; text: string; anchor: 'start' | 'end' } | null
}

/** Entries that stand together as a number. */
export type DrawnCount = {
  mark: Gathered
  x: number
  width: number
  parts: { lane: SheetRow['lane']; y: number; height: number }[]
  text: { x: number; y: number } | null
}

/** A row of the drawing: its name, and what stands in it. */
export type DrawnRow = {
  row: SheetRow
  /** The foot of the name's letters. */
  y: number
  /** Where the row ends. */
  foot: number
  marks: DrawnMark[]
  counts: DrawnCount[]
}

/** A demand as a line from left to right; `to` of the last piece is its end or today. */
export type DrawnLine = {
  demand: DrawnDemand
  wording: string
  y: number
  lineY: number
  pieces: { state: 'waiting' | 'partly' | 'answered'; from: number; to: number }[]
  settled: boolean
  /** Whether there is room for how it stands beside its wording. */
  noted: boolean
}

/** The drawing as geometry. */
export type LaidDrawing = {
  width: number
  height: number
  ticks: { x: number; label: string; major: boolean }[]
  rows: DrawnRow[]
  lines: DrawnLine[]
}

const SIDE = 9
const AXIS = 22
const NAME = 20
const TRACK = 24
const LINE = 40
/** A title of which less can be read is left to its mark. */
const LEAST_TITLE = 63
const BESIDE_MARK = 11
const BESIDE_BAR = 8

/** Lays a sheet and its demands out at a width, so that no label runs into another. */
export function layDrawing(
  sheet: SharedSheet,
  { demands, width, today }: { demands: readonly DrawnDemand[]; width: number; today: number },
): LaidDrawing {
  const perDay = (width - 2 * SIDE) / (sheet.to - sheet.from)
  const at = (time: number) =>
    round(SIDE + (Math.min(Math.max(time, sheet.from), sheet.to) - sheet.from) * perDay)
  let y = AXIS
  const rows = sheet.rows.map((row, index) => {
    const laid = layRow(sheet, index, sheet.entries)
    const used = laid.placed.reduce((most, { track }) => Math.max(most, track + 1), 0)
    const tracks = Math.max(used, laid.gathered.length > 0 ? 2 : 1)
    const foot = y + NAME + tracks * TRACK
    const drawn = {
      ...{ row, y: y + NAME - 5, foot },
      marks: marksOf(laid, { sheet, foot, at, width }),
      counts: laid.gathered.map((mark) => countOf(mark, sheet, at, foot, tracks * TRACK)),
    }
    y = foot + 8
    return drawn
  })
  const lines = demands.map((demand) => {
    const drawn = lineOf(demand, { y, today, at, width })
    y += LINE
    return drawn
  })
  return {
    ...{ width, height: y + 4, rows, lines },
    ticks: axisTicks(sheet, perDay)
      .map((tick) => ({ ...tick, x: at(tick.at) }))
      // A label at the very edge would be cut.
      .filter(({ x }) => x > SIDE + 8 && x < width - SIDE - 12),
  }
}

type Place = {
  sheet: SharedSheet
  foot: number
  at: (time: number) => number
  width: number
}

function marksOf({ placed, gathered }: LaidRow, { sheet, foot, at, width }: Place): DrawnMark[] {
  const bucket = levelAt(sheet.level).days
  const entries = new Map(sheet.entries.map((entry) => [entry.id, entry]))
  /** Up to where something stands, by track. */
  const taken = new Map<number, number>()
  return placed.flatMap(({ entry: { id }, track, until }) => {
    const entry = entries.get(id)
    if (!entry) return []
    const x = at(entry.first)
    const bar = isLong(entry, bucket)
      ? { x, width: round(at(entry.last) - x), shape: entry.shape }
      : null
    const right = (until >= sheet.to ? width : at(until) - BESIDE_MARK) - x - BESIDE_MARK
    // A counted mark may be as high as the row.
    const counted = gathered.findLast(({ from }) => from < entry.first)
    const free = Math.max(taken.get(track) ?? 0, counted ? at(counted.to) + 4 : 0)
    const left = x - BESIDE_MARK - free
    const label = labelOf(signsBefore(entry.signs) + entry.title, {
      x,
      right,
      left,
      bar: bar?.width ?? 0,
    })
    const labelEnd = label?.anchor === 'start' ? label.x + textWidth(label.text) : x + BESIDE_MARK
    taken.set(track, Math.max(labelEnd, bar ? bar.x + bar.width : 0))
    return [{ entry, x, y: foot - track * TRACK - TRACK / 2, bar, label }]
  })
}

function labelOf(
  title: string,
  { x, right, left, bar }: { x: number; right: number; left: number; bar: number },
): DrawnMark['label'] {
  const wanted = textWidth(title)
  const least = Math.min(wanted, LEAST_TITLE)
  // Behind the bar, where it fits whole: over one it is hard to read.
  const behind = bar + BESIDE_BAR
  if (bar > 0 && right + BESIDE_MARK - behind >= wanted)
    return { x: x + behind, text: title, anchor: 'start' }
  if (right >= least && (right >= wanted || right >= left))
    return { x: x + BESIDE_MARK, text: cutText(title, right), anchor: 'start' }
  if (left >= least) return { x: x - BESIDE_MARK, text: cutText(title, left), anchor: 'end' }
  return null
}

function countOf(
  mark: Gathered,
  sheet: SharedSheet,
  at: (time: number) => number,
  foot: number,
  room: number,
): DrawnCount {
  const x = at(mark.from)
  const width = Math.max(3, round(at(mark.to) - x - 1.5))
  // What is counted is as high as it is many, and never too low for its number.
  const height = 16 + (room - 18) * (mark.count / sheet.most)
  const number = textWidth(mark.count.toLocaleString('en'))
  return {
    ...{ mark, x, width },
    parts: shares(mark.lanes).map(({ lane, from, to }) => ({
      lane,
      y: round(foot - height * to),
      height: round(height * (to - from)),
    })),
    text: width >= number + 2 ? { x: round(x + width / 2), y: foot - 4 } : null,
  }
}

function lineOf(
  demand: DrawnDemand,
  { y, today, at, width }: { y: number; today: number; at: Place['at']; width: number },
): DrawnLine {
  const { raised, answered, allAnswered, settled, note } = demand.line
  const end = settled ?? today + 1
  const first = Math.min(answered ?? end, end)
  const all = Math.min(allAnswered ?? end, end)
  const pieces = [
    { state: 'waiting' as const, from: at(raised), to: at(first) },
    { state: 'partly' as const, from: at(first), to: at(all) },
    { state: 'answered' as const, from: at(all), to: at(end) },
  ].filter(({ from, to }) => to > from)
  const noteRoom = textWidth(note) + 21
  const noted = noteRoom < width * 0.4
  const number = `${demand.number}. `
  return {
    ...{ demand, pieces, noted, settled: settled !== null },
    wording: number + cutText(demand.wording, width - SIDE - (noted ? noteRoom : 0) - 20),
    ...{ y: y + 15, lineY: y + 27 },
  }
}
