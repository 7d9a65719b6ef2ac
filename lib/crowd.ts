import { readAmount, readNumber } from './crowd-numbers'

/** Bounds of a crowd's size in people; null when that side is not known. */
type CrowdBounds = { low: number | null; high: number | null }

/** A crowd's size as it was understood, or a sentence that says what to write instead. */
export type ParsedCrowd =
  | ({ ok: true; words: string } & CrowdBounds)
  | { ok: false; message: string; choices?: ({ label: string } & CrowdBounds)[] }

/** The largest size kept, in people. */
const LARGEST_CROWD = 1_000_000_000

const UNKNOWN =
  /^(?:unknown|unclear|not known|not given|not reported|no number given|size not known|n ?\/ ?a|\?+|-+|many|some|(?:a |the )?(?:(?:large|small|big|huge) )?(?:crowd|group))$/

const PEOPLE =
  'people|persons?|workers?|employees?|protesters|protestors|demonstrators|marchers|participants|attendees|' +
  'activists|organizers|organisers|supporters|members|students|residents|drivers|engineers|contractors|staff|' +
  'staffers|picketers|strikers|signatures|signatories|signers|researchers|academics|couriers|riders|teachers|nurses'
const NOUN = new RegExp(`^(.+) (?:${PEOPLE})$`)
const NUMBER_WORD =
  /^(?:and|or|to|than|per|percent|plus|more|k|m|\d.*|.*(?:hundred|thousand|million|dozen|score)s?)$/

const ABOUT =
  /^(?:about|around|approximately|approx|roughly|circa|ca?|some|an estimated|estimated(?: at)?|est|~) ?(?=[\da-z])/
const AT_LEAST =
  /^(?:at least|no fewer than|no less than|not fewer than|upwards of|a minimum of|minimum|more than|over|above|well over|>=?|≥) ?/
const AT_MOST =
  /^(?:at most|no more than|not more than|up to|as many as|a maximum of|maximum|max|fewer than|less than|under|below|nearly|almost|close to|just under|<=?|≤) ?/

/**
 * Reads the size of a crowd as a source puts it. The words are kept beside the numbers, always, since archives
 * read them differently ("hundreds" is 100 in one and 200 in another).
 *
 * - The bounds are the source's own numbers: "more than 500" and "at least 500" have low 500 and no high;
 *   "fewer than 50", "up to 50" and "nearly 50" have high 50 and no low.
 * - "About 200" has low and high 200; its words say that it is not exact.
 * - A plural is at least two: "dozens" 24, "hundreds" 200, "tens of thousands" 20,000, with no high. "A few
 *   hundred" and "several hundred" are read in the same way.
 * - Empty, "unknown" and words without a number ("a large crowd") have neither bound. Unknown is not 0.
 */
export function parseCrowd(text: string): ParsedCrowd {
  const words = text.trim()
  if (words.length > 200) return refusal('Write the size in at most 200 signs.')
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(words)) {
    return refusal('There are invisible signs in this size. Type it again by hand.')
  }
  const plain = tidy(words)
  if (plain === '' || UNKNOWN.test(plain)) return { ok: true, low: null, high: null, words }
  const asked = unclear(plain)
  if (asked) return asked
  const bounds = readBounds(plain) ?? readWithoutNoun(plain)
  if (!bounds) {
    return refusal('This was not understood as a size. Try 200, 75-100, about 1,500, or hundreds.')
  }
  const { low, high } = bounds
  if (low !== null && high !== null && low > high) {
    return refusal('The first number is the larger one. Write the smaller one first.')
  }
  if (Math.max(low ?? 0, high ?? 0) > LARGEST_CROWD) {
    return refusal('That is more than a thousand million people. Check the number.')
  }
  return { ok: true, low, high, words }
}

function refusal(message: string): ParsedCrowd {
  return { ok: false, message }
}

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2019/g, "'")
    .replace(/\b(approx|est|ca|c|max)\./g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/[.,; ]+$/, '')
    .trim()
}

