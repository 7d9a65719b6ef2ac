/**
 * A text as passages are compared in it: letters alone count, not how blanks, quotation marks,
 * dashes, dots, case and accents are written. `starts` and `ends` give, for each of its UTF-16
 * units, where in the original the written form of it starts and ends.
 */
export type ComparedText = { plain: string; starts: Uint32Array; ends: Uint32Array }

const QUOTES =
  /\s*(?:``|''|[\u0022\u0027\u0060\u00ab\u00b4\u00bb\u02b9-\u02bd\u2018-\u201f\u2032\u2033\u2035\u2036\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02\uff07])\s*/
const DASHES =
  /(?:\s*[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]+\s*|\s*-[-\s\u2010-\u2015\u2212]*)/
const DOTS = /\s*(?:\u2026|\.(?:\s*\.)+)(?:\s*[.\u2026])*\s*/
// What is not seen: soft hyphens, joiners, marks of direction, byte order marks, variation selectors.
const UNSEEN = /(?:\p{Cf}|\p{Variation_Selector}|\u0640)+/u
// What editors put into words of others: the brackets of “[W]e”, “[sic]”, and the number of a note.
const EDITED = /\[(?=\p{L}\]\p{L})|(?<=\[\p{L})\](?=\p{L})|\s?\[(?:[sS]ic|\d{1,3})[!.]?\]/u
// Marks that Arabic and Hebrew may be written without.
const VOWELS = /[\u05b0-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u0652\u0670]/g
const PLAIN = /[A-Za-z0-9,:;?!()/&%$#@*+=]+/
// Ligatures, and letters and signs that are as wide as Chinese ones.
const LIGATURE = /[\ufb00-\ufb06\uff01-\uff5e]/
const PART = new RegExp(
  [
    `(${PLAIN.source})`,
    `(${UNSEEN.source}|${EDITED.source})`,
    `(${DOTS.source})`,
    `(${DASHES.source})`,
    `(${QUOTES.source})`,
    String.raw`(\s+)`,
    String.raw`(.\p{M}*)`,
  ].join('|'),
  'gsu',
)

/** Reads a text for comparison, in one pass. */
export function comparedText(text: string): ComparedText {
  const parts: string[] = []
  let afterBlank = false
  const starts: number[] = []
  const ends: number[] = []
  for (const match of text.matchAll(PART)) {
    const { 0: whole, 1: run, index } = match
    if (run !== undefined) {
      parts.push(run.toLowerCase())
      afterBlank = false
      for (let unit = 0; unit < run.length; unit += 1) {
        starts.push(index + unit)
        ends.push(index + unit + 1)
      }
      continue
    }
    const written = writtenAs(match)
    // Blanks on both sides of what is not seen are one.
    if (written === '' || (written === ' ' && afterBlank)) continue
    for (let unit = 0; unit < written.length; unit += 1) {
      starts.push(index)
      ends.push(index + whole.length)
    }
    parts.push(written)
    afterBlank = written === ' '
  }
  return { plain: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

function writtenAs([, , unseen, dots, dash, quote, blank, letter = '']: RegExpMatchArray): string {
  if (unseen) return ''
  if (dots) return '…'
  if (dash) return '-'
  if (quote) return "'"
  if (blank) return ' '
  const form = LIGATURE.test(letter) ? 'NFKD' : 'NFD'
  return letter
    .normalize(form)
    .toLowerCase()
    .replace(VOWELS, '')
    .replaceAll('ς', 'σ')
    .replaceAll('ß', 'ss')
    .replaceAll('i\u0307', 'i')
}

/**
 * Calls `found` with each place where `wanted` begins in `text`, until it answers true; in time
 * proportional to both (Knuth, Morris, Pratt).
 */
export function eachPlace(wanted: string, text: string, found: (start: number) => boolean): void {
  if (wanted === '') return
  const borders = bordersOf(wanted)
  let matched = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    while (matched > 0 && unit !== wanted.charCodeAt(matched)) matched = borders[matched - 1] ?? 0
    if (unit === wanted.charCodeAt(matched)) matched += 1
    if (matched < wanted.length) continue
    if (found(at + 1 - matched)) return
    matched = borders[matched - 1] ?? 0
  }
}

function bordersOf(wanted: string): Uint32Array {
  const borders = new Uint32Array(wanted.length)
  let length = 0
  for (let at = 1; at < wanted.length; at += 1) {
    while (length > 0 && wanted.charCodeAt(at) !== wanted.charCodeAt(length))
      length = borders[length - 1] ?? 0
    if (wanted.charCodeAt(at) === wanted.charCodeAt(length)) length += 1
    borders[at] = length
  }
  return borders
}
