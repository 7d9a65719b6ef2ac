import { dayNumber, pad } from '../dates/calendar'

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'
const ABROAD =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember'
const DAY_IN = new RegExp(
  `\\b(\\d{4}-\\d{2}-\\d{2})(?!\\d)|\\b(${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4})\\b|\\b(\\d{1,2}\\.? (?:de )?(?:${ABROAD}) (?:de(?:l)? )?\\d{4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})\\b`,
  'iu',
)
const LABEL =
  /\b(?:published|posted|updated|date|issued|filed|released|for immediate release|first published|publicado|actualizado|veröffentlicht|aktualisiert|stand)\b/iu
/** What may stand before a date in a line that gives the day of publication. */
const BEFORE_DAY =
  /^(?:(?:on|at|am|el|den|vom)?[\s:,|·•–—-]*|\p{L}{2,10}day|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|\d{1,2}[.:]\d{2}|[ap]\.?m\.?|[PECM][SD]?T|GMT|BST|UTC|Uhr|h)*$/iu

/** The day that a line at the head of a text gives as that of its publication, as `YYYY-MM-DD`; null for any other line. */
export function headDay(line: string): string | null {
  if (line.length >= 140 && !LABEL.test(line.slice(0, 20))) return null
  const match = DAY_IN.exec(line)
  if (!match) return null
  const before = line
    .slice(0, match.index)
    .replace(/^(?:By|Por|Von) (?:\p{Lu}[\p{L}.'’-]*,? ?){1,4}/u, '')
  if (!BEFORE_DAY.test(before.replace(new RegExp(LABEL.source, 'giu'), ''))) return null
  return realDay(match[1]) ?? isoOf(match[2] ?? '') ?? isoAbroad(match[3] ?? '')
}

/** The day of publication as the head of the text gives it, or a release in its dateline: "TACOMA, May 1, 2025 —". */
export function publishedIn(lines: string[]): string | null {
  for (const line of lines.slice(0, 10)) {
    const words = line.trim()
    const day = headDay(words)
    if (day) return day
    const dateline =
      /^\p{Lu}[\p{L}.' -]{2,40}(?:, [\p{L}.]{2,14})?,? [(]?([^()—–]{6,30}?)[)]? ?(?:\/[^/]{2,20}\/)? ?(?:—|–|--|- )/u.exec(
        words,
      )
    const placed = dateline?.[1] ? headDay(dateline[1]) : null
    if (placed) return placed
  }
  return null
}

function isoOf(words: string): string | null {
  const month =
    'jan feb mar apr may jun jul aug sep oct nov dec'
      .split(' ')
      .indexOf(
        (/[a-z]{3}/iu.exec(words.replace(/\d(?:st|nd|rd|th)/giu, ''))?.[0] ?? '').toLowerCase(),
      ) + 1
  return isoDay(words, month)
}

function isoAbroad(words: string): string | null {
  const name = /\p{L}{3,}/u.exec(words)?.[0].toLowerCase()
  const month = name
    ? (ABROAD.split('|').indexOf(name) % 12) + 1
    : Number(/^\d{1,2}\.(\d{1,2})\./u.exec(words)?.[1])
  return isoDay(words, month)
}

function isoDay(words: string, month: number): string | null {
  const year = /\d{4}/.exec(words)?.[0]
  const day = Number(/(?<!\d)\d{1,2}(?!\d)/.exec(words)?.[0])
  return realDay(`${year}-${pad(month, 2)}-${pad(day, 2)}`)
}

/** A day that exists, which not every page gives: some say `0000-00-00`. */
export function realDay(day: string | null | undefined): string | null {
  return day && !Number.isNaN(dayNumber(day)) ? day : null
}
