import { dayExists, daysInMonth, isoDay, pad } from './calendar'

/** `~` approximate, `?` uncertain, `%` both, and nothing; always of the whole date, as in EDTF level 1. */
export type Qualifier = '' | '~' | '?' | '%'

/**
 * One date without an interval or a set. `season` is 21 spring, 22 summer, 23 autumn, 24 winter; `decade` is
 * the first three digits of the year and `century` the first two.
 */
export type DatePart = { qualifier: Qualifier } & (
  | { precision: 'day'; year: number; month: number; day: number }
  | { precision: 'month'; year: number; month: number }
  | { precision: 'season'; year: number; season: number }
  | { precision: 'year'; year: number }
  | { precision: 'decade'; decade: number }
  | { precision: 'century'; century: number }
)

/** A side of an interval: a date, `..` (it goes on) or nothing (it ended, nobody knows when). */
export type IntervalSide = DatePart | 'open' | 'unknown'

/** What an EDTF text says, in the part of EDTF that this record keeps. */
export type DateValue =
  | { kind: 'plain'; part: DatePart }
  | { kind: 'interval'; from: IntervalSide; to: IntervalSide }
  | { kind: 'by'; part: DatePart }
  | { kind: 'or-later'; part: DatePart }
  | { kind: 'between'; from: DatePart; to: DatePart }
  | { kind: 'one-of'; parts: DatePart[] }

/** The most dates that one set may name. */
const MOST_CHOICES = 12

/**
 * Reads EDTF (ISO 8601-2:2019, levels 0 and 1, and sets of level 2) into its parts; null for what is not kept.
 *
 * Not kept, though EDTF knows it: times (they have a field of their own), years outside 1 to 9999, `{…}` (all
 * of a set), sets that mix ranges and dates, qualifiers inside a date, `2026-XX-12`, groupings above 24.
 * Kept more widely than some readers do: qualifiers on seasons and decades, seasons in intervals and sets.
 */
export function readEdtf(text: string): DateValue | null {
  if (text.length > 200) return null
  if (text.startsWith('[')) return text.endsWith(']') ? readSet(text.slice(1, -1)) : null
  if (text.includes('/')) return readInterval(text.split('/'))
  const part = readPart(text)
  return part && { kind: 'plain', part }
}

function readInterval(sides: string[]): DateValue | null {
  if (sides.length !== 2) return null
  const from = readSide(sides[0] ?? '')
  const to = readSide(sides[1] ?? '')
  if (!from || !to || (typeof from === 'string' && typeof to === 'string')) return null
  if (typeof from === 'object' && typeof to === 'object') {
    if (firstDayOf(from) > lastDayOf(to)) return null
    if (writePart(from) === writePart(to)) return { kind: 'plain', part: from }
  }
  return { kind: 'interval', from, to }
}

function readSide(text: string): IntervalSide | null {
  if (text === '..') return 'open'
  return text === '' ? 'unknown' : readPart(text)
}

function readSet(inside: string): DateValue | null {
  if (inside.includes('..')) return inside.includes(',') ? null : readRange(inside)
  const texts = inside.split(',')
  if (texts.length > MOST_CHOICES) return null
  const parts: DatePart[] = []
  for (const text of texts) {
    const part = readPart(text)
    if (!part) return null
    if (!parts.some((other) => writePart(other) === writePart(part))) parts.push(part)
  }
  parts.sort(byDays)
  const [only] = parts
  return parts.length === 1 && only ? { kind: 'plain', part: only } : { kind: 'one-of', parts }
}

function readRange(inside: string): DateValue | null {
  const sides = inside.split('..')
  if (sides.length !== 2) return null
  const from = sides[0] ? readPart(sides[0]) : 'open'
  const to = sides[1] ? readPart(sides[1]) : 'open'
  if (!from || !to) return null
  if (from === 'open') return to === 'open' ? null : { kind: 'by', part: to }
  if (to === 'open') return { kind: 'or-later', part: from }
  if (firstDayOf(from) > lastDayOf(to)) return null
  if (writePart(from) === writePart(to)) return { kind: 'plain', part: from }
  return { kind: 'between', from, to }
}

function byDays(a: DatePart, b: DatePart): number {
  const [left, right] = [a, b].map((part) => firstDayOf(part) + lastDayOf(part) + writePart(part))
  return (left ?? '') < (right ?? '') ? -1 : 1
}

const PART = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([~?%]?)$/

