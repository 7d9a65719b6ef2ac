import { monthName } from '../dates/names'
import type { TimelineFilter } from './filters'
import { monthNumber, type RailScale } from './rail'

/** A range of the rail in months counted from year 0, the end left out. */
export type BrushRange = { start: number; end: number }
type Ends = Pick<RailScale, 'first' | 'last'>

/** The part of a scale that a filter's dates leave; an end without a date is the scale's own. */
export function brushRange(
  { from, to }: Pick<TimelineFilter, 'from' | 'to'>,
  { first, last }: Ends,
): BrushRange {
  const inside = (month: number) => Math.min(Math.max(month, first), last)
  return {
    start: inside(from ? monthNumber(`${from}-01`) : first),
    end: inside(to ? monthNumber(to.length === 4 ? `${to}-12` : to) + 1 : last),
  }
}

/**
 * The dates that a filter writes for a range, as years where whole years are meant. At the ends of
 * the scale there is no limit and the text is empty, so that what comes later is shown too.
 */
export function brushPoints({ start, end }: BrushRange, { first, last }: Ends) {
  return {
    from: start <= first ? '' : start % 12 === 0 ? yearOf(start) : monthPoint(start),
    to: end >= last ? '' : end % 12 === 0 ? yearOf(end - 1) : monthPoint(end - 1),
  }
}

/** A month as a drag or a key leaves it: on the scale's grid, with at least one step between the ends. */
export function brushTo(
  range: BrushRange,
  side: keyof BrushRange,
  month: number,
  { first, last, step }: Ends & Pick<RailScale, 'step'>,
): BrushRange {
  const near = first + Math.round((month - first) / step) * step
  return side === 'start'
    ? { ...range, start: Math.max(first, Math.min(near, range.end - step)) }
    : { ...range, end: Math.min(last, Math.max(near, range.start + step)) }
}

/** The month that a handle stands on, in words: the first or the last that is shown. */
export function brushWords(range: BrushRange, side: keyof BrushRange): string {
  const month = side === 'start' ? range.start : range.end - 1
  return `${monthName((month % 12) + 1)} ${yearOf(month)}`
}

function yearOf(month: number): string {
  return String(Math.floor(month / 12)).padStart(4, '0')
}

function monthPoint(month: number): string {
  return `${yearOf(month)}-${String((month % 12) + 1).padStart(2, '0')}`
}
