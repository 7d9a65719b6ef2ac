import { dayFromNumber, dayNumber } from './calendar'
import type { DateContext } from './context'
import { normaliseEdtf } from './edtf'
import { readEdtf, writeEdtf } from './grammar'
import { takePartOfDay } from './part-of-day'
import { readPhrase } from './read-phrase'
import { takeTime } from './read-time'
import { Refusal, Unclear } from './refusal'
import { spelledRight } from './spelling'
import { plainSigns, tidy } from './tidy'
import { withoutHolidays } from './holidays'
import { tokenise } from './tokens'
import { dateInWords } from './words'

/** A date as it was understood, or a sentence that says what to write instead. */
export type ParsedDate =
  | {
      ok: true
      edtf: string
      /** `HH:MM` of 24 hours, as the clocks at the place showed it. */
      time: string | null
      /** The date as the record will show it, for the reader to check. */
      words: string
      /** Sentences about what was left out or contradicts itself. */
      warning: string | null
    }
  | { ok: false; message: string; choices?: DateChoice[] }

/** A reading to choose: its `value` is read back as just that date and time. */
type DateChoice = { label: string; value: string; edtf: string; time: string | null }

const LONGEST = 200
const MOST_CHOICES = 6
const UNKNOWN = /^(?:unknown|unknown date|date unknown|undated|n ?d|tb[acd]|none|\?+)$/
const EXACT = /^\d{4}-\d\d-\d\d$/

/**
 * Understands a date as people write it, or EDTF itself (ISO 8601-2:2019), in English and, of a date's own words, in
 * German, Spanish, French, Italian, Portuguese and Dutch.
 *
 * What cannot be understood, or could be two things, is answered with a message and where possible choices; it is never
 * guessed. A day or month without a year is the latest that has begun, unless the context expects another. "By" and
 * "since" include their date, "before" and "after" do not. What `dateInWords` writes is read back as the same EDTF.
 *
 * @throws RangeError when `context.today` or `context.anchor` is not an ISO day.
 */
export function parseDateWords(text: string, context: DateContext): ParsedDate {
  if (Number.isNaN(dayNumber(context.today))) throw new RangeError('Today must be an ISO day.')
  if (context.anchor && Number.isNaN(dayNumber(context.anchor))) {
    throw new RangeError('The day of the source must be an ISO day.')
  }
  try {
    return understand(text, context)
  } catch (error) {
    if (error instanceof Unclear) return tryEach(text, context, error)
    if (!(error instanceof Refusal)) throw error
    return question(
      error.message,
      error.choices.map((edtf) => choice(edtf, error.time)),
    )
  }
}

function choice(edtf: string, time: string | null): DateChoice {
  const label = dateInWords(edtf, { time })
  return { label, value: label, edtf, time }
}

function question(message: string, choices: DateChoice[]): ParsedDate {
  return choices.length === 0 ? { ok: false, message } : { ok: false, message, choices }
}

/** Reads the whole text in each of the ways in which a part of it can be read. */
function tryEach(text: string, context: DateContext, { message, readings }: Unclear): ParsedDate {
  const tried = readings.map((reading) =>
    parseDateWords(text, {
      ...context,
      ...reading,
      chosen: { ...context.chosen, ...reading.chosen },
    }),
  )
  const found = new Map<string, DateChoice>()
  for (const one of tried) {
    const choices = one.ok ? [choice(one.edtf, one.time)] : (one.choices ?? [])
    for (const each of choices) found.set(each.value, each)
  }
  const understood = tried.find((one) => one.ok)
  if (found.size === 1 && understood) return understood
  const choices = [...found.values()].slice(0, MOST_CHOICES)
  return choices.length === 0 ? (tried[0] ?? question(message, [])) : question(message, choices)
}

function understand(text: string, context: DateContext): ParsedDate {
  if (text.length > LONGEST) throw new Refusal(`Write the date in at most ${LONGEST} characters.`)
  const plain = plainSigns(text)
  if (plain === '') throw new Refusal('Write a date, such as 13 Feb 2026.')
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(plain)) {
    throw new Refusal('There are invisible characters in this date. Type it again by hand.')
  }
  const edtf = normaliseEdtf(plain)
  if (edtf) return (!context.isEdtf && twoYears(edtf)) || answer(edtf, null, [])
  if (/^-\d|\by-?\d{5}/i.test(plain)) throw beforeYearOne()
  const { text: spelled, warnings } = spelledRight(tidy(plain))
  const tidied = withoutHolidays(spelled, context)
  if (UNKNOWN.test(tidied)) {
    throw new Refusal('Write the narrowest date you are sure of, such as 2020 or by 13 Feb 2026.')
  }
  if (/^(?:the )?(?:fiscal|financial|tax|academic|school) years?\b|\bfy ?'?\d/.test(tidied)) {
    throw new Refusal(
      'Such a year begins in another month in each place. Write its months, such as July 2020 to June 2021.',
    )
  }
  if (
    /\bthe (?:last|past) (?:[a-z\d]+ )?(?:years?|months?|weeks?|decades?)\b(?! (?:of|in)\b)/.test(
      tidied,
    )
  ) {
    throw new Refusal('That ends today and began on no certain day. Write from when it was.')
  }
  return partOfDay(tidied, context) ?? withTime(tidied, context, warnings)
}

