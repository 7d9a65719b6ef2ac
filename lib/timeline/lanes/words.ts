import { civil, type Span } from './levels'
import { roundedWindow } from './rounding'
import type { Gathered } from './sheet'

/** The months as an axis has room for them. */
export const SHORT_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(
  ' ',
) as readonly string[]
const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')

const MINUTES = 1_440

/**
 * A window or a bucket as people say it: "March 2019", "2016–2025", "12–14 Feb 2026",
 * "Fri 13 Feb 2026, 10:00–18:00". The same words as the record's dates, without what reads those.
 */
export function windowInWords(span: Span): string {
  const { from, to } = roundedWindow(span)
  const [begin, end] = [Math.round(from * MINUTES), Math.round(to * MINUTES)]
  if (to - from < 3 && (begin % MINUTES !== 0 || end % MINUTES !== 0)) return hours(begin, end)
  const first = civil(Math.floor(begin / MINUTES))
  const last = civil(Math.ceil(end / MINUTES) - 1)
  const next = civil(Math.ceil(end / MINUTES))
  const sameYear = first.year === last.year
  if (first.day === 1 && next.day === 1) {
    if (first.month === 1 && next.month === 1)
      return sameYear ? year(first) : `${year(first)}–${year(last)}`
    const [a, b] = [MONTHS[first.month - 1], MONTHS[last.month - 1]]
    if (!sameYear) return `${a} ${year(first)} – ${b} ${year(last)}`
    return a === b ? `${a} ${year(first)}` : `${a}–${b} ${year(last)}`
  }
  const sameMonth = sameYear && first.month === last.month
  if (sameMonth && first.day >= last.day) return dayInWords(Math.floor(begin / MINUTES))
  if (sameMonth) return `${first.day}–${dayOf(last)} ${year(last)}`
  return sameYear
    ? `${dayOf(first)} – ${dayOf(last)} ${year(last)}`
    : `${dayOf(first)} ${year(first)} – ${dayOf(last)} ${year(last)}`
}

function hours(begin: number, end: number): string {
  const [first, last] = [Math.floor(begin / MINUTES), Math.floor((end - 1) / MINUTES)]
  if (first === last)
    return `${dayInWords(first)}, ${clock(begin)}–${end % MINUTES === 0 ? '24:00' : clock(end)}`
  const until = Math.floor(end / MINUTES)
  return `${dayInWords(first)}, ${clock(begin)} – ${dayInWords(until)}, ${clock(end)}`
}

/** "Fri 13 Feb 2026", of a day counted from 1970-01-01. */
function dayInWords(day: number): string {
  const date = civil(day)
  return `${WEEKDAYS[(((day + 4) % 7) + 7) % 7]} ${dayOf(date)} ${year(date)}`
}

/** The ISO day in which a time lies. */
export function dayText(time: number): string {
  const { year: number, month, day } = civil(Math.floor(time))
  return `${String(number).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** HH:MM of minutes since a midnight. */
export function clock(minutes: number): string {
  const rest = ((minutes % MINUTES) + MINUTES) % MINUTES
  return `${two(Math.floor(rest / 60))}:${two(rest % 60)}`
}

/** "38 entries, March 2019"; "12 entries that began before 13 Feb 2026". */
export function gatheredInWords({ count, from, to, early }: Gathered): string {
  const entries = `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`
  return early
    ? `${entries} that began before ${dayInWords(Math.floor(from + 1e-6))}`
    : `${entries}, ${windowInWords({ from, to })}`
}

function dayOf({ month, day }: { month: number; day: number }): string {
  return `${day} ${SHORT_MONTHS[month - 1]}`
}

function year({ year: number }: { year: number }): string {
  return String(number).padStart(4, '0')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
