import { dayFromNumber, dayNumber, weekdayOf } from '../dates/calendar'
import { parseDateWords } from '../dates/parse'
import { english, GERMAN, SPANISH, WEEKDAY_NAMES } from './dates-abroad'
import { isAnySuchDay, isBackground, liesAhead, SCHEDULED, STREET } from './dates-ahead'
import {
  datesBehind,
  NAMED_DATES,
  NOT_OF_DAY,
  rangeIn,
  weekdayOfNextWeek,
  withoutHoliday,
} from './dates-named'
import { passageOf } from './sentences'
import type { CaptureLanguage, Found, FoundDate, Span } from './types'
import { MONTHS, WEEKDAYS } from './words'

/** A date of the text, with the sentence that holds it. */
export type DateMention = Found<FoundDate> & {
  sentence: Span
  /** The words lie ahead of publication. */ ahead: boolean
}

const MONTH = `(?:${MONTHS})\\.?`
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const PART = '(?: (?:morning|afternoon|evening|night))?'

const ENGLISH = new RegExp(
  [
    ...NAMED_DATES,
    `(?:on )?(?:${WEEKDAYS}|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.?,? ${MONTH} ${DAY}(?:,? \\d{4})?`,
    `${MONTH} ${DAY}(?:,? \\d{4})?`,
    `${DAY}(?: of)? ${MONTH}(?:,? \\d{4})?`,
    `(?:early |mid-?|late |(?:the )?(?:end|start|beginning|middle) of )?${MONTH}(?:,| of)? \\d{4}`,
    `(?:by |until |before |at )?(?:the )?(?:end|start|beginning|middle) of ${MONTH}(?! \\d)`,
    `\\d{4}-\\d{2}-\\d{2}`,
    `(?<!Easter |Ash |Palm |Good |Black |Cyber |Labor )(?:(?:last|this past|this|next|on|every) )?(?:${WEEKDAYS})${PART}${NOT_OF_DAY}`,
    `(?:(?:in|since|last|this past|until|by|before|through|early|mid|late|this) )(?:early |mid-?|late )?${MONTH}(?![\\p{L}])(?!\\.?,? ?\\d)`,
    `(?:about |nearly |almost |over |more than |some )?(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}|several|a few) (?:days?|weeks?|months?|years?) (?:ago|earlier(?! than))`,
    `(?:yesterday|next month|last night|earlier today|early today|this (?:morning|afternoon|evening)|tonight|earlier this (?:week|month|year)|last (?:week|month|year|spring|summer|fall|autumn|winter))`,
    `(?:in|since|of|by|from|until|through|before) (?:early |mid-?|late )?(?:19|20)\\d{2}(?! \\p{L}+s\\b)`,
  ]
    .map((pattern) => `(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`)
    .join('|'),
  'giu',
)
/**
 * Finds the dates of a text and resolves them against the day it was published: a weekday is the last
 * one on or before that day, unless the sentence speaks of what is to come. Without a day of publication only
 * complete dates are resolved.
 */
