import { readBounds, type CrowdBounds, type Read } from './crowd-bounds'
import { inEnglish } from './crowd-languages'
import { numberBeginsName } from './crowd-names'
import { candidates, countsThings, readPhrase } from './crowd-phrase'

/** A reading to choose from: `value` is what to write so that it is understood so. */
type Choice = { label: string; value: string } & CrowdBounds

/**
 * A crowd's size as it was understood, or a sentence that says what to write instead.
 *
 * `about` says that the words give the number as inexact. A `note` says why words are kept without
 * a number; its choices are the numbers that may be meant.
 */
export type ParsedCrowd =
  | ({ ok: true; words: string; about: boolean; note?: string; choices?: Choice[] } & CrowdBounds)
  | { ok: false; message: string; choices?: Choice[] }

/** The largest size kept, in people. */
const LARGEST_CROWD = 1_000_000_000

const UNKNOWN =
  /^(?:unknown|unclear|not known|not given|not reported|no number given|size not known|n ?\/ ?a|\?+|-+|many|some|(?:a |the )?(?:(?:large|small|big|huge) )?(?:crowd|group))$/
const FEW = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty)'
const SHARE = new RegExp(
  String.raw`%|\bper ?cent\b|\bpercentage\b|\b(?:majority|minority|proportion)\b|\b(?:third|quarter|fifth|tenth|half|most)s? of\b|\bhalf (?:the|its|their|our)\b|\b\d+/\d+\b|` +
    String.raw`\b${FEW} (?:in|of|out of) (?:every |the )?${FEW}\b`,
)
// “200m” may be metres, and “5k” with a noun such as “run” is no size either.
const METRES = /^\D*\d[\d.,]* ?m$/

/**
 * Reads the size of a crowd as a source puts it. The words are kept beside the numbers, always, since archives
 * read them differently ("hundreds" is 100 in one and 200 in another).
 *
 * - The bounds are the source's own numbers: "more than 500" and "at least 500" have low 500 and no high;
 *   "fewer than 50", "up to 50" and "nearly 50" have high 50 and no low.
 * - "About 200" has low and high 200, and `about`.
 * - A plural is at least two: "dozens" 24, "hundreds" 200, "tens of thousands" 20,000, with no high. "A few
 *   hundred" and "several hundred" are read in the same way; "up to several hundred" has no number.
 * - Shares ("one in three"), things ("35 cars"), words without a number ("a large crowd") and whatever is
 *   not understood for certain have neither bound: the words stay, with a note. Unknown is not 0.
 * - A number that begins a name has neither: "Four Seasons workers", "Thousand Oaks residents".
 * - Words in quotation marks are kept as words, without a number.
 *
 * Only a number that can be read in two ways is refused, with its readings as choices.
 */
export function parseCrowd(text: string): ParsedCrowd {
  const words = text.replace(/\p{Cf}/gu, '').trim()
  if (words.length > 200) return refusal('Write the size in at most 200 characters.')
  if (/[\p{Cc}\p{Cs}]/u.test(words.replace(/[\t\n\r]/g, ' ')))
    return refusal('This size has invisible characters. Type it again by hand.')
  const plain = tidy(words)
  if (plain === '' || UNKNOWN.test(plain)) return withoutNumber(words)
  if (/^["“„«](?:[^"“”„«»]*)["“”»]$/.test(words)) return withoutNumber(words)
  const english = inEnglish(plain)
  const asked = unclear(plain, english !== plain)
  if (asked) return asked
  const read =
    (METRES.test(english) && !/\d ?M$/.test(words)) || numberBeginsName(words)
      ? null
      : readPhrase(withPlainMarks(english, english !== plain))
  if (!read) return withoutNumber(words, noteOn(english), choicesIn(english))
  const { low, high, about } = read
  if (low !== null && high !== null && low > high)
    return question(words, 'The first number is the larger one. Choose what is meant.', [
      { low: high, high: low, about },
    ])
  if (Math.max(low ?? 0, high ?? 0) > LARGEST_CROWD)
    return refusal('That is more than a billion people. Check the number.')
  return { ok: true, low, high, about, words }
}

function refusal(message: string): ParsedCrowd {
  return { ok: false, message }
}

function withoutNumber(words: string, note?: string, choices: Choice[] = []): ParsedCrowd {
  return {
    ...{ ok: true, low: null, high: null, about: false, words },
    ...(note && { note }),
    ...(choices.length > 0 && { choices }),
  }
}

function question(words: string, message: string, reads: Read[]): ParsedCrowd {
  const asIs = { label: 'Keep the words, without a number', value: `“${words}”` }
  return {
    ...{ ok: false, message },
    choices: [...reads.map(choiceOf), { ...asIs, low: null, high: null }],
  }
}

function choiceOf({ low, high, about }: Read): Choice {
  const words = sizeInNumbers({ low, high, about })
  return { label: words, value: words, low, high }
}

function choicesIn(text: string): Choice[] {
  return SHARE.test(text) ? [] : candidates(text).map(choiceOf)
}

function noteOn(text: string): string {
  if (SHARE.test(text)) return 'A share is not a size. The words are saved without a number.'
  if (countsThings(text)) return 'This does not count people. The words are saved without a number.'
  return choicesIn(text).length > 0
    ? 'Choose the size that is meant. Otherwise the words are saved without a number.'
    : 'No number was understood. The words are saved without one. For a number write 200, 75-100, about 1,500 or hundreds.'
}

function tidy(text: string): string {
  return (
    text
      // A gap of a layout stands between two numbers, not within one.
      .replace(/(?<=\d)(?:\s*[\t\n\r]\s*|\s{2,})(?=\d)/g, ' ; ')
      // A small figure is a note's, and no figure of the number: “300²” is 300.
      .replace(/[\u00b2\u00b3\u00b9\u2070-\u2079]/g, '')
      .replace(
        /(\d?) ?([¼½¾])/g,
        (_all: string, whole: string, part: string) => whole + (FRACTIONS[part] ?? ''),
      )
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/\p{Nd}/gu, (digit) => (/\d/.test(digit) ? digit : asciiDigit(digit)))
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/\u066c/g, ',')
      .replace(/ß/g, 'ss')
      .replace(/\b(approx|est|ca|c|max|min|tsd|mio|bzw)\./g, '$1')
      .replace(/\s+/g, ' ')
      .replace(/^["“”„«»']+|["“”„«»]+$/g, '')
      .replace(/[.,;:! ]+$/, '')
      .replace(/^\((.*)\)$/, '$1')
      .trim()
  )
}

