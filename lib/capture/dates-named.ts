import { MONTHS, WEEKDAYS } from './words'

const MONTH = `(?:${MONTHS})\\.?`
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const TO = '(?: ?[–-] ?| to | until | through )'

/** Days that have a name and the same date everywhere. */
const HOLIDAYS: Record<string, string> = {
  'new year’s eve': 'December 31',
  'new year’s day': 'January 1',
  'christmas eve': 'December 24',
  'christmas day': 'December 25',
  'boxing day': 'December 26',
  'valentine’s day': 'February 14',
  halloween: 'October 31',
  juneteenth: 'June 19',
}

/** "Sunday closures", "Christmas Day shifts": the day only says what kind of thing is meant. */
export const NOT_OF_DAY =
  '(?! (?:closures?|openings?|hours|services?|trading|shifts?|school|lunch|deliver(?:y|ies)|markets?|nights|mornings|afternoons|evenings)\\b)'

/** Dates that are named or counted otherwise than by one day and its month. */
export const NAMED_DATES = [
  `(?:on )?(?:${WEEKDAYS}) week(?!-|end)`,
  `${DAY}${TO}${DAY}(?: of)? ${MONTH}(?:,? \\d{4})?`,
  `${MONTH} ${DAY}${TO}${DAY}(?:, \\d{4})?(?!\\d|,\\d)`,
  `(?:on |since |by |until |before )?(?:${Object.keys(HOLIDAYS)
    .map((name) => name.replace('’', "['’]"))
    .join('|')})${NOT_OF_DAY}`,
]

/** "Boxing Day" as the day of a month, other words as they are. */
export function withoutHoliday(words: string): string {
  const [, lead = '', name = ''] = /^(on |since |by |until |before )?(.+)$/iu.exec(words) ?? []
  const day = HOLIDAYS[name.toLowerCase().replace("'", '’')]
  return day ? lead + day : words
}

/** "Friday week": the weekday of the week after the one that comes next. Empty where the words are others. */
export function weekdayOfNextWeek(words: string): string {
  return new RegExp(`^(?:on )?(${WEEKDAYS}) week$`, 'iu').exec(words)?.[1]?.toLowerCase() ?? ''
}

/** "in August and September", "March 12, 13 and 14": the dates that go on behind one of them, and where. */
export function datesBehind(date: string, after: string): { words: string; at: number }[] {
  const month = new RegExp(`(?:^|\\s)(${MONTH})$`, 'iu').exec(date)?.[1]
  if (month) {
    const next = new RegExp(`^ and (${MONTHS})(?![\\p{L}])(?! \\d)`, 'iu').exec(after)
    return next?.[1] ? [{ words: `in ${next[1]}`, at: ' and '.length }] : []
  }
  const day = new RegExp(`(${MONTH}) \\d{1,2}$`, 'iu').exec(date)?.[1]
  const list =
    /^(?:, \d{1,2})*,? and \d{1,2}(?=[.,;:)\n](?!\d)|$| (?:at|in|from|to|when|outside|with)\b)/u.exec(
      after,
    )
  if (!day || !list) return []
  return [...list[0].matchAll(/\d+/gu)].map((number) => ({
    words: `${day} ${number[0]}`,
    at: number.index,
  }))
}

/** "9 to 18 April": its last day in words, and the number of its first. Null where the words are no range. */
export function rangeIn(words: string): { last: string; first: number } | null {
  const british = new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th)?${TO}(${DAY}(?: of)? ${MONTH}.*)$`,
    'iu',
  ).exec(words)
  if (british) return { first: Number(british[1]), last: british[2] ?? '' }
  const american = new RegExp(
    `^(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?${TO}(${DAY})(.*)$`,
    'iu',
  ).exec(words)
  return american
    ? { first: Number(american[2]), last: `${american[1]} ${american[3]}${american[4]}` }
    : null
}
