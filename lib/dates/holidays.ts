import { dayFromNumber, dayNumber, daysInMonth, isoDay, weekdayOf } from './calendar'
import type { DateContext } from './context'
import { Refusal } from './refusal'

type DayOf = (year: number) => string

const fixed =
  (month: number, day: number): DayOf =>
  (year) =>
    isoDay(year, month, day)

/** The nth of a weekday in a month, from its end where `nth` is -1. */
const nth = (at: number, weekday: number, month: number): DayOf => {
  return (year) => {
    if (at < 0) {
      const last = isoDay(year, month, daysInMonth(year, month))
      return moved(last, -((weekdayOf(last) - weekday + 7) % 7))
    }
    const first = isoDay(year, month, 1)
    return moved(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (at - 1))
  }
}

function moved(iso: string, by: number): string {
  return dayFromNumber(dayNumber(iso) + by) ?? iso
}

const after =
  (by: number, day: DayOf): DayOf =>
  (year) =>
    moved(day(year), by)

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
function easter(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const leap = Math.floor(century / 4)
  const moon = (19 * golden + century - leap - Math.floor((8 * century + 13) / 25) + 15) % 30
  const days = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * days) / 451)
  const sum = moon + days - 7 * late + 114
  return isoDay(year, Math.floor(sum / 31), (sum % 31) + 1)
}

const MONDAY = 1
const THURSDAY = 4
const US_LABOR_DAY = nth(1, MONDAY, 9)
const US_THANKSGIVING = nth(4, THURSDAY, 11)

/** Days that people name, with the days that a name has in several countries, and the first year of the rule. */
const HOLIDAYS: [name: string, days: DayOf[], since?: number][] = [
  ["new year'?s day", [fixed(1, 1)]],
  ["new year'?s eve", [fixed(12, 31)]],
  ["valentine'?s day", [fixed(2, 14)]],
  ["international wom[ae]n'?s'? day", [fixed(3, 8)]],
  ["(?:saint|st\\.?) patrick'?s day", [fixed(3, 17)]],
  ['earth day', [fixed(4, 22)], 1970],
  ["(?:may day|international workers'? day)", [fixed(5, 1)]],
  ['juneteenth', [fixed(6, 19)]],
  ['bastille day', [fixed(7, 14)]],
  ['halloween', [fixed(10, 31)]],
  ["(?:armistice|remembrance|veterans'?) day", [fixed(11, 11)], 1919],
  ['christmas eve', [fixed(12, 24)]],
  ['christmas(?: day)?', [fixed(12, 25)]],
  ['boxing day', [fixed(12, 26)]],
  ["(?:mlk|martin luther king(?:,? jr\\.?)?)(?:'s)?(?: birthday| day)", [nth(3, MONDAY, 1)], 1986],
  ["presidents?'?s? day", [nth(3, MONDAY, 2)], 1971],
  ['memorial day', [nth(-1, MONDAY, 5)], 1971],
  ['labor day', [US_LABOR_DAY], 1894],
  ['labour day', [US_LABOR_DAY, fixed(5, 1)], 1894],
  ["(?:columbus|indigenous peoples?'?s?) day", [nth(2, MONDAY, 10)], 1971],
  ['thanksgiving(?: day)?', [US_THANKSGIVING, nth(2, MONDAY, 10)], 1957],
  ['black friday', [after(1, US_THANKSGIVING)], 1942],
  ['cyber monday', [after(4, US_THANKSGIVING)], 2005],
  ['good friday', [after(-2, easter)], 1753],
  ['easter monday', [after(1, easter)], 1753],
  ['easter(?: sunday)?', [easter], 1753],
]
const MORE = String.raw`(?! (?:week|weekends?|season|break|rush|sales?|parade|holidays?|shopping|period|time)\b)`
const NAMED = HOLIDAYS.map(([name, days, since]) => ({
  name: new RegExp(String.raw`\b(?:the )?${name}\b${MORE}`),
  days,
  since: since ?? 1,
}))
const A_DAY_TOO =
  /^[ ,(]+(?:on )?(?:[a-z]{3,9}\.?,? )?(?:\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?[a-z]{3}|[a-z]{3,9}\.? \d{1,2}(?!\d)|\d{1,4}[-/.]\d)/
const YEAR = /^,? (?:(?:of|in) )?(\d{4})(?!\d)/

/**
 * A text in lower case with named days, such as "Labor Day 2019", as days of a month. A name beside a day that is
 * written out is left out.
 *
 * @throws Refusal when the name has another day in another country, or no year.
 */
export function withoutHolidays(text: string, context: DateContext): string {
  let plain = text
  for (const { name, days, since } of NAMED) {
    const match = name.exec(plain)
    if (!match) continue
    const before = plain.slice(0, match.index)
    const rest = plain.slice(match.index + match[0].length)
    if (A_DAY_TOO.test(rest)) {
      plain = before + rest.replace(/^[ ,(]+(?:on )?/, '')
      continue
    }
    if (/\d$|\d(?:st|nd|rd|th)?,? \(?$/.test(before)) {
      plain = before + rest
      continue
    }
    const year = YEAR.exec(rest)
    const found = days.flatMap((day) =>
      year ? [day(Number(year[1]))] : nearest(day, context.anchor ?? context.today, context),
    )
    if (year && Number(year[1]) < since) continue
    const [only] = found
    if (only && found.length === 1) {
      plain = before + only + (year ? rest.slice(year[0].length) : rest)
      continue
    }
    const message = year
      ? `“${match[0]}” is another day in another country. Choose one, or write the day.`
      : `Add the year to “${match[0]}”. Choose one, or write the day.`
    const alone = before === '' && rest.slice(year?.[0].length ?? 0) === ''
    const refusal = new Refusal(message, found)
    throw alone ? refusal : refusal.withoutChoices()
  }
  return plain
}

/** The latest such day and the next one, or the next alone where what is named lies ahead. */
function nearest(day: DayOf, today: string, { expects }: DateContext): string[] {
  const year = Number(today.slice(0, 4))
  const all = [year - 1, year, year + 1].filter((one) => one > 0 && one < 10_000).map(day)
  const past = all.filter((one) => one <= today).slice(-1)
  const ahead = all.filter((one) => one >= today).slice(0, 1)
  return expects === 'ahead' ? ahead : [...new Set([...past, ...ahead])]
}
