/**
 * The steps of the zoom. Time is counted in days since 1970-01-01 by the clocks of the campaign's
 * zone, so that every day is 24 hours long: a clock change leaves an hour empty or fills it twice.
 */
export type Level = {
  unit: 'year' | 'month' | 'day' | 'minute'
  /** How many units one bucket is long. */
  size: number
  /** The length of one bucket in days, on average. */
  days: number
}

/** A span of time: `to` is left out of it. */
export type Span = { from: number; to: number }

const YEAR = 365.2425
const MONTH = YEAR / 12
const MINUTES = 1_440

/** From centuries to minutes. Entries within one bucket gather into one mark. */
export const levels: readonly Level[] = [
  ...[500, 200, 100, 50, 20, 10, 5, 2, 1].map((size) => level('year', size, YEAR)),
  ...[6, 3, 1].map((size) => level('month', size, MONTH)),
  ...[7, 2, 1].map((size) => level('day', size, 1)),
  ...[720, 360, 120, 60, 30, 10, 5, 1].map((size) => level('minute', size, 1 / MINUTES)),
]

/** Where buckets are shorter than a day, and the time of day tells where an entry stands. */
export const FIRST_HOURS = levels.findIndex(({ unit }) => unit === 'minute')

function level(unit: Level['unit'], size: number, days: number): Level {
  return { unit, size, days: size * days }
}

/** The index of the finest level that draws a span of this many days with at most `most` buckets. */
export function levelFor(days: number, most: number): number {
  for (let index = levels.length - 1; index > 0; index--)
    if (days <= (levels[index]?.days ?? 0) * most) return index
  return 0
}

/** The level of this index; the coarsest or finest for one beyond the ends. */
export function levelAt(index: number): Level {
  const inside = Math.min(Math.max(Math.trunc(index), 0), levels.length - 1)
  return levels[inside] ?? level('year', 1, YEAR)
}

/** Which bucket of a level a time falls into; buckets are counted through, without a gap. */
export function bucketOf({ unit, size }: Level, time: number): number {
  // A minute is no exact fraction of a day, and must not fall before itself.
  if (unit === 'minute') return Math.floor((time * MINUTES + 1e-4) / size)
  const day = Math.floor(time + 1e-7)
  if (unit === 'day') return Math.floor((size === 7 ? day + 3 : day) / size)
  const { year, month } = civil(day)
  return Math.floor((unit === 'year' ? year : year * 12 + month - 1) / size)
}

/** Where a bucket begins, in days; it ends where the next one begins. */
export function bucketStart({ unit, size }: Level, bucket: number): number {
  if (unit === 'minute') return (bucket * size) / MINUTES
  // Weeks begin on Monday (ISO 8601); 1970 began on a Thursday.
  if (unit === 'day') return bucket * size - (size === 7 ? 3 : 0)
  if (unit === 'year') return dayOfMonthStart(bucket * size, 1)
  const months = bucket * size
  return dayOfMonthStart(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1)
}

/** Year and month of a day counted from 1970-01-01, in the proleptic Gregorian calendar. */
export function civil(day: number): { year: number; month: number; day: number } {
  // Howard Hinnant's civil_from_days: the year begins in March, so that the leap day is its last.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

/** Days from 1970-01-01 to the first day of a month; any year, also those before 1. */
export function dayOfMonthStart(year: number, month: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5)
  const ofEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear
  return era * 146_097 + ofEra - 719_468
}
