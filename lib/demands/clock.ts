import type { Standing } from '../schemas/words'
import { certainDay, daysFromTo, daySpanInWords, type DaySpan, type PossibleDays } from './spans'

/** Something of a demand's thread: on which days it may have been, and the entry that tells of it. */
export type ClockPoint = {
  days: PossibleDays
  edtf: string
  entry: { id: string; title: string }
}

/** What the response clock of one demand at one target is read from, as known on a day. */
export type ClockFacts = {
  /** The first entry that raises or repeats the demand; null where none does. */
  raised: ClockPoint | null
  /** The last of them; the same as `raised` where it was raised once. */
  repeated: ClockPoint | null
  /** How many entries raise or repeat it. */
  times: number
  /** The target's first answer. That no reply was given is no answer. */
  answered: ClockPoint | null
  /** The target's last answer. */
  lastWord: ClockPoint | null
  /** How many entries answer it at this target. */
  answers: number
}

/** What the clock shows. */
export type ClockReading = {
  /** `unraised`: no entry raises it, so that nothing is counted. */
  state: 'unraised' | 'silent' | 'answered'
  /** Days from the first time it was raised to the first answer. */
  toAnswer: DaySpan | null
  /** Days without a word: since the last answer, or since it was first raised. */
  silence: DaySpan | null
}

/** Nothing was raised or answered. */
export const noFacts: ClockFacts = {
  raised: null,
  repeated: null,
  times: 0,
  answered: null,
  lastWord: null,
  answers: 0,
}

/**
 * Reads the clock on a day. It counts calendar days, so that no clock change and no hour matters.
 *
 * @param asOf ISO day in the campaign's zone.
 */
export function readClock({ raised, answered, lastWord }: ClockFacts, asOf: string): ClockReading {
  const today = certainDay(asOf)
  const silentSince = lastWord ?? answered ?? raised
  return {
    state: answered ? 'answered' : raised ? 'silent' : 'unraised',
    toAnswer: raised && answered ? daysFromTo(raised.days, answered.days) : null,
    silence: silentSince && daysFromTo(silentSince.days, today),
  }
}

/** Whether a target still owes an answer or a deed: what is met, refused or withdrawn is settled. */
export function isPending(standing: Standing): boolean {
  return standing !== 'met' && standing !== 'refused' && standing !== 'withdrawn'
}

/**
 * Whether days without a reply may be counted beside a standing. Any other than open says that something
 * came of the demand, whether an entry is recorded as its answer or not.
 */
export function countsSilence(standing: Standing): boolean {
  return standing === 'open'
}

/** What the clock shows, as sentences without a verdict: "No reply recorded for 285 days." */
export function clockInWords({ state, toAnswer, silence }: ClockReading): string[] {
  if (state === 'unraised') return ['No entry raises it yet.']
  if (state === 'silent')
    return [
      silence && isToday(silence)
        ? `Raised ${silence.most === 0 ? 'today' : 'by today'}. No reply recorded yet.`
        : `No reply recorded for ${silence ? daySpanInWords(silence) : 'an unknown number of days'}.`,
    ]
  return [answerInWords(toAnswer), ...(silence ? [lastWordInWords(silence)] : [])]
}

/** "First answer after 12 days." */
function answerInWords(span: DaySpan | null): string {
  if (!span) return 'Answered. No entry says when it was first raised.'
  const { least, most } = span
  if (most !== null && most < 0) return 'Answered before the first entry that raises it.'
  if (most === 0)
    return least === null ? 'Answered the same day or earlier.' : 'Answered the same day.'
  if (least === 0)
    return most === null
      ? 'Answered the same day or later.'
      : `First answer within ${daySpanInWords({ ...span, least: most })}.`
  return `First answer after ${daySpanInWords(span)}.`
}

function lastWordInWords(silence: DaySpan): string {
  if (isToday(silence)) return `Last answer recorded ${silence.most === 0 ? 'today' : 'by today'}.`
  return `Last answer recorded ${daySpanInWords(silence)} ago.`
}

function isToday({ least, most }: DaySpan): boolean {
  return least === 0 && (most === 0 || most === null)
}
