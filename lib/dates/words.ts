import { isoDay, pad, weekdayOf } from './calendar'
import { readEdtf, type DatePart, type DateValue, type IntervalSide } from './grammar'
import { monthName, SEASONS, WEEKDAYS } from './names'
import { asThird } from './parts-of-a-time'
import { zoneName } from './zone-name'

/** How exactly a date is known; `set` is one of several dates, `open` has a side that is open or unknown. */
export type DatePrecision =
  'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'range' | 'set' | 'open'

/** How `dateInWords` writes. */
export type DateWordsOptions = {
  /** BCP 47. Only the order of day and month follows it (`en-US` puts the month first): the words are English. */
  locale?: string
  /** Whether an exact day shows its day of the week; true unless said otherwise. */
  weekday?: boolean
  /** Time of day, `HH:MM` of 24 hours; shown with a day only. */
  time?: string | null
  /** IANA zone of the place, which names the time's zone. */
  zone?: string | null
}

/**
 * Writes an EDTF date as people say it: "Fri 13 Feb 2026", "about November 2025", "by 13 Feb 2026",
 * "12 or 13 Feb 2026", "possibly summer 2025".
 *
 * What it writes, `parseDateWords` reads back as the same EDTF. A text that is not EDTF comes back unchanged,
 * so that nothing recorded can vanish from a page.
 */
export function dateInWords(edtf: string, options: DateWordsOptions = {}): string {
  const value = readEdtf(edtf)
  if (!value) return edtf
  const monthFirst = /^en-(US|PH|FM|GU|PR|VI|AS|MH|MP|PW|UM)\b/i.test(options.locale ?? '')
  const words = valueInWords(value, monthFirst)
  if (value.kind !== 'plain' || value.part.precision !== 'day') return words
  const { year, month, day, qualifier } = value.part
  const iso = isoDay(year, month, day)
  const showWeekday = (options.weekday ?? true) && qualifier === ''
  const weekday = showWeekday ? `${WEEKDAYS[weekdayOf(iso)]?.slice(0, 3)} ` : ''
  return `${weekday}${words}${timeInWords(iso, options)}`
}

function timeInWords(iso: string, { time, zone }: DateWordsOptions): string {
  if (!time) return ''
  const name = zone ? zoneName(iso, time, zone) : null
  return name ? `, ${time} ${name}` : `, ${time}`
}

function valueInWords(value: DateValue, us: boolean): string {
  switch (value.kind) {
    case 'plain':
      return partInWords(value.part, us)
    case 'interval':
      return intervalInWords(value.from, value.to, us)
    case 'by':
      return `by ${partInWords(value.part, us)}`
    case 'or-later':
      return `${partInWords(value.part, us)} or later`
    case 'between':
      return `some time between ${joined([value.from, value.to], ' and ', ' and ', us)}`
    case 'one-of':
      return joined(value.parts, ' or ', ' or ', us)
  }
}

function intervalInWords(from: IntervalSide, to: IntervalSide, us: boolean): string {
  if (typeof from === 'object' && typeof to === 'object') {
    const third = asThird(from, to)
    if (third) return `${third.third} ${partInWords(third.whole, us)}`
    // "Winter 2024 – 2025" would be read as one winter.
    if (from.precision === 'season' && to.precision === 'year') {
      return `from ${partInWords(from, us)} to ${partInWords(to, us)}`
    }
    return joined([from, to], '–', ' – ', us)
  }
  if (typeof from === 'object') {
    const start = partInWords(from, us)
    return to === 'open' ? `since ${start}` : `from ${start}, end not known`
  }
  const end = typeof to === 'object' ? partInWords(to, us) : ''
  return from === 'open' ? `until ${end}` : `until ${end}, start not known`
}

/**
 * Joins dates and says what they share once: "12–14 Feb 2026", "28 Feb or 2 Mar 2026", "2019–2021".
 * Dates with a qualifier are written in full, so that it is plain which of them is meant.
 *
 * @param tight Goes between bare numbers and between months.
 * @param loose Goes between longer dates.
 */
