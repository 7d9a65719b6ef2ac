import { firstDayOf, lastDayOf, type DateValue } from './grammar'
import type { DateContext } from './context'
import { completed, weekdayWarning, type PartialDate } from './partial'
import { thirdOf, type Third } from './parts-of-a-time'
import { readDate } from './read-date'
import { Refusal, Unclear } from './refusal'
import { AFTER, BEFORE, since, type Around } from './sides'
import { readUnit, type Extent } from './units'

/** What a text says, and what its reader should be told besides. */
export type ReadPhrase = { value: DateValue; warnings: string[] }

/**
 * Reads the tokens of a date, a span or a choice of dates.
 *
 * "By 13 Feb" includes the day and "before 13 Feb" does not; the same holds for "since" and "after", which
 * count in the date's own measure ("after 2019" is 2020 or later) and in months for a season.
 *
 * @throws Refusal when the words are not understood.
 */
export function readPhrase(tokens: string[], context: DateContext): ReadPhrase {
  const said = tokens
    .join(' ')
    .replace(/^sometime (?!between)/, '')
    .replace(/^sometime /, '')
  const coming = /^(?:this |the )?(?:coming|upcoming) /
  if (coming.test(said)) {
    const ahead = { ...context, expects: 'ahead' } as const
    return readPhrase(said.replace(coming, '').split(' '), ahead)
  }
  const text = said
  const noStart = / ,? ?start not known$/
  if (noStart.test(text)) {
    const end = text.replace(noStart, '').replace(/^until /, '')
    return around(end, ({ to }) => ({ kind: 'interval', from: 'unknown', to }), context)
  }
  for (const [pattern, make] of AFTER) {
    if (pattern.test(text)) {
      const bare = text.replace(pattern, '').replace(/^from /, '')
      // "Monday on" or "12 or 13 Feb onwards" would be two things at once: the date must stand alone.
      return around(bare, make, context)
    }
  }
  for (const [pattern, make] of BEFORE) {
    if (pattern.test(text)) return around(text.replace(pattern, ''), make, context)
  }
  const alone = text.replace(/^from (?!.+ (?:-|to|through|thru|until|till|up to) )/, '')
  if (alone !== text) return around(alone, since, context)
  return (
    readThird(text, context) ??
    readWhole(text, context, plain) ??
    readSeveral(text, context) ??
    around(text, plain, context)
  )
}

function plain({ from, to }: Extent): DateValue {
  return from === to ? { kind: 'plain', part: from } : { kind: 'interval', from, to }
}

/** A quarter, a half or a week, with what makes it one side of a time; null when the words are another date. */
function readWhole(text: string, context: DateContext, make: Around): ReadPhrase | null {
  const unit = readUnit(text, context, (part) => readAll([part], context).parts[0] ?? noPart())
  return unit && { value: make(unit), warnings: [] }
}

function noPart(): never {
  throw notUnderstood()
}

function around(text: string, make: Around, context: DateContext): ReadPhrase {
  const whole = readWhole(text, context, make)
  if (whole) return whole
  const { parts, warnings, lasts } = readAll([text], context, false, make === plain)
  const [part] = parts
  if (!part) throw notUnderstood()
  const to = lasts ? { ...part, precision: 'year' as const, year: lasts } : part
  return { value: make({ from: part, to }), warnings }
}

/** Spans and choices: "between A and B", "from A to B", "A - B", "A, B or C". Null when it is a single date. */
function readSeveral(text: string, context: DateContext): ReadPhrase | null {
  const pair = pairIn(text, context)
  if (pair) return readSeveral(pair, context)
  const between = /^between (.+?) (?:and|-) (.+)$/.exec(text)
  if (between) {
    const { from, to, warnings } = readTwo(between[1], between[2], context)
    return { value: { kind: 'between', from, to }, warnings }
  }
  if (/ or /.test(text)) {
    const { parts, warnings } = readAll(choicesIn(text.replace(/^either /, '')), context, true)
    return { value: { kind: 'one-of', parts }, warnings }
  }
  const span = /^(?:from )?(.+?) (?:-|to|through|thru|until|till|up to) (.+)$/.exec(text)
  if (span && !/^(?:believed|thought)(?: to be|$)/.test(text) && !isWinterYears(text)) {
    const { from, to, warnings } = readTwo(span[1], longYear(span[1], span[2]), context)
    return { value: { kind: 'interval', from, to }, warnings }
  }
  return null
}

