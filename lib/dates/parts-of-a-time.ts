import { daysInMonth } from './calendar'
import type { DatePart } from './grammar'
import type { Extent } from './units'

/** Which third of a year or month is meant by "early", "mid" and "late". */
export type Third = 'early' | 'mid' | 'late'

const THIRDS: readonly Third[] = ['early', 'mid', 'late']

/**
 * The approximate interval for "early 2025" or "late March 2025". EDTF has no such word, so a year is parted
 * in January to April, May to August, September to December, and a month in days 1 to 10, 11 to 20 and the
 * rest, with both ends marked approximate. No other words give these intervals, so they can be read back. Of a
 * decade or a century it is some time between two years: 0 to 3, 4 to 6, 7 to 9, or a third of the hundred.
 */
export function thirdOf(third: Third, whole: DatePart): Extent | null {
  const index = THIRDS.indexOf(third)
  if (whole.qualifier !== '') return null
  if (whole.precision === 'year') {
    const { year } = whole
    const month = (at: number): DatePart => ({
      precision: 'month',
      year,
      month: at,
      qualifier: '~',
    })
    return { from: month(index * 4 + 1), to: month(index * 4 + 4) }
  }
  if (whole.precision === 'month') {
    const { year, month } = whole
    const day = (at: number): DatePart => ({
      precision: 'day',
      year,
      month,
      day: at,
      qualifier: '~',
    })
    const last = index === 2 ? daysInMonth(year, month) : index * 10 + 10
    return { from: day(index * 10 + 1), to: day(last) }
  }
  if (whole.precision === 'decade') return years(whole.decade * 10, DECADE[index])
  if (whole.precision === 'century') return years(whole.century * 100, CENTURY[index])
  return null
}

const DECADE = [
  [0, 3],
  [4, 6],
  [7, 9],
]
const CENTURY = [
  [0, 33],
  [34, 66],
  [67, 99],
]

function years(start: number, [first = 0, last = 0]: number[] = []): Extent {
  const year = (at: number): DatePart => ({ precision: 'year', year: start + at, qualifier: '' })
  return { from: year(first), to: year(last), within: true }
}

/** The third that an interval stands for, or null when it is not one that `thirdOf` gives. */
export function asThird(from: DatePart, to: DatePart): { third: Third; whole: DatePart } | null {
  if (from.qualifier !== '~' || to.qualifier !== '~') return null
  if (from.precision === 'month' && to.precision === 'month' && from.year === to.year) {
    const third = THIRDS[(from.month - 1) / 4]
    if (!third || to.month !== from.month + 3) return null
    return { third, whole: { precision: 'year', year: from.year, qualifier: '' } }
  }
  if (from.precision !== 'day' || to.precision !== 'day') return null
  if (from.year !== to.year || from.month !== to.month) return null
  const third = THIRDS[(from.day - 1) / 10]
  const last = third === 'late' ? daysInMonth(to.year, to.month) : from.day + 9
  if (!third || to.day !== last) return null
  const whole = { precision: 'month', year: from.year, month: from.month, qualifier: '' } as const
  return { third, whole }
}
