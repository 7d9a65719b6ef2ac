import { dayFromNumber, dayNumber, weekdayOf } from './calendar'
import type { DateContext } from './context'
import { writePart, type DatePart } from './grammar'
import { partialDate, type PartialDate } from './partial'
import { monthName, SEASONS, WEEKDAYS } from './names'
import { Refusal, Unclear } from './refusal'
import { monthOf, seasonNamed, smallNumber, weekdayNamed } from './tokens'

/**
 * Reads words that count from today, or from the day of a source; null when the words are of another sort.
 *
 * - today, yesterday, tomorrow, "three days ago": that day.
 * - "a week ago", "two weeks ago": about that day. "three months ago": about that month. "two years ago":
 *   about that year. People count these roughly, so they are kept as approximate; "a week ago today" and "a year ago
 *   today" are exact.
 * - "last Thursday" is the latest Thursday before today, "this Thursday" the first one from today on.
 * - A bare "Thursday" in a source is the latest up to the day on which it was published.
 * - "next Thursday", a bare "Thursday" without a source, and "last March" when it could be of either year: asked back.
 *
 * @throws Refusal when the words fit several dates.
 */
export function readRelative(tokens: string[], context: DateContext): PartialDate | null {
  const { today, anchor } = context
  const weekday = tokens.length === 1 ? weekdayNamed(tokens[0] ?? '') : null
  if (anchor && weekday !== null && context.expects !== 'ahead') {
    const ago = (weekdayOf(anchor) - weekday + 7) % 7
    return dayFrom(anchor, context.chosen?.year === 'ahead' ? 7 - ago : -ago)
  }
  if (!anchor || anchor === today || context.expects === 'ahead') return readFrom(tokens, today)
  const from = context.chosen?.from
  if (from) return readFrom(tokens, from === 'today' ? today : anchor)
  const found = attempt(tokens, anchor)
  if (found === null || found === attempt(tokens, today)) return readFrom(tokens, today)
  throw new Unclear('This may be counted from today or from the day of the source. Choose one.', [
    { chosen: { from: 'anchor' } },
    { chosen: { from: 'today' } },
  ])
}

/** What comes of words on a day, as a text to compare; null when they do not count from a day. */
function attempt(tokens: string[], today: string): string | null {
  try {
    const date = readFrom(tokens, today)
    return date && JSON.stringify(date)
  } catch (error) {
    if (error instanceof Refusal) return error.message + error.choices.join()
    throw error
  }
}

function readFrom(tokens: string[], today: string): PartialDate | null {
  const days = DAYS.get(tokens.join(' '))
  if (days !== undefined) return dayFrom(today, days)
  return readAgo(tokens, today) ?? readNear(tokens, today)
}

const DAYS = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['day before yesterday', -2],
  ['day after tomorrow', 2],
])

function dayFrom(today: string, days: number): PartialDate {
  const iso = dayFromNumber(dayNumber(today) + days)
  if (!iso) throw new Refusal('That day lies outside the years 1 to 9999.')
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return partialDate({ year, month, day })
}

function readAgo(tokens: string[], today: string): PartialDate | null {
  const exact = tokens.length === 4 && tokens[3] === 'today'
  const [countWord = '', unitWord = '', ago] = tokens
  if (ago !== 'ago' || (tokens.length !== 3 && !exact)) return null
  const count = smallNumber(countWord)
  const unit = unitWord.replace(/s$/, '')
  if (count === null) return null
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  if (exact && (unit === 'month' || unit === 'year')) {
    const months = year * 12 + month - 1 - count * (unit === 'year' ? 12 : 1)
    return partialDate({ year: Math.floor(months / 12), month: (months % 12) + 1, day })
  }
  switch (unit) {
    case 'day':
      return dayFrom(today, -count)
    case 'week':
      return { ...dayFrom(today, -7 * count), qualifier: exact ? '' : '~' }
    case 'month': {
      const months = year * 12 + month - 1 - count
      return partialDate({
        year: Math.floor(months / 12),
        month: (months % 12) + 1,
        qualifier: '~',
      })
    }
    case 'year':
      return partialDate({ year: year - count, qualifier: '~' })
    default:
      return null
  }
}

/** Words after "last", "this" and "next", and a weekday alone. */
function readNear(tokens: string[], today: string): PartialDate | null {
  if (tokens.length === 1) return weekdayQuestion(tokens[0] ?? '', today)
  const [which = '', what = ''] = tokens
  const step = { last: -1, past: -1, this: 0, next: 1 }[which]
  if (step === undefined || tokens.length !== 2) return null
  const weekday = weekdayNamed(what)
  if (weekday !== null) return nearWeekday(step, weekday, today)
  const [year = 0, month = 0] = today.split('-').map(Number)
  // “The past year” ends today.
  if (which === 'past' && /^(?:year|month)$/.test(what)) return null
  if (what === 'year') return partialDate({ year: year + step })
  if (what === 'month') {
    const months = year * 12 + month - 1 + step
    return partialDate({ year: Math.floor(months / 12), month: (months % 12) + 1 })
  }
  if (what === 'week' || what === 'weekend') {
    throw new Refusal(`Write which days of the ${what} are meant, such as 9-15 Feb 2026.`)
  }
  return nearMonthOrSeason(which, step, what, today)
}

function nearWeekday(step: number, weekday: number, today: string): PartialDate {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  if (step === 0) return dayFrom(today, ahead)
  if (step < 0) return dayFrom(today, ahead - 7)
  throw question(`“Next ${WEEKDAYS[weekday]}” may be either of two days.`, [
    dayFrom(today, ahead || 7),
    dayFrom(today, (ahead || 7) + 7),
  ])
}

function weekdayQuestion(word: string, today: string): PartialDate | null {
  const weekday = weekdayNamed(word)
  if (weekday === null) return null
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  throw question(`Which ${WEEKDAYS[weekday]} is meant?`, [
    dayFrom(today, ahead - 7),
    dayFrom(today, ahead),
  ])
}

function nearMonthOrSeason(which: string, step: number, what: string, today: string) {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const named = monthOf(what)
  const season = seasonNamed(what)
  if (named === null && season === null) return null
  const at = (inYear: number) =>
    named !== null
      ? partialDate({ year: inYear, month: named })
      : partialDate({
          whole: { precision: 'season', year: inYear, season: season ?? 0, qualifier: '' },
        })
  if (step === 0) return at(year)
  const name = named !== null ? monthName(named) : (SEASONS[(season ?? 0) - 21] ?? '')
  // Winter runs on into the next year, so within a year it is over as late as it begins.
  const lastMonth = named ?? ((season ?? 0) - 20) * 3 + 2
  const passed = lastMonth < month
  if (step < 0 && !passed) return at(year - 1)
  if (step > 0 && passed) return at(year + 1)
  throw question(
    `“${which} ${name}” may be of this year or the ${step < 0 ? 'one before' : 'next one'}.`,
    step < 0 ? [at(year - 1), at(year)] : [at(year), at(year + 1)],
  )
}

function question(message: string, dates: PartialDate[]): Refusal {
  return new Refusal(
    `${message} Choose one, or write the date in full.`,
    dates.map((date) => choice(date)),
  )
}

function choice(date: PartialDate) {
  const { year, month, day } = date
  const part: DatePart =
    date.whole ??
    (day === null
      ? { precision: 'month', year: year ?? 0, month: month ?? 0, qualifier: '' }
      : { precision: 'day', year: year ?? 0, month: month ?? 0, day, qualifier: '' })
  return writePart(part)
}
