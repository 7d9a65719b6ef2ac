import { firstDayOf, lastDayOf, type DateValue } from './grammar'
import type { DateContext } from './context'
import { inNamedYear } from './named-year'
import { completed, weekdayWarning, type PartialDate } from './partial'
import { readCounted } from './counted'
import { readDate } from './read-date'
import { readThird } from './read-third'
import { Refusal, Unclear } from './refusal'
import { AFTER, askOnWhichSide, BEFORE, since, type Around } from './sides'
import { weekdayNamed } from './tokens'
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
  const said = inNamedYear(
    tokens
      .join(' ')
      .replace(/\b(early|mid|late) - (?=[a-z\d])/g, '$1 ')
      .replace(/^sometime (?!between)/, '')
      .replace(/^sometime /, '')
      // “Earlier this week” compares with a day of it that is not named.
      .replace(/^(?:earlier|later) (?:in |on )?(?=this |that |last |\d{4}$)/, ''),
    context,
  )
  const coming = /^(?:this |the )?(?:coming|upcoming) /
  if (coming.test(said)) {
    const ahead = { ...context, expects: 'ahead' } as const
    return readPhrase(said.replace(coming, '').split(' '), ahead)
  }
  const text = said.replace(TO_ITS_END, (all) =>
    /^be/.test(all) ? 'by ' : all.replace(ITS_END, ''),
  )
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
    if (!pattern.test(text)) continue
    const rest = text.replace(pattern, '')
    if (weekdayNamed(rest) !== null) askOnWhichSide(text, context)
    return around(rest, make, context)
  }
  const alone = text.replace(/^from (?!.+ (?:-|to|through|thru|until|till|up to) )/, '')
  if (alone !== text) return around(alone, since, context)
  return (
    readWhole(text, context, plain) ?? readSeveral(text, context) ?? around(text, plain, context)
  )
}

const ITS_END = /(?:the )?(?:very )?end of $/
/** "Until the end of March" goes to the last day of it, and so does "before the end of March". */
const TO_ITS_END =
  /^(?:by|before|(?:up )?(?:until|till|to|through|thru)(?: to)?|no later than|not later than) (?:the )?(?:very )?end of /

function plain({ from, to, within }: Extent): DateValue {
  if (from === to) return { kind: 'plain', part: from }
  return { kind: within ? 'between' : 'interval', from, to }
}

/** A quarter, a half, "late 2019" or a week, with what makes it one side of a time; null for another date. */
function readWhole(text: string, context: DateContext, make: Around): ReadPhrase | null {
  const unit = readExtent(text, context)
  return unit && { value: make(unit), warnings: [] }
}

function readExtent(text: string, context: DateContext): Extent | null {
  const read = (part: string) => readAll([part], context).parts[0] ?? noPart()
  return readThird(text, read) ?? readCounted(text, context, read) ?? readUnit(text, context, read)
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
    const choices = choicesIn(text.replace(/^either /, ''))
    const extents = choices.map((each) => readExtent(each, context))
    if (extents.some(Boolean)) {
      const { from, to, warnings } = readTwo(choices[0], choices.at(-1), context)
      return { value: { kind: 'between', from, to }, warnings }
    }
    const { parts, warnings } = readAll(choices, context, true)
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
  const match = /\bwinter (?:of )?(\d{4}|'\d{2}) [-/] '?(\d{1,2}|\d{4})$/.exec(text)
  if (!match) return false
  const next = String(Number(match[1]?.replace("'", '20')) + 1)
  return next.endsWith(match[2] ?? '')
}

/** The second year of "1914 - 18" in full. */
function longYear(first = '', second = ''): string {
  const begun = /(?:^| )(\d{4})$/.exec(first)?.[1]
  if (!begun || /\d.* \d{4}$|[a-z]{3}/.test(first) || !/^\d{1,2}$/.test(second)) return second
  const year = begun.slice(0, -second.length) + second
  if (year <= begun) throw new Refusal('Write both years with four digits.')
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

const NAMES_A_STRETCH =
  /^(?:in |the )*(?:early|mid|middle|late|beginning of|start of|end of|q [1-4]|h [12]|(?:first|second|third|fourth|last|\d[a-z]{2}) (?:quarter|half))\b/

function readTwo(first = '', second = '', context: DateContext) {
  // “Late March to early April 2019”: the year stands behind the second.
  const year = /(?:^| )(\d{4})$/.exec(second)?.[1]
  const lacksYear = year && NAMES_A_STRETCH.test(first) && !/\d{4}|\d{3}x|'\d{2}/.test(first)
  const found = readBoth(lacksYear ? `${first} ${year}` : first, second, context)
  if (lacksYear && firstDayOf(found.from) > lastDayOf(found.to)) {
    return readBoth(`${first} ${Number(year) - 1}`, second, context)
  }
  if (firstDayOf(found.from) > lastDayOf(found.to)) {
    throw new Refusal('The second date is earlier than the first. Write the earlier one first.')
  }
  return found
}

function readBoth(first: string, second: string, context: DateContext) {
  const units = [first, second].map((text) => readExtent(text, context))
  const { parts, warnings } = units.some(Boolean)
    ? { parts: [], warnings: [] }
    : readAll([first, second], context)
  const from = units[0]?.from ?? parts[0] ?? readAll([first], context).parts[0]
  const to = units[1]?.to ?? parts[1] ?? readAll([second], context).parts[0]
  if (!from || !to) throw notUnderstood()
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

function notUnderstood(): Refusal {
  return new Refusal(
    'This doesn’t look like a date. Try 13 Feb 2026, about November 2025, or by 13 Feb 2026.',
  )
}
