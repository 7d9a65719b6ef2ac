import { dayFromNumber, dayNumber, daysInMonth, isoDay, weekdayOf } from './calendar'
import type { DateContext } from './context'
import type { DatePart } from './grammar'
import { monthName, WEEKDAYS } from './names'
import { Refusal, Unclear } from './refusal'
import { weekdayNamed } from './tokens'
import { longYear } from './years'

/**
 * A stretch of time by its first and last date; both are the same object for a single date. `within` says that what is
 * dated lies somewhere in it, and need not have lasted from one to the other.
 */
export type Extent = { from: DatePart; to: DatePart; within?: true }

const NUMBERS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: 4 }
const ABOUT = /^(?:about|around|approximately|circa|ca|c|roughly|~) /
const NOISE = /^(?:(?:on|in|during|for|the|of|within) )+/

/**
 * Reads quarters, halves, weeks and days such as "first Monday of March 2020" from the tokens' text: "q 3 2020", "third quarter of 2020", "h 1 2021", "second half
 * of march 2020", "week of 20 august 2018", "2026 - w 07". Null when the words are of another sort.
 *
 * @param readPart reads the date that a week or a half is of.
 * @throws Unclear when the week may begin on a Monday or on a Sunday.
 */
export function readUnit(
  text: string,
  context: DateContext,
  readPart: (text: string) => DatePart,
): Extent | null {
  const bare = text.replace(NOISE, '')
  const about = ABOUT.test(bare)
  const words = bare
    .replace(ABOUT, '')
    .replace(NOISE, '')
    .replace(
      /^([qh] [1-4] )('\d{2})$/,
      (_, unit: string, year: string) => unit + longYear(year, context),
    )
  const unit =
    readQuarter(words) ??
    readHalf(words, readPart) ??
    readWeek(words, context, readPart) ??
    readNthWeekday(words, readPart)
  if (!unit || !about) return unit
  return { from: { ...unit.from, qualifier: '~' }, to: { ...unit.to, qualifier: '~' } }
}

function readQuarter(text: string): Extent | null {
  const span = /^q ([1-4]) (?:-|to|through) q ([1-4]) (?:of |, )?(\d{4})$/.exec(text)
  if (span) return months(Number(span[3]), Number(span[1]) * 3 - 2, Number(span[2]) * 3)
  const match =
    /^q ?([1-4]) (?:of |- |\/ |, )?(?<year>\d{4})$/.exec(text) ??
    /^([1-4]) q (?:of |- |\/ |, )?(?<year>\d{4})$/.exec(text) ??
    /^(?<year>\d{4}) (?:- |\/ |, )?q ([1-4])$/.exec(text) ??
    /^([1-4](?:st|nd|rd|th)?|first|second|third|fourth|last) quarter (?:of |in |, )?(?<year>\d{4})$/.exec(
      text,
    )
  const year = Number(match?.groups?.year)
  const which = match?.slice(1).find((group) => group !== match.groups?.year) ?? ''
  const quarter = NUMBERS[which] ?? Number.parseInt(which, 10)
  return match ? months(year, quarter * 3 - 2, quarter * 3) : null
}

function readHalf(text: string, readPart: (text: string) => DatePart): Extent | null {
  const short =
    /^h ([12]) (?:of |- |\/ |, )?(?<year>\d{4})$/.exec(text) ??
    /^([12]) h (?:of |- |\/ |, )?(?<year>\d{4})$/.exec(text) ??
    /^(?<year>\d{4}) (?:- |\/ |, )?h ([12])$/.exec(text)
  const long = /^(1st|first|2nd|second|last) half (?:of |in |, )?(.+)$/.exec(text)
  if (!short && !long) return null
  const second = short
    ? (short.slice(1).find((group) => group !== short.groups?.year) ?? '') === '2'
    : !/^(?:1st|first)$/.test(long?.[1] ?? '')
  if (short) return months(Number(short.groups?.year), second ? 7 : 1, second ? 12 : 6)
  const whole = readPart(long?.[2] ?? '')
  if (whole.precision === 'year') return months(whole.year, second ? 7 : 1, second ? 12 : 6)
  if (whole.precision === 'month') {
    const { year, month } = whole
    const last = daysInMonth(year, month)
    return days(isoDay(year, month, second ? 16 : 1), isoDay(year, month, second ? last : 15))
  }
  if (whole.precision === 'decade') return years(whole.decade * 10 + (second ? 5 : 0), 4)
  if (whole.precision === 'century') return years(whole.century * 100 + (second ? 50 : 0), 49)
  throw new Refusal('A half is of a year or a month, such as first half of 2021.')
}

function years(first: number, more: number): Extent | null {
  if (first < 1) return null
  const year = (at: number): DatePart => ({ precision: 'year', year: at, qualifier: '' })
  return { from: year(first), to: year(first + more), within: true }
}

function months(year: number, first: number, last: number): Extent | null {
  if (year < 1) return null
  return {
    from: { precision: 'month', year, month: first, qualifier: '' },
    to: { precision: 'month', year, month: last, qualifier: '' },
  }
}

function days(first: string, last: string): Extent {
  return { from: dayPart(first), to: dayPart(last) }
}

function dayPart(iso: string): DatePart {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return { precision: 'day', year, month, day, qualifier: '' }
}

function readWeek(
  text: string,
  context: DateContext,
  readPart: (text: string) => DatePart,
): Extent | null {
  const iso =
    /^(?<year>\d{4}) (?:- )?w (?<week>\d{1,2})(?: - (?<day>[1-7]))?$/.exec(text) ??
    /^(?:week|wk|kw|cw|w) (?<week>\d{1,2})(?: |\/)(?:of |in |, |- |\/ )?(?<year>\d{4})$/.exec(text)
  if (iso?.groups) return isoWeek(Number(iso.groups.year), Number(iso.groups.week), iso.groups.day)
  const near = /^(last|this|next) (week|weekend)$/.exec(text)
  if (near) {
    const step = { last: -7, this: 0, next: 7 }[near[1] ?? ''] ?? 0
    const day = shifted(context.today, step)
    return near[2] === 'week'
      ? weekAround(day, context)
      : weekendOf(shifted(day, -((weekdayOf(day) + 6) % 7)))
  }
  const weekend = /^weekend (?:of |on )?(.+)$/.exec(text)
  if (weekend) return weekendOf(exactDay(readPart(weekend[1] ?? '')))
  const week = /^(?:week|wk) (of|beginning|starting|commencing|from|ending|to) (.+)$/.exec(
    text.replace(/^w \/ ([ce]) /, (_, sign) => `week ${sign === 'c' ? 'beginning' : 'ending'} `),
  )
  if (!week) return null
  const day = exactDay(readPart((week[2] ?? '').replace(/^(?:on|the) /, '')))
  if (week[1] === 'of') return weekAround(day, context, true)
  return week[1] === 'ending' || week[1] === 'to'
    ? days(shifted(day, -6), day)
    : days(day, shifted(day, 6))
}

const NTH =
  /^(1st|first|2nd|second|3rd|third|4th|fourth|5th|fifth|last) ([a-z]{3,9}) (?:of |in |, )(.+)$/

/** "First Monday of March 2020", "last Friday in May". */
function readNthWeekday(text: string, readPart: (text: string) => DatePart): Extent | null {
  const [, nth = '', name = '', rest = ''] = NTH.exec(text) ?? []
  const weekday = weekdayNamed(name)
  if (weekday === null) return null
  const month = readPart(rest.replace(/^the month of /, ''))
  if (month.precision !== 'month' || month.qualifier !== '') {
    throw new Refusal('Such a day is of a month, such as first Monday of March 2020.')
  }
  const first = isoDay(month.year, month.month, 1)
  const length = daysInMonth(month.year, month.month)
  const earliest = 1 + ((weekday - weekdayOf(first) + 7) % 7)
  const count = nth === 'last' ? Math.floor((length - earliest) / 7) : countOf(nth) - 1
  const day = earliest + 7 * count
  if (day > length) {
    throw new Refusal(`${monthName(month.month)} ${month.year} has no ${nth} ${WEEKDAYS[weekday]}.`)
  }
  const only = dayPart(isoDay(month.year, month.month, day))
  return { from: only, to: only }
}

function countOf(word: string): number {
  return Number.parseInt(word, 10) || (NUMBERS[word] ?? 5)
}

function exactDay(part: DatePart): string {
  if (part.precision !== 'day' || part.qualifier !== '') {
    throw new Refusal('A week is named by one of its days, such as week of 20 Aug 2018.')
  }
  return isoDay(part.year, part.month, part.day)
}

function shifted(iso: string, by: number): string {
  const day = dayFromNumber(dayNumber(iso) + by)
  if (!day) throw new Refusal('That is outside the years 1 to 9999.')
  return day
}

/** The week that a day lies in. A week "of" a Monday begins with it, whatever the day on which weeks begin here. */
function weekAround(day: string, { firstWeekday }: DateContext, named = false): Extent {
  const weekday = weekdayOf(day)
  const begins = named && weekday === 1 ? 1 : firstWeekday
  if (begins === undefined || begins === null) {
    throw new Unclear('The week may begin on Monday or on Sunday. Choose one, or write its days.', [
      { firstWeekday: 1 },
      { firstWeekday: 0 },
    ])
  }
  const first = shifted(day, -((weekday - begins + 7) % 7))
  return days(first, shifted(first, 6))
}

/** Saturday and Sunday of the week that begins with a Monday. */
function weekendOf(day: string): Extent {
  const saturday = shifted(day, 5 - ((weekdayOf(day) + 6) % 7))
  return days(saturday, shifted(saturday, 1))
}

function isoWeek(year: number, week: number, day: string | undefined): Extent {
  const fourth = isoDay(year, 1, 4)
  if (Number.isNaN(dayNumber(fourth))) throw new Refusal('Years run from 1 to 9999.')
  const monday = shifted(fourth, -((weekdayOf(fourth) + 6) % 7) + (week - 1) * 7)
  const thursday = shifted(monday, 3)
  if (week < 1 || !thursday.startsWith(isoDay(year, 1, 1).slice(0, 4))) {
    throw new Refusal(`${year} has no week ${week}.`)
  }
  if (!day) return days(monday, shifted(monday, 6))
  const only = dayPart(shifted(monday, Number(day) - 1))
  return { from: only, to: only }
}