const FRACTIONS: Record<string, string> = { '¼': '.25', '½': '.5', '¾': '.75' }

/** The figure of another script as a Latin one; the ten figures of a script stand in a row. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  for (let value = 0; value <= 9; value++)
    if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value)
  return digit
}

// “2.000”: these languages write thousands with a point.
function withPlainMarks(text: string, foreign: boolean): string {
  return foreign ? text.replace(DOTTED, (figures) => figures.replaceAll('.', '')) : text
}

const DOTTED = /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])/g
const ONE_DOT = /(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.,])(?! ?(?:k|thousand|million)\b)/
const TWO_NUMBERS = /(?<![\d.,'] ?)(\d{3}) ((?!000)\d{3})(?![\d.,']| \d)/

/** "2.000" means one thing in some countries and another in others; "none" may be no number or 0. */
function unclear(text: string, foreign: boolean): ParsedCrowd | null {
  if (text === 'none') {
    return {
      ok: false,
      message: 'Is the size unknown, or did nobody come? Choose one.',
      choices: [
        { label: 'unknown', value: 'unknown', low: null, high: null },
        { label: '0', value: '0', low: 0, high: 0 },
      ],
    }
  }
  const mil = /^(.*\d) ?mil$/.exec(text)
  if (mil) {
    return question(
      text,
      '“Mil” is a thousand in Spanish and short for million in English. Choose one.',
      ['thousand', 'million'].flatMap((unit) => readPhrase(`${mil[1]} ${unit}`) ?? []),
    )
  }
  const dotted = foreign ? null : ONE_DOT.exec(text)
  if (dotted) {
    const [figures, before = '', after = ''] = dotted
    const ways = after === '000' ? [before, before + after] : [before + after]
    return question(
      text,
      `“${figures}” can be read in two ways. Choose one.`,
      ways.flatMap((way) => readPhrase(text.replace(figures, way)) ?? []),
    )
  }
  const gap = TWO_NUMBERS.exec(text)
  if (!gap) return null
  const [figures, first = '', second = ''] = gap
  return question(
    text,
    `“${figures}” may be one number or two. Choose one.`,
    [first + second, first, second].flatMap((way) => readBounds(way) ?? []),
  )
}

/**
 * A size in numbers alone, as it was understood: "200 or more", "about 24", "up to 300". A reader
 * of sizes understands it in the same way.
 */
export function sizeInNumbers({ low, high, about }: Read): string {
  if (low === null && high === null) return 'size not known'
  const around = about ? 'about ' : ''
  if (low === null) return `up to ${around}${grouped(high ?? 0)}`
  if (high === null) return `${around}${grouped(low)} or more`
  if (low === high) return around + grouped(low)
  return `${around}${spanned(low, high)}`
}

function spanned(low: number, high: number): string {
  // “2 to 300” would be as likely 200 to 300.
  const wide = low > 0 && high / low >= 100
  return wide
    ? `between ${grouped(low)} and ${grouped(high)}`
    : `${grouped(low)} to ${grouped(high)}`
}

/**
 * Writes a crowd's size for readers: the source's words when there are any, else the numbers, and who counted.
 * "size not known" when there is nothing.
 */
export function crowdInWords(crowd: {
  low: number | null
  high: number | null
  words?: string | null
  countedBy?: string | null
}): string {
  const size = crowd.words?.trim() || boundsInWords(crowd)
  const who = crowd.countedBy?.trim()
  return who ? `${size}, according to ${who}` : size
}

function boundsInWords({ low, high }: CrowdBounds): string {
  if (low === null && high === null) return 'size not known'
  if (low === null) return `up to ${grouped(high ?? 0)}`
  if (high === null) return `at least ${grouped(low)}`
  return low === high ? grouped(low) : spanned(low, high)
}

function grouped(size: number): string {
  return size.toLocaleString('en-GB')
}