function readPart(text: string): DatePart | null {
  const match = PART.exec(text)
  if (!match) return null
  const [, yearText = '', monthText, dayText, mark = ''] = match
  const qualifier = mark as Qualifier
  if (yearText.endsWith('X')) {
    return monthText ? null : readLongPart(yearText, qualifier)
  }
  const year = Number(yearText)
  if (year === 0) return null
  if (monthText === undefined) return { precision: 'year', year, qualifier }
  if (monthText === 'XX') {
    // A month nobody knows says no more than the year; a day in it says something this record cannot sort.
    return dayText && dayText !== 'XX' ? null : { precision: 'year', year, qualifier }
  }
  const month = Number(monthText)
  if (month >= 21 && month <= 24) {
    return dayText ? null : { precision: 'season', year, season: month, qualifier }
  }
  if (month < 1 || month > 12) return null
  if (dayText === undefined || dayText === 'XX')
    return { precision: 'month', year, month, qualifier }
  const day = Number(dayText)
  return dayExists(year, month, day) ? { precision: 'day', year, month, day, qualifier } : null
}

/** A decade or a century. The first of each would hold the year 0, so it is refused. */
function readLongPart(text: string, qualifier: Qualifier): DatePart | null {
  const digits = Number(text.replaceAll('X', ''))
  if (digits === 0) return null
  return text.endsWith('XX')
    ? { precision: 'century', century: digits, qualifier }
    : { precision: 'decade', decade: digits, qualifier }
}

/** Writes the EDTF text of a value. `readEdtf(writeEdtf(value))` gives an equal value for all that `readEdtf` gives. */
export function writeEdtf(value: DateValue): string {
  switch (value.kind) {
    case 'plain':
      return writePart(value.part)
    case 'interval':
      return `${writeSide(value.from)}/${writeSide(value.to)}`
    case 'by':
      return `[..${writePart(value.part)}]`
    case 'or-later':
      return `[${writePart(value.part)}..]`
    case 'between':
      return `[${writePart(value.from)}..${writePart(value.to)}]`
    case 'one-of':
      return `[${value.parts.map(writePart).join(',')}]`
  }
}

function writeSide(side: IntervalSide): string {
  if (side === 'open') return '..'
  return side === 'unknown' ? '' : writePart(side)
}

/** Writes one date as EDTF, with its qualifier. */
export function writePart(part: DatePart): string {
  switch (part.precision) {
    case 'day':
      return isoDay(part.year, part.month, part.day) + part.qualifier
    case 'month':
      return `${pad(part.year, 4)}-${pad(part.month, 2)}${part.qualifier}`
    case 'season':
      return `${pad(part.year, 4)}-${part.season}${part.qualifier}`
    case 'year':
      return pad(part.year, 4) + part.qualifier
    case 'decade':
      return `${pad(part.decade, 3)}X${part.qualifier}`
    case 'century':
      return `${pad(part.century, 2)}XX${part.qualifier}`
  }
}

/** First possible day of a date, as ISO. Qualifiers do not widen it: "about" has no measure. */
export function firstDayOf(part: DatePart): string {
  switch (part.precision) {
    case 'day':
      return isoDay(part.year, part.month, part.day)
    case 'month':
      return isoDay(part.year, part.month, 1)
    case 'season':
      return isoDay(part.year, (part.season - 20) * 3, 1)
    case 'year':
      return isoDay(part.year, 1, 1)
    case 'decade':
      return isoDay(part.decade * 10, 1, 1)
    case 'century':
      return isoDay(part.century * 100, 1, 1)
  }
}

/** Last possible day of a date, as ISO. Winter 9999 ends with the year, where this calendar ends. */
export function lastDayOf(part: DatePart): string {
  switch (part.precision) {
    case 'day':
      return isoDay(part.year, part.month, part.day)
    case 'month':
      return isoDay(part.year, part.month, daysInMonth(part.year, part.month))
    case 'season':
      return lastDayOfSeason(part.year, part.season)
    case 'year':
      return isoDay(part.year, 12, 31)
    case 'decade':
      return isoDay(part.decade * 10 + 9, 12, 31)
    case 'century':
      return isoDay(part.century * 100 + 99, 12, 31)
  }
}

function lastDayOfSeason(year: number, season: number): string {
  if (season < 24) {
    const month = (season - 20) * 3 + 2
    return isoDay(year, month, daysInMonth(year, month))
  }
  if (year === 9999) return isoDay(year, 12, 31)
  return isoDay(year + 1, 2, daysInMonth(year + 1, 2))
}
