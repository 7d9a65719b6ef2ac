import { dayExists, daysInMonth, isoDay, weekdayOf } from './calendar'
import type { DateContext } from './context'
import type { DatePart, Qualifier } from './grammar'
import { monthName, WEEKDAYS } from './names'
import { Refusal } from './refusal'
import { yearFor } from './years'

/** A date as far as its words go: "13 Feb" lacks the year, the 12 of "12 or 13 Feb" the month as well. */
export type PartialDate = {
  /** Set when the words name a whole date other than day, month and year, such as a season. */
  whole: DatePart | null
  /** The last year of two that `whole` is the first of, as in "2019/20". */
  lasts: number | null
  day: number | null
  month: number | null
  year: number | null
  /** 0 Sunday to 6 Saturday when the words name it. */
  weekday: number | null
  qualifier: Qualifier
}

/** An empty partial date with some of its fields set. */
export function partialDate(fields: Partial<PartialDate>): PartialDate {
  return {
    whole: null,
    lasts: null,
    day: null,
    month: null,
    year: null,
    weekday: null,
    qualifier: '',
    ...fields,
  }
}

/**
 * Fills what dates named together leave out, from the next one and else from the one before: "12 or 13 Feb",
 * "Feb 12-14, 2026". When no date has a year, the last one gets the year that `yearFor` finds.
 * A date that borrowed its year and then falls on the wrong side of its neighbour is moved by one year
 * ("28 Dec - 2 Jan 2026").
 *
 * @throws Refusal when a month cannot be found, or a date does not exist.
 */
export function completed(dates: PartialDate[], context: DateContext): DatePart[] {
  const filled = dates.map((date) => ({ ...date }))
  for (const reverse of [true, false]) fillMonths(filled, reverse)
  const borrowed = filled.map((date) => !date.whole && date.year === null)
  const last = filled.at(-1)
  if (last && !last.whole && !filled.some((date) => yearOf(date) !== null)) {
    last.year = yearOfLast(filled, last, context)
  }
  for (const reverse of [true, false]) fillYears(filled, reverse)
  if (filled.length === 2) straighten(filled, borrowed)
  return filled.map(toPart)
}

function fillMonths(dates: PartialDate[], reverse: boolean) {
  for (const [date, neighbour] of pairs(dates, reverse)) {
    if (date.day !== null && date.month === null && neighbour.day !== null) {
      date.month = neighbour.month
    }
  }
}

function fillYears(dates: PartialDate[], reverse: boolean) {
  for (const [date, neighbour] of pairs(dates, reverse)) {
    if (!date.whole && date.year === null) date.year = yearOf(neighbour)
  }
}

function yearOf(date: PartialDate): number | null {
  if (!date.whole) return date.year
  return 'year' in date.whole ? date.whole.year : null
}

function pairs(dates: PartialDate[], reverse: boolean): [PartialDate, PartialDate][] {
  const order = reverse ? [...dates].reverse() : dates
  return order.slice(1).map((date, index) => [date, order[index] as PartialDate])
}

function straighten([first, last]: PartialDate[], borrowed: boolean[]) {
  if (!first || !last || first.year === null || first.year !== last.year) return
  if (first.month === null || last.month === null) return
  const reversed =
    first.month > last.month || (first.month === last.month && (first.day ?? 0) > (last.day ?? 31))
  if (!reversed || first.month === last.month) return
  if (borrowed[0]) first.year -= 1
  else if (borrowed[1]) last.year += 1
}

/** The last of several dates may lie ahead when the first has begun: then what is named is going on. */
function yearOfLast(dates: PartialDate[], last: PartialDate, context: DateContext): number {
  const { day, month, weekday } = last
  if (month === null) throw new Refusal('The month is missing. Write the date as 13 Feb 2026.')
  const date = { day, month, weekday }
  const [first] = dates
  if (dates.length < 2 || context.chosen?.year || !first?.month) return yearFor(date, context)
  const ahead = yearFor(date, { ...context, expects: 'ahead' })
  const begins = { day: first.day, month: first.month, weekday: first.weekday }
  const began = yearFor(begins, { ...context, chosen: { ...context.chosen, year: 'past' } })
  const goesOn = began === ahead - (first.month > month ? 1 : 0)
  return goesOn ? ahead : yearFor(date, context)
}

function toPart(date: PartialDate): DatePart {
  const { day, month, year, qualifier } = date
  if (date.whole) return { ...date.whole, qualifier: merged(date.whole.qualifier, qualifier) }
  if (month === null && day !== null) {
    throw new Refusal('The month is missing. Write the date as 13 Feb 2026.')
  }
  if (year === null) throw new Refusal('The year is missing. Write the date as 13 Feb 2026.')
  if (year < 1 || year > 9999) {
    throw new Refusal('There is no year 0 in this calendar. Years run from 1 to 9999.')
  }
  if (month === null) return { precision: 'year', year, qualifier }
  if (month < 1 || month > 12) {
    throw new Refusal(`There is no month ${month}. Months run from 1 to 12.`)
  }
  if (day === null) return { precision: 'month', year, month, qualifier }
  if (!dayExists(year, month, day)) {
    const length = daysInMonth(year, month)
    const name = `${monthName(month)} ${year}`
    throw new Refusal(`${day} ${name} does not exist: ${name} has ${length} days.`)
  }
  return { precision: 'day', year, month, day, qualifier }
}

/** One qualifier that says what two say. */
function merged(a: Qualifier, b: Qualifier): Qualifier {
  const both = a + b
  const about = /[~%]/.test(both)
  const uncertain = /[?%]/.test(both)
  if (about && uncertain) return '%'
  return about ? '~' : uncertain ? '?' : ''
}

/** A sentence when the words name another day of the week than the date has, else null. */
export function weekdayWarning(weekday: number | null, part: DatePart): string | null {
  if (weekday === null || part.precision !== 'day') return null
  const actual = weekdayOf(isoDay(part.year, part.month, part.day))
  if (actual === weekday) return null
  const date = `${part.day} ${monthName(part.month)} ${part.year}`
  return `${date} is a ${WEEKDAYS[actual]}, not a ${WEEKDAYS[weekday]}.`
}
