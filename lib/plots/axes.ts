import { scaleLinear, scaleUtc } from 'd3-scale'
import { dayFromNumber, dayNumber } from '../dates/calendar'
import { round, textWidth } from './frame'

/** A place on an axis with what stands there. */
export type Tick = { at: number; label: string }

/** An axis of days; `at` gives the coordinate of an ISO day. */
export type TimeAxis = { first: string; last: string; at: (day: string) => number; ticks: Tick[] }

/** An axis of numbers that begins at 0. */
export type CountAxis = { most: number; at: (count: number) => number; ticks: Tick[] }

const DAY_MS = 86_400_000
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const ROOM = 76

/**
 * An axis from one ISO day to another, in even time. Its labels never touch each other, nor leave
 * the drawing of the given width.
 */
export function timeAxis(
  first: string,
  last: string,
  [from, to]: [number, number],
  width: number,
): TimeAxis {
  // One day alone has no length; it is drawn in the middle of three.
  const [low, high] =
    first === last
      ? [dayNumber(first) - 1, dayNumber(last) + 1]
      : [dayNumber(first), dayNumber(last)]
  const scale = scaleUtc([new Date(low * DAY_MS), new Date(high * DAY_MS)], [from, to])
  let year = ''
  let end = -Infinity
  const ticks = scale.ticks(Math.max(2, Math.floor((to - from) / ROOM))).flatMap((date) => {
    // Steps below a day make no sense here.
    const day = dayFromNumber(date.getTime() / DAY_MS)
    if (day === null || date.getTime() % DAY_MS !== 0) return []
    const at = round(scale(date))
    const label = tickLabel(day, year)
    const half = textWidth(label) / 2
    if (at - half < Math.max(end + 8, 0) || at + half > width) return []
    year = day.slice(0, 4)
    end = at + half
    return [{ at, label }]
  })
  return {
    first,
    last,
    at: (day) => round(scale(new Date(dayNumber(day) * DAY_MS))),
    ticks,
  }
}

// The year stands at its first tick only.
function tickLabel(day: string, yearBefore: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = MONTHS[Number(month) - 1] ?? ''
  const shown = year === yearBefore ? '' : ` ${year}`
  if (date !== '01') return `${Number(date)} ${name}${shown}`
  return month === '01' ? year : `${name}${shown}`
}

/** An axis of whole numbers from 0 to at least `most`; `from` is where 0 stands. */
export function countAxis(most: number, [from, to]: [number, number], steps = 4): CountAxis {
  const scale = scaleLinear([0, Math.max(most, 1)], [from, to]).nice(steps)
  return {
    most: scale.domain()[1] ?? 1,
    at: (count) => round(scale(count)),
    ticks: scale
      .ticks(steps)
      .filter(Number.isInteger)
      .map((count) => ({ at: round(scale(count)), label: count.toLocaleString('en') })),
  }
}
