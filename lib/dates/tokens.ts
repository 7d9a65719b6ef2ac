import { MONTHS, SEASONS, WEEKDAYS } from './names'
import { Refusal } from './refusal'

const TOKENS = [
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/,
  /\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)/,
  /\d{1,2}-[a-z]{3,9}-(?:\d{4}|\d{2})(?!\d)/,
  /[a-z]{3,9}-\d{1,2}(?![\d-]|st|nd|rd|th)/,
  /\d{4}[-/]\d{1,2}(?![\d-])/,
  /'\d{2}(?!\d)/,
  /\d{1,2}\/\d{4}(?!\d)/,
  /\d{1,2}\/\d{1,2}(?!\d)/,
  /\d{3}x|\d{2}xx/,
  /\d+(?:s|st|nd|rd|th)(?![a-z])/,
  /\d+/,
  /[a-z]+/,
  /[-,~?/]/,
]
const TOKEN = new RegExp(TOKENS.map((token) => token.source).join('|'), 'y')

/**
 * Parts a tidy text in numbers, numeric dates, words, and the signs `- , ~ ? /`. Brackets go.
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
      found.push(...splitJoined(token))
      at += token.length
    } else if (plain[at] === ' ') {
      at += 1
    } else {
      throw new Refusal(`The sign “${[...plain.slice(at)][0]}” was not understood in a date.`)
    }
  }
  return found
}

/** `1914-18` can be no month, so it is a span of years; of words only a month is joined to a number, as in `Aug-18`. */
function splitJoined(token: string): string[] {
  const [, before = '', sign = '', after = ''] = /^(\d{4}|[a-z]+)([-/])(\d{1,2})$/.exec(token) ?? []
  const joined = /^\d/.test(before)
    ? sign === '/' || after.length < 2 || Number(after) <= 12
    : monthOf(before) !== null
  return before === '' || joined ? [token] : [before, '-', after]
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
