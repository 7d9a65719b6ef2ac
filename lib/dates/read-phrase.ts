import { dayFromNumber, dayNumber } from './calendar'
import { firstDayOf, lastDayOf, type DatePart, type DateValue } from './grammar'
import { completed, loose, weekdayWarning, type LooseDate } from './loose'
import { thirdOf, type Third } from './parts-of-a-time'
import { readDate, type DateContext } from './read-date'
import { Refusal } from './refusal'

/** What a text says, and what its reader should be told besides. */
export type ReadPhrase = { value: DateValue; warnings: string[] }

type Around = (part: DatePart) => DateValue

/** Words before a date that make it one side of a time. The longer ones stand first. */
const BEFORE: [RegExp, Around][] = [
  [/^(?:by|(?:on|in) or before|no later than|not later than|not after|at latest) /, by],
  [/^(?:before|prior to|earlier than) /, (part) => by(neighbour(part, -1))],
  [/^(?:(?:on|in) or after|no earlier than|not earlier than|not before) /, orLater],
  [/^(?:after|later than) /, (part) => orLater(neighbour(part, 1))],
  [/^(?:until|till|up to|to) /, (part) => ({ kind: 'interval', from: 'open', to: part })],
  [/^(?:since|starting) /, since],
]

const AFTER: [RegExp, Around][] = [
  [/ (?:or|and) (?:later|after|onwards?)$/, orLater],
  [/ at the earliest$/, orLater],
  [/ (?:or|and) (?:earlier|before)$/, by],
  [/ at the latest$/, by],
  [/ onwards?$/, since],
  [/ on$/, since],
  [/ (?:-|to|until|till|through) (?:present|the present|now|today|date|ongoing)$/, since],
  [/ -$/, since],
  [
    / , end not known$| end not known$/,
    (part) => ({ kind: 'interval', from: part, to: 'unknown' }),
  ],
]

function by(part: DatePart): DateValue {
  return { kind: 'by', part }
}

function orLater(part: DatePart): DateValue {
  return { kind: 'or-later', part }
}

function since(part: DatePart): DateValue {
  return { kind: 'interval', from: part, to: 'open' }
}

/**
 * Reads the tokens of a date, a span or a choice of dates.
 *
 * "By 13 Feb" includes the day and "before 13 Feb" does not; the same holds for "since" and "after", which
 * count in the date's own measure ("after 2019" is 2020 or later) and in months for a season.
 *
 * @throws Refusal when the words are not understood.
 */
export function readPhrase(tokens: string[], context: DateContext): ReadPhrase {
  const text = tokens.join(' ').replace(/^sometime /, '')
  const noStart = / ,? ?start not known$/
  if (noStart.test(text)) {
    const end = text.replace(noStart, '').replace(/^until /, '')
    return around(end, (part) => ({ kind: 'interval', from: 'unknown', to: part }), context)
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
  return readThird(text, context) ?? readSeveral(text, context) ?? around(text, plain, context)
}

function plain(part: DatePart): DateValue {
  return { kind: 'plain', part }
}

function around(text: string, make: Around, context: DateContext): ReadPhrase {
  const { parts, warnings } = readAll([text], context, false, make === plain)
  const [part] = parts
  if (!part) throw notUnderstood()
  return { value: make(part), warnings }
}

/** Spans and choices: "between A and B", "from A to B", "A - B", "A, B or C". Null when it is a single date. */
function readSeveral(text: string, context: DateContext): ReadPhrase | null {
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
  if (/ and /.test(text)) {
    throw new Refusal('Write 12-13 Feb for a span of days, or 12 or 13 Feb when it is one of them.')
  }
  return null
}

/** "Winter 2025 - 26" is one winter, not a span from a winter to a year. */
function isWinterYears(text: string): boolean {
  const match = /\bwinter (?:of )?(\d{4}) - (\d{2}|\d{4})$/.exec(text)
  if (!match) return false
  const next = String(Number(match[1]) + 1)
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
  const { parts, warnings } = readAll([first, second], context)
  const [from, to] = parts
  if (!from || !to) throw notUnderstood()
  if (firstDayOf(from) > lastDayOf(to)) {
    throw new Refusal('The second date is earlier than the first. Write the earlier one first.')
  }
  return { from, to, warnings }
}

function readAll(texts: string[], context: DateContext, shareDoubt = false, alone = false) {
  const dates: LooseDate[] = []
  for (const text of texts) {
    const date = readOne(text, context, alone)
    if (!date) throw notUnderstood()
    dates.push(date)
  }
  const [first] = dates
  // In "possibly 12 or 13 Feb" the first date is unfinished, so the word belongs to both.
  if (shareDoubt && first?.day && first.month === null) {
    for (const date of dates) date.qualifier ||= first.qualifier
  }
  const parts = completed(dates, context.today)
  const warnings = parts.flatMap(
    (part, index) => weekdayWarning(dates[index]?.weekday ?? null, part) ?? [],
  )
  return { parts, warnings }
}

function readOne(text: string, context: DateContext, alone: boolean): LooseDate | null {
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
  if (!value) throw new Refusal(`“${word}” goes with a year or a month only, such as early 2025.`)
  return { value, warnings }
}

/** The date just before or after another, in its own measure. */
function neighbour(part: DatePart, step: -1 | 1): DatePart {
  const iso = dayFromNumber(dayNumber(step < 0 ? firstDayOf(part) : lastDayOf(part)) + step)
  if (!iso) throw new Refusal('That lies outside the years 1 to 9999.')
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  const measure = part.precision
  const fields = measure === 'day' ? { year, month, day } : { year, month }
  const bare = measure === 'day' || measure === 'month' || measure === 'season' ? fields : { year }
  const [next] = completed([loose({ ...bare, qualifier: part.qualifier })], iso)
  if (!next) throw notUnderstood()
  return next
}

function notUnderstood(): Refusal {
  return new Refusal(
    'This was not understood as a date. Try 13 Feb 2026, about November 2025, or by 13 Feb 2026.',
  )
}