function beforeYearOne(): Refusal {
  return new Refusal(
    'Only the years 1 to 9999 can be recorded. Put an earlier date in the summary.',
  )
}

function withTime(text: string, context: DateContext, notes: string[]): ParsedDate {
  const { rest, time, warnings, unclear } = takeTime(text)
  const phrase = timed(time, () => readPhrase(tokenise(rest), context))
  const found = normaliseEdtf(writeEdtf(phrase.value))
  if (!found) throw new Refusal('This date cannot be recorded. Write it more simply.')
  const value = readEdtf(found)
  if (time && (value?.kind !== 'plain' || value.part.precision !== 'day')) {
    throw new Refusal('A time of day needs a single day. Leave the time out, or write the day.')
  }
  if (unclear) return dayQuestion(found, time, unclear)
  return answer(found, time, [...notes, ...phrase.warnings, ...warnings])
}

/** Keeps the time of day with the choices where the day is asked. */
function timed<T>(time: string | null, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) error.time = time
    throw error
  }
}

function dayQuestion(
  edtf: string,
  time: string | null,
  unclear: 'midnight' | 'offset' | 'span',
): ParsedDate {
  if (unclear === 'span') {
    const message =
      'Only one time can be saved with a date. Choose the time when it began, or write it.'
    return question(message, [choice(edtf, time), choice(edtf, null)])
  }
  if (unclear === 'offset') {
    const message =
      'The time was given by an offset from UTC; the record keeps what the clocks at the place showed. Choose the time as it was written or the day alone, or write what the clocks there showed.'
    return question(message, [choice(edtf, time), choice(edtf, null)])
  }
  const next = EXACT.test(edtf) ? dayFromNumber(dayNumber(edtf) + 1) : null
  const days = next ? [edtf, next] : [edtf]
  return question(
    'Midnight lies between two days. Choose one, or write the day that begins with it.',
    days.map((day) => choice(day, time)),
  )
}

function answer(edtf: string, time: string | null, warnings: string[]): ParsedDate {
  return {
    ok: true,
    edtf,
    time,
    words: dateInWords(edtf, { time }),
    warning: warnings.join(' ') || null,
  }
}

/** EDTF's `2021-22` is a summer, and `2009-10` a month, but people write both for two years that follow each other. */
function twoYears(edtf: string): ParsedDate | null {
  const match = /^(\d\d)(\d\d)-(\d\d)$/.exec(edtf)
  if (!match || Number(match[3]) !== Number(match[2]) + 1) return null
  const [first, second] = [edtf.slice(0, 4), `${match[1]}${match[3]}`]
  // A month is written so everywhere, and a season by hardly anybody.
  if (Number(match[3]) > 12)
    return question(
      'This may be a season or two years. Choose one.',
      [`${first}/${second}`, edtf].map((way) => choice(way, null)),
    )
  const note = `This was read as ${dateInWords(edtf)}. For the years, write ${first} to ${second}.`
  return answer(edtf, null, [note])
}

/** "This morning" and "yesterday evening" name a day but no hour; "last night" may be either of two days. */
function partOfDay(text: string, context: DateContext): ParsedDate | null {
  if (text === 'last night') {
    const days = ['yesterday', 'today'].map((day) => parseDateWords(day, context))
    const choices = days.flatMap((day) => (day.ok ? [day.edtf] : []))
    throw new Refusal('“Last night” may be yesterday evening or early today. Choose one.', choices)
  }
  const taken = takePartOfDay(text)
  if (!taken) return null
  const parsed = parseDateWords(taken.rest, context)
  if (!parsed.ok || parsed.time || !/\d{4}-\d\d-\d\d/.test(parsed.edtf)) return parsed
  const note = `Only the day was recorded, not “${taken.part}”. Add the hour if it is known.`
  return { ...parsed, warning: [parsed.warning, note].filter(Boolean).join(' ') }
}
