import { daysBetween } from '../dates/days'
import { firstDayOf, lastDayOf, readEdtf, type DateValue } from '../dates/grammar'
import { isApproximate } from '../dates/words'

/**
 * The days, ISO, on which something may have happened. `first` is null where the record says "by" and
 * no more; `about` where the date itself is approximate, so that days counted from it are too.
 */
export type PossibleDays = { first: string | null; last: string; about: boolean }

/**
 * A number of days between two dates that may both be uncertain. Null means that the record sets no
 * limit on that side. `most` is below 0 where the second came before the first.
 */
export type DaySpan = { least: number | null; most: number | null; about: boolean }

/**
 * The days on which what has this date may have begun, as known on a day; null where it lies later
 * or is not EDTF. Of a span with a first day given it is that day, of any other all its days.
 * `beginningsSql` of the server's clock says the same of rows.
 *
 * @param asOf ISO day; nothing that counts has happened after it.
 */
export function possibleDays(edtf: string, asOf: string): PossibleDays | null {
  const value = readEdtf(edtf)
  if (!value) return null
  const { first, last } = startOf(value, asOf)
  if ((first ?? last) > asOf) return null
  return { first, last: last < asOf ? last : asOf, about: isApproximate(edtf) }
}

/** One certain day, such as today. */
export function certainDay(day: string): PossibleDays {
  return { first: day, last: day, about: false }
}

/** Days from one to the other, at least and at most. */
export function daysFromTo(from: PossibleDays, to: PossibleDays): DaySpan {
  const most = from.first === null ? null : daysBetween(from.first, to.last)
  const least = to.first === null ? null : daysBetween(from.last, to.first)
  return {
    // Not less than none, except where it is plain that the second came first.
    least: least !== null && least < 0 && (most === null || most >= 0) ? 0 : least,
    most,
    about: from.about || to.about,
  }
}

/** "12 days", "12 to 40 days", "at least 12 days", "at most 40 days", "about 12 days". */
export function daySpanInWords({ least, most, about }: DaySpan): string {
  const approximately = about ? 'about ' : ''
  if (least !== null && least === most) return `${approximately}${days(least)}`
  if (least === null && most === null) return 'an unknown number of days'
  if (most === null) return `at least ${approximately}${days(least ?? 0)}`
  if (least === null) return `at most ${approximately}${days(most)}`
  return `${approximately}${count(least)} to ${days(most)}`
}

/** The number to sort and draw by: the fewest days that are certain, or the most where none are. */
export function spanLength({ least, most }: DaySpan): number {
  return Math.max(0, least ?? most ?? 0)
}

function startOf(value: DateValue, asOf: string): { first: string | null; last: string } {
  switch (value.kind) {
    case 'plain':
      return { first: firstDayOf(value.part), last: lastDayOf(value.part) }
    case 'by':
      return { first: null, last: lastDayOf(value.part) }
    case 'or-later':
      return { first: firstDayOf(value.part), last: asOf }
    case 'between':
      return { first: firstDayOf(value.from), last: lastDayOf(value.to) }
    case 'one-of': {
      const firsts = value.parts.map(firstDayOf).sort()
      const lasts = value.parts.map(lastDayOf).sort()
      return { first: firsts[0] ?? null, last: lasts.at(-1) ?? asOf }
    }
    case 'interval': {
      const { from, to } = value
      if (typeof from === 'object') {
        const first = firstDayOf(from)
        if (from.precision === 'day') return { first, last: first }
        return { first, last: typeof to === 'object' ? lastDayOf(to) : asOf }
      }
      return { first: null, last: typeof to === 'object' ? lastDayOf(to) : asOf }
    }
  }
}

function days(number: number): string {
  return number === 1 ? '1 day' : `${count(number)} days`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
