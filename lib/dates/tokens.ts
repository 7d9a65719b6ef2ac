import { MONTHS, SEASONS, WEEKDAYS } from './names'
import { Refusal } from './refusal'

/**
 * Brings a typed date to lower case, plain hyphens and quotes, without dots of abbreviations and without notes
 * such as "sources differ". A dash that was longer than a hyphen gets spaces, since it always parts two dates.
 */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/[\u2012-\u2015]/g, ' - ')
    .replace(/\ba\.m\b\.?/g, 'am')
    .replace(/\bp\.m\b\.?/g, 'pm')
    .replace(/([a-z])\.(?![a-z])/g, '$1 ')
    .replace(/'s\b/g, 's')
    .replace(/[,;(]* *sources (differ|disagree)\)?$/, '')
    .replace(/\s+/g, ' ')
    .replace(/\bsome time\b/g, 'sometime')
    .replace(/\bthe decade (\d{3})0 - \d{3}9\b/g, '$1x')
    .replace(/[.,; ]+$/, '')
    .trim()
}

const TOKENS = [
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/,
  /\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)/,
  /\d{1,2}-[a-z]{3,9}-(?:\d{4}|\d{2})(?!\d)/,
  /\d{4}[-/]\d{1,2}(?![\d-])/,
  /\d{1,2}\/\d{4}(?!\d)/,
  /\d{1,2}\/\d{1,2}(?!\d)/,
  /\d{3}x|\d{2}xx/,
  /\d+(?:s|st|nd|rd|th)(?![a-z])/,
  /\d+/,
  /[a-z]+/,
  /[-,~?]/,
]
const TOKEN = new RegExp(TOKENS.map((token) => token.source).join('|'), 'y')

/**
 * Parts a tidy text in numbers, numeric dates, words, and the signs `- , ~ ?`. Brackets and slashes around
 * words go.
 *
 * @throws Refusal when a sign is in it that no date has.
 */
export function tokenise(text: string): string[] {
  const plain = text.replace(/[()]/g, ' ')
  const found: string[] = []
  let at = 0
  while (at < plain.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(plain)?.[0]
    if (token) {
      found.push(...splitShortYears(token))
      at += token.length
    } else if (plain[at] === ' ') {
      at += 1
    } else {
      throw new Refusal(`The sign “${[...plain.slice(at)][0]}” was not understood in a date.`)
    }
  }
  return found
}

/** `1914-18` can be no month, so it is a span of years. */
function splitShortYears(token: string): string[] {
  const match = /^(\d{4})-(\d{2})$/.exec(token)
  return match && Number(match[2]) > 12 ? [match[1] ?? '', '-', match[2] ?? ''] : [token]
}

/** Number, 1 to 12, of a month's name or usual abbreviation in lower case; null for other words. */
export function monthOf(word: string): number | null {
  if (word === 'sept') return 9
  const index = MONTHS.findIndex((name) => isNameOrShort(word, name))
  return index < 0 ? null : index + 1
}

const SHORT_WEEKDAYS = new Map([
  ['tues', 2],
  ['wednes', 3],
  ['thur', 4],
  ['thurs', 4],
])

/** Number, 0 Sunday to 6 Saturday, of a weekday's name or usual abbreviation; null for other words. */
export function weekdayNamed(word: string): number | null {
  const index = WEEKDAYS.findIndex((name) => isNameOrShort(word, name))
  return index < 0 ? (SHORT_WEEKDAYS.get(word) ?? null) : index
}

function isNameOrShort(word: string, name: string): boolean {
  const full = name.toLowerCase()
  return word === full || word === full.slice(0, 3)
}

/** ISO 8601-2 code, 21 to 24, of a season's name; null for other words. */
export function seasonNamed(word: string): number | null {
  const index = SEASONS.findIndex((name) => name === (word === 'fall' ? 'autumn' : word))
  return index < 0 ? null : index + 21
}

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A small number written in figures or in a word up to twelve; `a` and `an` are one. Null for other words. */
export function smallNumber(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  if (word === 'a' || word === 'an') return 1
  const index = SMALL.indexOf(word)
  return index < 1 ? null : index
}