export function datesOf(
  text: string,
  sentences: Span[],
  published: string | null,
  language: CaptureLanguage,
): DateMention[] {
  const found: DateMention[] = []
  const pattern = language === 'es' ? SPANISH : language === 'de' ? GERMAN : ENGLISH
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end)
    for (const match of words.matchAll(pattern)) {
      // "bulevar 5 de Mayo", "Platz des 17. Juni": a street.
      if (STREET.test(words.slice(0, match.index))) continue
      if (isBackground(words.slice(0, match.index), match[0])) continue
      if (isAnySuchDay(match[0], words.slice(match.index + match[0].length))) continue
      const ahead = liesAhead(words, match.index, match[0])
      // "their plans to attend rallies scheduled for February 16", told in May, looks back.
      const follows = FOLLOWING.test(words.slice(0, match.index)) && isWeekday(match[0])
      const isCounted = follows || (/earlier$/iu.test(match[0]) && AGO.test(match[0]))
      const from = isCounted ? anchor(sentence) : published
      if (from === null && published !== null) continue
      const next = resolve(follows ? `next ${match[0]}` : match[0], from, ahead, language)
      const isFar =
        published !== null &&
        next !== null &&
        /^\d{4}-\d{2}-\d{2}$/.test(next) &&
        dayNumber(next) - dayNumber(published) > 200
      const edtf =
        isFar && SCHEDULED.test(words.slice(0, match.index))
          ? resolve(match[0], published, false, language)
          : next
      if (!edtf) continue
      const start = sentence.start + match.index
      const end = start + match[0].length
      push(match[0], edtf, { start, end })
      if (language !== 'en') continue
      for (const { words: more, at } of datesBehind(match[0], text.slice(end, sentence.end))) {
        const value = resolve(more, published, ahead, language)
        const length = more.replace(/^in |^\p{L}+\.? (?=\d)/u, '').length
        if (value) push(more, value, { start: end + at, end: end + at + length })
      }

      function push(said: string, value: string, span: Span) {
        const confidence = /\d{4}/.test(said) ? 0.98 : 0.9
        const passages = [passageOf(text, span)]
        found.push({ value: { words: said, edtf: value }, confidence, passages, sentence, ahead })
      }
    }
  }
  return found

  /** "Eleven days earlier": before the day that this sentence or the one before it names. */
  function anchor({ start }: Span): string | null {
    const last = found.at(-1)
    // "by April 24. The group votes the following Tuesday": the day named just before
    const near = last && start - last.sentence.end < 3
    return near && /^\d{4}-\d{2}-\d{2}$/.test(last.value.edtf) ? last.value.edtf : null
  }
}

/** "the following Tuesday": behind the day that was named last. */
const FOLLOWING = /\bthe following $/iu
const isWeekday = (words: string) => new RegExp(`^(?:${WEEKDAYS})$`, 'iu').test(words)

const AGO =
  /^(?:about |nearly |almost |over |more than |some )?(.+?) (days?|weeks?|months?|years?) (?:ago|earlier)$/iu

function resolve(
  words: string,
  published: string | null,
  ahead: boolean,
  language: CaptureLanguage,
): string | null {
  const later = language === 'en' ? WEEKDAY_NAMES[weekdayOfNextWeek(words)] : undefined
  if (later !== undefined) {
    const next = published && weekdayNear(published, later, true)
    return next ? dayFromNumber(dayNumber(next) + 7) : null
  }
  const range = language === 'en' ? rangeIn(words) : null
  if (range) {
    const last = resolve(range.last, published, ahead, language)
    const first = last && `${last.slice(0, 8)}${String(range.first).padStart(2, '0')}`
    return first && /^\d{4}-\d{2}-\d{2}$/.test(last) && first < last ? `${first}/${last}` : null
  }
  const plain = english(withoutHoliday(words), language)
  const weekday =
    /^(?:(last|this past|this|next|every|on) )?([\p{L}]+?)(?: (?:morning|afternoon|evening|night))?$/u.exec(
      plain,
    )
  const day = WEEKDAY_NAMES[weekday?.[2] ?? '']
  if (day !== undefined) {
    if (!published || weekday?.[1] === 'every') return null
    return weekday?.[1] === 'next'
      ? weekdayNear(dayFromNumber(dayNumber(published) + 1) ?? published, day, true)
      : weekdayNear(published, day, ahead)
  }
  if (!/\d{4}/.test(plain) && !published) return null
  const numbered = /^(\p{L}+) (\d{1,2})$/u.exec(plain)
  const named = WEEKDAY_NAMES[numbered?.[1] ?? '']
  if (numbered && named !== undefined)
    return published && numberedDay(published, named, Number(numbered[2]))
  const ago = AGO.exec(plain)
  if (ago && published) return longAgo(ago[1] ?? '', ago[2] ?? '', published)
  const bare = plain.replace(
    /^(?:in|on|since|of|until|by|from|through|before|at|this past|last) (?=\S)/u,
    (lead) =>
      /^(?:last) (?:week|month|year|spring|summer|fall|autumn|winter|night)/u.test(plain)
        ? lead
        : '',
  )
  if (/^(?:earl(?:ier|y) today|this (?:morning|afternoon|evening)|tonight)$/u.test(bare))
    return published
  if (bare === 'next month' && published) {
    const [year = 0, month = 1] = published.split('-').map(Number)
    return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  }
  if (/^earlier this (?:week|month|year)$/u.test(bare) && published)
    return bare.endsWith('year')
      ? published.slice(0, 4)
      : bare.endsWith('month')
        ? published.slice(0, 7)
        : null
  if (bare === 'last night' && published) return dayFromNumber(dayNumber(published) - 1)
  const withYear = /\d{4}/.test(bare) || !published ? bare : yearFor(bare, published, ahead)
  const parsed = parseDateWords(withYear, {
    today: published ?? '2000-01-01',
    dayOrder: language === 'en' ? 'mdy' : 'dmy',
  })
  return parsed.ok ? parsed.edtf : null
}

