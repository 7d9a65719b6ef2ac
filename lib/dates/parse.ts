import { dayNumber } from './calendar'
import { normaliseEdtf } from './edtf'
import { readEdtf, writeEdtf } from './grammar'
import type { DateContext } from './read-date'
import { readPhrase } from './read-phrase'
import { takeTime } from './read-time'
import { Refusal, UnclearDayOrder } from './refusal'
import { tidy, tokenise } from './tokens'
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

/** A reading to choose: its `label` is read back as just that date and time. */
export type DateChoice = { label: string; value: string; edtf: string; time: string | null }

const LONGEST = 200
const UNKNOWN = /^(?:unknown|unknown date|date unknown|undated|n ?d|tb[acd]|none|\?+)$/

/**
 * Understands a date as people write it, or EDTF itself (ISO 8601-2:2019).
 *
 * What cannot be understood, or could be two things, is answered with a message and where possible choices;
 * it is never guessed. A day or month without a year is the one closest to today, the earlier of two equally
 * close. "By" and "since" include their date, "before" and "after" do not. What `dateInWords` writes is read
 * back as the same EDTF.
 *
 * @throws RangeError when `context.today` is not an ISO day.
 */
export function parseDateWords(text: string, context: DateContext): ParsedDate {
  if (Number.isNaN(dayNumber(context.today))) throw new RangeError('Today must be an ISO day.')
  try {
    return understand(text, context)
  } catch (error) {
    if (error instanceof UnclearDayOrder) return tryBothOrders(text, context, error.message)
    if (!(error instanceof Refusal)) throw error
    const { message, choices } = error
    if (choices.length === 0) return { ok: false, message }
    return { ok: false, message, choices: choices.map((edtf) => labelled(edtf, error.time)) }
  }
}

function labelled(edtf: string, time: string | null): DateChoice {
  const label = dateInWords(edtf, { time })
  return { label, value: label, edtf, time }
}

function tryBothOrders(text: string, context: DateContext, message: string): ParsedDate {
  const dayFirst = parseDateWords(text, { ...context, dayOrder: 'dmy' })
  const monthFirst = parseDateWords(text, { ...context, dayOrder: 'mdy' })
  if (!dayFirst.ok) return monthFirst
  if (!monthFirst.ok || monthFirst.edtf === dayFirst.edtf) return dayFirst
  return {
    ok: false,
    message: `${message} Choose one, or write the month as a word.`,
    choices: [dayFirst, monthFirst].map(({ edtf, time }) => labelled(edtf, time)),
  }
}

function understand(text: string, context: DateContext): ParsedDate {
  if (text.length > LONGEST) throw new Refusal(`Write the date in at most ${LONGEST} signs.`)
  const trimmed = text.trim()
  if (trimmed === '') throw new Refusal('Write a date, such as 13 Feb 2026.')
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(trimmed)) {
    throw new Refusal('There are invisible signs in this date. Type it again by hand.')
  }
  const edtf = normaliseEdtf(trimmed)
  if (edtf) return answer(edtf, null, seasonWarning(edtf))
  const tidied = tidy(trimmed)
  if (UNKNOWN.test(tidied)) {
    throw new Refusal('Write the narrowest date that is sure, such as 2020 or by 13 Feb 2026.')
  }
  const part = partOfDay(tidied, context)
  if (part) return part
  const { rest, time, warnings } = takeTime(tidied)
  const phrase = withTime(time, () => readPhrase(tokenise(rest), context))
  const found = normaliseEdtf(writeEdtf(phrase.value))
  if (!found) throw new Refusal('This date cannot be kept. Write it more simply.')
  const value = readEdtf(found)
  if (time && (value?.kind !== 'plain' || value.part.precision !== 'day')) {
    throw new Refusal('A time of day needs a single day. Leave the time out, or write the day.')
  }
  return answer(found, time, [...phrase.warnings, ...warnings])
}

/** Keeps the time of day with the choices where the day is asked. */
function withTime<T>(time: string | null, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) error.time = time
    throw error
  }
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

/** EDTF's `2021-22` is a summer, but people write it for two years that follow each other. */
function seasonWarning(edtf: string): string[] {
  const match = /^\d\d(\d\d)-(2[1-4])$/.exec(edtf)
  if (!match || Number(match[2]) <= Number(match[1])) return []
  const [first, second] = [edtf.slice(0, 4), edtf.slice(0, 2) + match[2]]
  return [`This was read as ${dateInWords(edtf)}. For the years, write ${first} to ${second}.`]
}

/** "This morning" and "yesterday evening" name a day but no hour; "last night" may be either of two days. */
function partOfDay(text: string, context: DateContext): ParsedDate | null {
  if (text === 'tonight') return partOfDay('this evening', context)
  if (text === 'last night') {
    const days = ['yesterday', 'today'].map((day) => parseDateWords(day, context))
    const choices = days.flatMap((day) => (day.ok ? [day.edtf] : []))
    throw new Refusal('“Last night” may be yesterday evening or early today. Choose one.', choices)
  }
  const match = /^(.+?) (?:in the )?(morning|afternoon|evening|night)$/.exec(text)
  if (!match) return null
  const day = match[1] === 'this' ? 'today' : (match[1] ?? '')
  const parsed = parseDateWords(day, context)
  if (!parsed.ok || parsed.time || !/^\d{4}-\d\d-\d\d$/.test(parsed.edtf)) return parsed
  const note = `Only the day was kept, not “${match[2]}”. Add the hour if it is known.`
  return { ...parsed, warning: [parsed.warning, note].filter(Boolean).join(' ') }
}