function joined(parts: DatePart[], tight: string, loose: string, us: boolean): string {
  const first = parts[0]
  const plain = parts.every((part) => part.qualifier === '')
  if (plain && first?.precision === 'day') {
    const days = parts.filter((part) => part.precision === 'day')
    const shared = days.length === parts.length && days.every((day) => day.year === first.year)
    if (shared && days.every((day) => day.month === first.month)) {
      const numbers = list(
        days.map((day) => String(day.day)),
        tight,
      )
      return us
        ? `${monthName(first.month, 'short')} ${numbers}, ${pad(first.year, 4)}`
        : `${numbers} ${monthName(first.month, 'short')} ${pad(first.year, 4)}`
    }
    if (shared) {
      const texts = days.map((day) => dayAndMonth(day.day, day.month, us))
      return `${texts.join(loose)}${us ? ',' : ''} ${pad(first.year, 4)}`
    }
  }
  if (plain && first?.precision === 'month') {
    const months = parts.filter((part) => part.precision === 'month')
    if (months.length === parts.length && months.every((month) => month.year === first.year)) {
      const names = months.map((month) => monthName(month.month))
      return `${list(names, tight)} ${pad(first.year, 4)}`
    }
  }
  const allYears = plain && parts.every((part) => part.precision === 'year')
  const texts = parts.map((part) => partInWords(part, us))
  return allYears ? list(texts, tight) : texts.join(loose)
}

function list(texts: string[], joiner: string): string {
  if (joiner !== ' or ' || texts.length < 3) return texts.join(joiner)
  return `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`
}

const QUALIFIERS = { '': '', '~': 'about ', '?': 'possibly ', '%': 'possibly about ' } as const

function partInWords(part: DatePart, us: boolean): string {
  return QUALIFIERS[part.qualifier] + barePart(part, us)
}

function barePart(part: DatePart, us: boolean): string {
  switch (part.precision) {
    case 'day':
      return `${dayAndMonth(part.day, part.month, us)}${us ? ',' : ''} ${pad(part.year, 4)}`
    case 'month':
      return `${monthName(part.month)} ${pad(part.year, 4)}`
    case 'season':
      return `${SEASONS[part.season - 21]} ${pad(part.year, 4)}`
    case 'year':
      return pad(part.year, 4)
    case 'decade':
      return decadeInWords(part.decade)
    case 'century':
      return `the ${ordinal(part.century + 1)} century`
  }
}

function dayAndMonth(day: number, month: number, us: boolean): string {
  const name = monthName(month, 'short')
  return us ? `${name} ${day}` : `${day} ${name}`
}

/** "the 1800s" may be ten years or a hundred, so the first decade of a century is written out. */
function decadeInWords(decade: number): string {
  const first = pad(decade * 10, 4)
  return decade % 10 === 0 ? `the decade ${first}–${pad(decade * 10 + 9, 4)}` : `the ${first}s`
}

function ordinal(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return `${value}th`
  return `${value}${['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'}`
}

/** Whether an EDTF date is one plain day, neither approximate nor uncertain. False for what is not EDTF. */
export function isExact(edtf: string): boolean {
  const value = readEdtf(edtf)
  return value?.kind === 'plain' && value.part.precision === 'day' && value.part.qualifier === ''
}

/**
 * Whether an EDTF date is known to the day: one plain day, or from one plain day to another, for
 * what lasted. False for what is not EDTF.
 */
export function isKnownToTheDay(edtf: string): boolean {
  const value = readEdtf(edtf)
  if (value?.kind !== 'interval') return isExact(edtf)
  return [value.from, value.to].every(
    (side) => typeof side !== 'string' && side.precision === 'day' && side.qualifier === '',
  )
}

/**
 * How exactly an EDTF date is known. "Early 2025" is a range.
 *
 * @throws RangeError when the text is not EDTF that this record keeps.
 */
export function precisionOf(edtf: string): DatePrecision {
  const value = readEdtf(edtf)
  if (!value) throw new RangeError('This is not a date that the record can hold.')
  if (value.kind === 'plain') return value.part.precision
  if (value.kind === 'by' || value.kind === 'or-later') return 'open'
  if (value.kind !== 'interval') return 'set'
  return typeof value.from === 'string' || typeof value.to === 'string' ? 'open' : 'range'
}

/** Whether any part of an EDTF date is marked approximate (`~` or `%`). False for what is not EDTF. */
export function isApproximate(edtf: string): boolean {
  return readEdtf(edtf) !== null && /[~%]/.test(edtf)
}
