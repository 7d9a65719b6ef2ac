import { dayFromNumber, dayNumber, pad } from '../../dates/calendar'
import { firstDayOfPoint, lastDayOfPoint, readPoint } from '../filters'
import type { Span } from './levels'
import { roundedWindow } from './rounding'

/** The first and the last moment that a window may show, in days since 1970: the years 1 to 9999. */
const EDGES: Span = { from: dayNumber('0001-01-01'), to: dayNumber('9999-12-31') + 1 }
/** Half an hour: nothing is recorded more exactly than to the minute. */
const SHORTEST = 1 / 48

/**
 * Reads a window from an address: two points with two dots between, each a year, a month, a day, or
 * a day with a time (`2018..2020-06`, `2026-02-13T1000..2026-02-13T1830`), or one point alone. Null
 * for everything else.
 */
export function readWindow(text: string | null): Span | null {
  if (!text) return null
  const [first = '', last = first, ...rest] = text.split('..')
  const from = readMoment(first, 'begin')
  const to = readMoment(last, 'end')
  if (rest.length > 0 || from === null || to === null || to <= from) return null
  return fitWindow({ from, to }, null)
}

/** The window as an address holds it: whole days where it is long, minutes where it is short. */
export function writeWindow(window: Span): string {
  const { from, to } = roundedWindow(window)
  if (Number.isInteger(from) && Number.isInteger(to)) {
    const [first, last] = [dayFromNumber(from), dayFromNumber(to - 1)]
    return `${first ?? '0001-01-01'}..${last ?? '9999-12-31'}`
  }
  return `${writeMinute(Math.round(from * 1_440))}..${writeMinute(Math.round(to * 1_440))}`
}

function readMoment(text: string, side: 'begin' | 'end'): number | null {
  const [, day, hours, minutes] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):?(\d{2})$/.exec(text) ?? []
  if (day && hours && minutes) {
    if (readPoint(day) === null || Number(hours) > 24 || Number(minutes) > 59) return null
    return dayNumber(day) + (Number(hours) * 60 + Number(minutes)) / 1_440
  }
  const point = readPoint(text)
  if (!point) return null
  return side === 'begin' ? dayNumber(firstDayOfPoint(point)) : dayNumber(lastDayOfPoint(point)) + 1
}

function writeMinute(minutes: number): string {
  // The end of the last day that can be written is said as its 24:00.
  const day = Math.min(Math.floor(minutes / 1_440), EDGES.to - 1)
  const rest = minutes - day * 1_440
  return `${dayFromNumber(day)}T${pad(Math.floor(rest / 60), 2)}${pad(rest % 60, 2)}`
}

/**
 * A window that can be shown: not shorter than half an hour, within the years 1 to 9999, and, where
 * there is a whole, no longer than twice that and with its middle in it, so that nobody gets lost.
 */
export function fitWindow({ from, to }: Span, whole: Span | null): Span {
  const longest = whole ? Math.max((whole.to - whole.from) * 2, 2) : EDGES.to - EDGES.from
  const length = Math.min(Math.max(to - from, SHORTEST), longest, EDGES.to - EDGES.from)
  const bounds = whole ?? EDGES
  const middle = Math.min(Math.max((from + to) / 2, bounds.from), bounds.to)
  const start = Math.min(Math.max(middle - length / 2, EDGES.from), EDGES.to - length)
  return { from: start, to: start + length }
}

/** The window `factor` times as long, in which the time `around` keeps its place. */
export function zoomedWindow({ from, to }: Span, factor: number, around = (from + to) / 2): Span {
  return { from: around - (around - from) * factor, to: around + (to - around) * factor }
}

/** The window moved by a share of its own length; later for a positive one. */
export function pannedWindow({ from, to }: Span, share: number): Span {
  const by = (to - from) * share
  return { from: from + by, to: to + by }
}

/** The whole of what is to be seen, with some air before it and room for a title after it. */
export function wholeWindow({ from, to }: Span): Span {
  const air = Math.max((to - from) * 0.03, 1)
  return fitWindow({ from: from - air, to: to + air * 2.5 }, null)
}

/**
 * The window for a jump to a year, a month or a day: as long as the one before, where there was one,
 * and otherwise with some room around the point.
 */
export function windowAt(point: string, before: Span | null): Span {
  const from = dayNumber(firstDayOfPoint(point))
  const to = dayNumber(lastDayOfPoint(point)) + 1
  const length = before ? before.to - before.from : Math.max((to - from) * 1.4, 7)
  const middle = (from + to) / 2
  return fitWindow({ from: middle - length / 2, to: middle + length / 2 }, null)
}