/** "12/13 Feb", "May/June 2020" and "12 and 13 Feb" as a span or a choice, when it is known which; null for others. */
function pairIn(text: string, { chosen }: DateContext): string | null {
  const [, first, last] =
    /^((?:.*[a-z] )?\d{1,2})\/(\d{1,2} (?:of )?[a-z].*)$/.exec(text) ??
    /^([a-z]+ \d{1,2})\/(\d{1,2}(?: , | )?(?:\d{4})?)$/.exec(text) ??
    /^(?!between )(.+?) (?:and|\/) (.+)$/.exec(text) ??
    []
  if (isWinterYears(text)) return null
  if (!first || !last || / (?:or|and|\/|-) /.test(` ${last} `) || / - /.test(first)) return null
  if (chosen?.both === 'one-of') return `${first} or ${last}`
  // “June 1, 2 and 3” begins with the first of its list.
  if (chosen?.both) return `${first.replace(LISTED, '')} - ${last}`
  throw new Unclear(
    'It may have lasted from one to the other, or have been one of the two. Choose one.',
    [{ chosen: { both: 'span' } }, { chosen: { both: 'one-of' } }],
  )
}

const LISTED = /(?: , \d{1,2}(?:st|nd|rd|th)?(?: [a-z]+)?)+(?: ,)?$/

/** "Winter 2025 - 26" is one winter, not a span from a winter to a year. */
function isWinterYears(text: string): boolean {
  const match = /\bwinter (?:of )?(\d{4}|'\d{2}) [-/] '?(\d{2}|\d{4})$/.exec(text)
  if (!match) return false
  const next = String(Number(match[1]?.replace("'", '20')) + 1)
  return next.endsWith(match[2] ?? '')
}

/** The second year of "1914 - 18" in full. */
function longYear(first = '', second = ''): string {
  if (!/^\d{4}$/.test(first) || !/^\d{2}$/.test(second)) return second
  const year = first.slice(0, 2) + second
  if (year <= first) throw new Refusal('Write both years with four digits.')
  return year
}

/** Parts at "or" and at commas, but not at the commas inside "Feb 12, 2026" and "Friday, 13 Feb". */
function choicesIn(text: string): string[] {
  return text
    .split(/ or /)
    .flatMap((choice) =>
      choice.split(
        /(?<![a-z]{3}day|\b(?:sun|mon|tue|wed|thu|fri|sat)) , (?!\d{4}\b)|(?<=\b\d{4}) , (?=\d{4}\b)/,
      ),
    )
    .map((choice) => choice.replace(/^,|,$/g, '').trim())
}

function readTwo(first = '', second = '', context: DateContext) {
  const units = [first, second].map((text) =>
    readUnit(text, context, (part) => readAll([part], context).parts[0] ?? noPart()),
  )
  const { parts, warnings } = units.some(Boolean)
    ? { parts: [], warnings: [] }
    : readAll([first, second], context)
  const from = units[0]?.from ?? parts[0] ?? readAll([first], context).parts[0]
  const to = units[1]?.to ?? parts[1] ?? readAll([second], context).parts[0]
  if (!from || !to) throw notUnderstood()
  if (firstDayOf(from) > lastDayOf(to)) {
    throw new Refusal('The second date is earlier than the first. Write the earlier one first.')
  }
  return { from, to, warnings }
}

function readAll(texts: string[], context: DateContext, shareDoubt = false, alone = false) {
  const dates: PartialDate[] = []
  for (const text of texts) {
    const date = readOne(text, context, alone)
    if (!date) throw notUnderstood()
    dates.push(date)
  }
  const [first] = dates
  // In "possibly 12 or 13 Feb" and "possibly March or April 2020" the first date is unfinished, so the word belongs to both.
  if (shareDoubt && first?.year === null && !first.whole) {
    for (const date of dates) date.qualifier ||= first.qualifier
  }
  const parts = completed(dates, context)
  const warnings = parts.flatMap(
    (part, index) => weekdayWarning(dates[index]?.weekday ?? null, part) ?? [],
  )
  return { parts, warnings, lasts: first?.lasts ?? null }
}

function readOne(text: string, context: DateContext, alone: boolean): PartialDate | null {
  try {
    return readDate(text.split(' '), context)
  } catch (error) {
    // A choice for a part of the text would lose the rest of it.
    if (!alone && error instanceof Refusal) throw error.withoutChoices()
    throw error
  }
}

const THIRD =
  /^(?:at |in |the )*(early|mid|middle|late|beginning of|start of|middle of|end of)(?: -)? (?:in )?(.+)$/

/** "Early 2025", "mid-March", "the end of 2019". Null when no such word is there. */
function readThird(text: string, context: DateContext): ReadPhrase | null {
  const match = THIRD.exec(text)
  if (!match) return null
  const [, word = '', rest = ''] = match
  const third: Third = /^mid/.test(word)
    ? 'mid'
    : /^(early|beg|start)/.test(word)
      ? 'early'
      : 'late'
  const { parts, warnings } = readAll([rest], context)
  const value = parts[0] && thirdOf(third, parts[0])
  if (!value) {
    throw new Refusal(`“${word}” goes with a year, a month or a decade, such as early 2025.`)
  }
  return { value, warnings }
}

function notUnderstood(): Refusal {
  return new Refusal(
    'This doesn’t look like a date. Try 13 Feb 2026, about November 2025, or by 13 Feb 2026.',
  )
}
