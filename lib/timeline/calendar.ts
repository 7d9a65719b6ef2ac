import type { EntrySign } from '../entries/signs'
import { isOpenEnded, lastsForDays } from '../dates/lasting'
import { dayFromNumber, dayNumber, daysInMonth, isoDay, weekdayOf } from '../dates/calendar'
import { WEEKDAYS } from '../dates/names'
import type { EntryKind, Lane } from '../kinds/names'

/** An entry as a calendar names it. */
export type CalendarEntry = {
  id: string
  title: string
  lane: Lane
  kind: EntryKind
  edtf: string
  time: string | null
  firstDay: string
  lastDay: string
  /** What stands beside its title. */
  signs: EntrySign[]
}

/** What has no one day of its own: the first of them, and how many there are. */
type Inexact = { inexact: CalendarEntry[]; inexactCount: number }

/** A year's entries counted by ISO day; days without any are left out. */
export type CalendarYear = Inexact & { days: { day: string; count: number }[] }

/** A month's entries by ISO day, the first few of each day with the day's number of them. */
export type CalendarMonth = Inexact & {
  days: { day: string; count: number; entries: CalendarEntry[] }[]
}

/**
 * A month in weeks; null stands for the days of other months.
 *
 * @param month YYYY-MM, a month that exists.
 * @param firstWeekday on which a week begins, 0 Sunday to 6 Saturday.
 */
export function weeksOf(month: string, firstWeekday: number): (string | null)[][] {
  const [year = 1, number = 1] = month.split('-').map(Number)
  const count = daysInMonth(year, number)
  const before = (weekdayOf(isoDay(year, number, 1)) + 7 - firstWeekday) % 7
  const cells: (string | null)[] = Array.from({ length: before }, () => null)
  for (let day = 1; day <= count; day++) cells.push(isoDay(year, number, day))
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** A part of what lasts several days, within one week of a month. */
export type SpanPiece = {
  entry: CalendarEntry
  /** The day on which it begins in the week, and how many days it covers there. */
  day: string
  days: number
  /** Its line among the spans of the week, from 0. */
  line: number
  /** Whether the entry itself begins and ends here, or goes on beyond the week or the month. */
  begins: boolean
  ends: boolean
}

/**
 * What lasts several days as it is drawn across the days of each week, the earlier above. A date that
 * may be any of several days is not drawn: nobody knows which of them it covers.
 *
 * @param today the last day of what goes on
 */
export function spansOf(
  weeks: readonly (string | null)[][],
  entries: readonly CalendarEntry[],
  today: string,
): SpanPiece[][] {
  const lasting = entries
    .filter(({ edtf }) => lastsForDays(edtf))
    .map((entry) => ({
      entry,
      last: isOpenEnded(entry.edtf) && entry.lastDay < today ? today : entry.lastDay,
    }))
    .sort((a, b) => (a.entry.firstDay < b.entry.firstDay ? -1 : 1))
  return weeks.map((week) => {
    const days = week.filter((day) => day !== null)
    const [first = '', end = ''] = [days[0], days.at(-1)]
    const pieces: SpanPiece[] = []
    const free: string[] = []
    for (const { entry, last } of lasting) {
      if (entry.firstDay > end || last < first) continue
      const from = entry.firstDay < first ? first : entry.firstDay
      const to = last > end ? end : last
      const open = free.findIndex((until) => until < from)
      const line = open === -1 ? free.length : open
      free[line] = to
      pieces.push({
        ...{ entry, day: from, days: days.indexOf(to) - days.indexOf(from) + 1, line },
        ...{ begins: from === entry.firstDay, ends: to === last },
      })
    }
    return pieces
  })
}

/** The names of the days of a week that begins on `firstWeekday`, 0 Sunday to 6 Saturday. */
export function weekdaysFrom(firstWeekday: number): string[] {
  return [...WEEKDAYS.slice(firstWeekday), ...WEEKDAYS.slice(0, firstWeekday)]
}

/** The twelve months of a year of four digits, YYYY-MM. */
export function monthsOf(year: string): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
}

/** The month before or after a month, YYYY-MM; null outside the years 1 to 9999. */
export function neighbourMonth(month: string, step: -1 | 1): string | null {
  const [year = 1, number = 1] = month.split('-').map(Number)
  const edge = step === 1 ? daysInMonth(year, number) + 1 : 0
  return dayFromNumber(dayNumber(`${month}-01`) + edge - 1)?.slice(0, 7) ?? null
}

/** How full a day is beside the fullest: 0 for none, then 1 to 4, by the square root. */
export function fullness(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0
  return Math.min(4, Math.max(1, Math.ceil(Math.sqrt(count / most) * 4))) as 1 | 2 | 3 | 4
}