/** "2.000" and "1,5" mean one thing in some countries and another in others; "none" may be no number or 0. */
function unclear(text: string): ParsedCrowd | null {
  if (text === 'none') {
    return {
      ok: false,
      message: 'Is the size unknown, or did nobody come? Choose one.',
      choices: [
        { label: 'unknown', low: null, high: null },
        { label: '0', low: 0, high: 0 },
      ],
    }
  }
  const dotted = /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])/.exec(text)?.[0]
  const comma = /(?<![\d.,])\d+,\d{1,2}(?![\d,])/.exec(text)?.[0]
  if (!dotted && !comma) return null
  const message = `“${dotted ?? comma}” can be read in two ways. Write thousands with a comma, as in 2,000.`
  if (dotted !== text) return { ok: false, message }
  const large = Number(text.replaceAll('.', ''))
  const small = text.split('.').length === 2 ? Number(text) : NaN
  const sizes = Number.isInteger(small) ? [small, large] : [large]
  return {
    ok: false,
    message,
    choices: sizes.map((size) => ({ label: grouped(size), low: size, high: size })),
  }
}

/**
 * Reads "several dozen former Amazon workers": a word for people goes, then up to four words before it. The
 * longest text that is a number wins, so "dozen" is never lost from "several dozen".
 */
function readWithoutNoun(text: string): CrowdBounds | null {
  const words = NOUN.exec(text)?.[1]?.split(' ') ?? []
  for (let left = 4; left >= 0 && words.length > 0; left--) {
    const bounds = readBounds(words.join(' ').replace(/ (?:of|of the|of those)$/, ''))
    if (bounds) return bounds
    if (NUMBER_WORD.test(words.pop() ?? '')) return null
  }
  return null
}

function readBounds(text: string): CrowdBounds | null {
  const about = text.replace(ABOUT, '')
  const low = oneSide(about.replace(AT_LEAST, ''), about)
  if (low !== null) return { low, high: null }
  const high = oneSide(about.replace(AT_MOST, ''), about)
  if (high !== null) return { low: null, high }
  const more = /^(.+?)(?: ?\+| (?:or|and) (?:more|over|above)| plus)$/.exec(about)
  if (more) return atLeast(readNumber(more[1] ?? ''))
  const fewer = /^(.+) or (?:fewer|less)$/.exec(about)
  const most = fewer && readNumber(fewer[1] ?? '')
  if (most !== null) return { low: null, high: most }
  return readRange(about) ?? readAmount(about)
}

/** The number after words such as "at least", or null when there were no such words. */
function oneSide(rest: string, before: string): number | null {
  if (rest === before) return null
  const bare = rest.replace(ABOUT, '')
  return readNumber(bare) ?? readAmount(bare)?.low ?? null
}

function atLeast(low: number | null): CrowdBounds | null {
  return low === null ? null : { low, high: null }
}

function readRange(text: string): CrowdBounds | null {
  const match =
    /^(?:between|from) (.+) (?:and|to) (.+)$/.exec(text) ??
    /^(.+?) (?:to|or) (.+)$/.exec(text) ??
    /^([\d.,]+ ?k?) ?- ?([\d.,]+.*)$/.exec(text)
  if (!match) return null
  const [, first = '', second = ''] = match
  const high = readNumber(second)
  // In "5 to 6 thousand" and "1-2k" the unit belongs to both numbers.
  const unit = /^(?:[\d.,]+|[a-z]+)( ?(?:k|m|hundred|thousand|million|dozen))$/.exec(second)?.[1]
  const shared = unit && /^(?:[\d.,]+|[a-z]+)$/.test(first) ? readNumber(first + unit) : null
  const low = shared !== null && high !== null && shared <= high ? shared : readNumber(first)
  if (low === null || high === null) return null
  // "2-300" is as likely 200 to 300, so such a span must be written out.
  return text.includes('-') && low > 0 && high / low >= 100 ? null : { low, high }
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
  return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`
}

function grouped(size: number): string {
  return size.toLocaleString('en-GB')
}
