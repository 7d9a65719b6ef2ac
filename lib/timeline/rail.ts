import { filterLanes, type FilterLane } from './filters'
import type { MonthCount } from './counts'

/** A piece of the rail: `start` and `end` are months counted from year 0, the end left out. */
export type RailBin = { start: number; end: number; lane: FilterLane; count: number }

/** A line across the rail with the year or decade that begins there. */
type RailMark = { month: number; label: string; point: string }

/** The density of a campaign, drawn to scale: a bin's length is its time, its width its count. */
export type RailScale = {
  first: number
  last: number
  /** Months in a bin: 1, or more where a month would be too thin to see. */
  step: number
  most: number
  marks: RailMark[]
}

const MOST_BINS = 240
const MOST_MARKS = 16

/** A month as a number, counted from year 0. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/**
 * The scale on which months are drawn. Its time is even, so that a quiet year is as long as a full
 * one; null where there is nothing to draw.
 */
export function railScale(months: MonthCount[]): RailScale | null {
  if (months.length === 0) return null
  const numbers = months.map(({ month }) => monthNumber(month))
  const low = Math.min(...numbers)
  const high = Math.max(...numbers) + 1
  const step = [1, 3, 12, 60, 120].find((size) => (high - low) / size <= MOST_BINS) ?? 1_200
  const first = Math.floor(low / Math.max(step, 12)) * Math.max(step, 12)
  const last = Math.ceil(high / Math.max(step, 12)) * Math.max(step, 12)
  const bins = railBins(months, { first, step })
  return {
    first,
    last,
    step,
    most: Math.max(...bins.map(({ count }) => count)),
    marks: marksOf(first, last),
  }
}

/** The counts of a scale's bins by lane, in order of time; empty bins are left out. */
export function railBins(
  months: MonthCount[],
  { first, step }: Pick<RailScale, 'first' | 'step'>,
): RailBin[] {
  const bins = new Map<string, RailBin>()
  for (const { month, lane, count } of months) {
    const start = first + Math.floor((monthNumber(month) - first) / step) * step
    const key = `${lane} ${start}`
    const bin = bins.get(key)
    if (bin) bin.count += count
    else bins.set(key, { start, end: start + step, lane, count })
  }
  return [...bins.values()].sort((a, b) => a.start - b.start)
}

/** A single entry among thousands is still to be seen. */
const LEAST = 4

/**
 * Each lane's density as the outline of one shape, in the words of an SVG path: x counts bins from
 * the first, y goes from 0 to 100, which is the fullest bin of the scale.
 */
export function railOutlines(
  months: MonthCount[],
  scale: Pick<RailScale, 'first' | 'step' | 'most'>,
): { lane: FilterLane; path: string }[] {
  const outlines = new Map<FilterLane, { path: string; at: number; height: number }>()
  for (const { lane, start, count } of railBins(months, scale)) {
    const at = (start - scale.first) / scale.step
    const height = Math.max(Math.round((count / scale.most) * 100), LEAST)
    const before = outlines.get(lane) ?? { path: 'M0 0', at: 0, height: 0 }
    // Between two bins the outline goes back to the ground; `at` is where the last one ends.
    const gap = at - before.at
    const path =
      gap > 0
        ? `${before.path}${steps('v', -before.height)}${steps('h', gap)}v${height}`
        : `${before.path}${steps('v', height - before.height)}`
    outlines.set(lane, { path: `${path}h1`, at: at + 1, height })
  }
  return [...outlines].map(([lane, { path, height }]) => ({ lane, path: `${path}v${-height}z` }))
}

function steps(command: 'h' | 'v', by: number): string {
  return by === 0 ? '' : `${command}${by}`
}

/** The counts by year and lane, for those who read a table instead; years without any are left out. */
export function yearTable(
  months: MonthCount[],
): { year: string; lanes: Record<FilterLane, number>; all: number }[] {
  const years = new Map<string, Record<FilterLane, number>>()
  for (const { month, lane, count } of months) {
    const year = month.slice(0, 4)
    const lanes =
      years.get(year) ??
      (Object.fromEntries(filterLanes.map((one) => [one, 0])) as Record<FilterLane, number>)
    lanes[lane] += count
    years.set(year, lanes)
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, lanes]) => ({
      year,
      lanes,
      // An entry that raises a demand stands in its own lane too.
      all: lanes.action + lanes.response + lanes.outcome + lanes.context,
    }))
}

function marksOf(first: number, last: number): RailMark[] {
  const years = (last - first) / 12
  const every =
    [1, 2, 5, 10, 25, 50, 100, 250, 500].find((size) => years / size <= MOST_MARKS) ?? 1_000
  const marks: RailMark[] = []
  for (let year = Math.ceil(first / 12 / every) * every; year * 12 < last; year += every) {
    if (year < 1) continue
    const label = String(year).padStart(4, '0')
    marks.push({ month: year * 12, label, point: label })
  }
  return marks
}