/** A day or month without a year is the last one before publication, or the next one where it lies ahead. */
function yearFor(words: string, published: string, ahead: boolean): string {
  if (
    !/^(?:early |mid-?|late )?(?:[\p{L}]{3,9}\.?,? )?(?:[\p{L}]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?(?: of)? [\p{L}]{3,9}\.?|[\p{L}]{3,9}\.?)$/u.test(
      words,
    )
  )
    return words
  const year = Number(published.slice(0, 4))
  const at = (candidate: number) => {
    const parsed = parseDateWords(`${words} ${candidate}`, { today: published })
    return parsed.ok ? parsed.edtf.slice(0, 10) : null
  }
  const here = at(year)
  if (!here) return words
  const later = here.slice(0, here.length) > published.slice(0, here.length)
  const earlier = here.slice(0, here.length) < published.slice(0, here.length)
  // Reports speak of the next weeks without saying so: "The strike begins Feb. 20".
  const soon = later && here.length === 10 && dayNumber(here) - dayNumber(published) <= 45
  // "It is to run from January 23", five days after it opened.
  const justBegun = earlier && here.length === 10 && dayNumber(published) - dayNumber(here) <= 45
  if (ahead && earlier && !justBegun) return `${words} ${year + 1}`
  if (!ahead && later && !soon) return `${words} ${year - 1}`
  return `${words} ${year}`
}

/** The last such weekday on or before the day, or the first one after it. */
function weekdayNear(published: string, weekday: number, ahead: boolean): string | null {
  const today = dayNumber(published)
  const back = (weekdayOf(published) - weekday + 7) % 7
  // In a report of Tuesday "on Tuesday" is today, also of what is to come.
  return dayFromNumber(ahead && back > 0 ? today + (7 - back) : today - back)
}

/** "el lunes 10": the nearest such day of a month that is that weekday. */
function numberedDay(published: string, weekday: number, number: number): string | null {
  const today = dayNumber(published)
  for (let away = 0; away <= 60; away += 1)
    for (const day of [today + away, today - away]) {
      const date = dayFromNumber(day)
      if (date && weekdayOf(date) === weekday && Number(date.slice(8)) === number) return date
    }
  return null
}

function longAgo(count: string, unit: string, published: string): string | null {
  if (/^(?:several|a few)$/u.test(count)) return null
  const number = /^\d+$/u.test(count)
    ? Number(count)
    : 'a an one two three four five six seven eight nine ten eleven twelve'
        .split(' ')
        .indexOf(count) - (count === 'a' ? -1 : count === 'an' ? 0 : 1)
  if (!(number > 0)) return null
  if (unit.startsWith('day')) return dayFromNumber(dayNumber(published) - number)
  if (unit.startsWith('week')) {
    const day = dayFromNumber(dayNumber(published) - number * 7)
    return day && `${day}~`
  }
  const [year = 0, month = 1] = published.split('-').map(Number)
  if (unit.startsWith('year')) return `${String(year - number).padStart(4, '0')}~`
  const index = year * 12 + (month - 1) - number
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}~`
}
