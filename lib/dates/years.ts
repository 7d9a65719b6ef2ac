import { dayExists, dayNumber, daysInMonth, isoDay, weekdayOf } from './calendar'
import type { DateContext } from './context'
import { monthName } from './names'
import { Refusal, Unclear } from './refusal'

type Day = { day: number | null; month: number; weekday: number | null }
type Candidate = { year: number; ago: number; ahead: number }

/** An announced action is seldom further off than this, and a past one further back than that, in days. */
const SOON = 62
const LONG_AGO = 183
const ABOUT_A_YEAR = 370

/**
 * The year of a day or a month that was named without one: the latest that has begun, counted from the day of the
 * source or from today. A weekday that was named with it decides. Where the next one is as likely, it is asked.
 *
 * @throws Refusal when no such day exists; Unclear when it may be of two years.
 */
export function yearFor(date: Day, context: DateContext): number {
  const { day, month, weekday } = date
  if (day !== null && day > daysInMonth(2000, month)) {
    throw new Refusal(`${monthName(month)} has no day ${day}.`)
  }
  const expects = context.expects ?? 'past'
  const anchor = expects === 'ahead' ? null : context.anchor
  const base = anchor ?? context.today
  const chosen = context.chosen?.year
  const all = candidates(date, base)
  const fitting =
    weekday === null || day === null || chosen === 'any-weekday'
      ? all
      : all.filter(({ year }) => weekdayOf(isoDay(year, month, day)) === weekday)
  const past = fitting.filter(({ ago }) => ago >= 0).at(-1)
  const ahead = fitting.find(({ ahead }) => ahead >= 0)
  if (chosen) return yearOf(chosen === 'ahead' ? ahead : past)
  if (expects === 'ahead' && ahead) return ahead.year
  if (!past || past.ago > ABOUT_A_YEAR) {
    throw new Unclear(
      weekday === null
        ? `${day} ${monthName(month)} exists in leap years only. Choose one, or add the year.`
        : 'The day of the week does not fit the latest such date. Choose one, or add the year.',
      [
        { chosen: { year: 'past' } },
        { chosen: { year: 'any-weekday' } },
        { chosen: { year: 'ahead' } },
      ],
    )
  }
  const mayBeAnnounced = expects === 'action' || Boolean(anchor)
  if (mayBeAnnounced && ahead && ahead !== past && ahead.ahead <= SOON && past.ago > LONG_AGO) {
    throw new Unclear('The year is not clear. Choose one, or write it.', [
      { chosen: { year: 'past' } },
      { chosen: { year: 'ahead' } },
    ])
  }
  return past.year
}

function yearOf(candidate: Candidate | undefined): number {
  if (!candidate) throw new Refusal('That is outside the years 1 to 9999.')
  return candidate.year
}

/** The years near a day in which a date exists, earliest first, each with its days before and after. */
function candidates({ day, month }: Day, base: string): Candidate[] {
  const now = dayNumber(base)
  const thisYear = Number(base.slice(0, 4))
  const found: Candidate[] = []
  for (let year = Math.max(1, thisYear - 12); year <= Math.min(9999, thisYear + 12); year++) {
    if (day !== null && !dayExists(year, month, day)) continue
    const first = dayNumber(isoDay(year, month, day ?? 1))
    const last = dayNumber(isoDay(year, month, day ?? daysInMonth(year, month)))
    // Within a month that is going on nothing lies between it and today.
    found.push({
      year,
      ago: first <= now ? Math.max(0, now - last) : -1,
      ahead: last >= now ? Math.max(0, first - now) : -1,
    })
  }
  return found
}

/**
 * A year of two digits. After an apostrophe it is of the latest hundred years; else its century is asked.
 *
 * @throws Unclear when it may be of two centuries.
 */
export function longYear(digits: string, context: DateContext): number {
  const short = Number(digits.slice(-2))
  const thisYear = Number(context.today.slice(0, 4))
  let latest = Math.floor(thisYear / 100) * 100 + short
  if (latest > thisYear + 1) latest -= 100
  const { century } = context.chosen ?? {}
  if (century !== undefined) return latest - 100 * century
  if (digits.startsWith("'") && latest + 100 > thisYear + 20) return latest
  throw new Unclear('Write the year with four digits, such as 2026, or choose one.', [
    { chosen: { century: 0 } },
    { chosen: { century: 1 } },
  ])
}
