import { eachRow, piecesOf } from './passage-omissions'
import { comparedText, eachPlace, type ComparedText } from './passage-text'

/** A passage as a citation keeps it (W3C Web Annotation, TextQuoteSelector). */
export type Passage = { exact: string; prefix: string; suffix: string }

/** A stretch of a text, and the ids of the passages that cover it. */
export type Stretch = { text: string; ids: string[] }

const CONTEXT = 32

/**
 * Finds a passage in a captured text and gives up to 32 UTF-16 units before and after it, the
 * TextQuoteSelector's prefix and suffix. Quotation marks, blanks, dashes, dots and case may be
 * written otherwise, since the two texts may have been copied by different ways.
 *
 * @param near what stands around it, where somebody has marked one of several places
 * @returns null when the passage is empty or does not stand in the text.
 */
export function passageIn(
  text: string,
  exact: string,
  near: Omit<Passage, 'exact'> = { prefix: '', suffix: '' },
): Omit<Passage, 'exact'> | null {
  const place = locate(text, { exact, ...near })
  return place && around(text, place.start, place.end)
}

/** A stretch of a text as a passage, without the blanks at its ends; null when it is nothing else. */
export function passageAt(text: string, start: number, end: number): Passage | null {
  const marked = text.slice(start, end)
  const exact = marked.trim()
  if (exact === '') return null
  const from = start + marked.indexOf(exact)
  return { exact, ...around(text, from, from + exact.length) }
}

function around(text: string, start: number, end: number): Omit<Passage, 'exact'> {
  return {
    prefix: whole(text.slice(Math.max(0, start - CONTEXT), start)),
    suffix: whole(text.slice(end, end + CONTEXT)),
  }
}

/**
 * How a passage agrees with a captured text: `found` where it was marked, or anywhere where nobody
 * marked a place; `moved` when its words stand elsewhere alone, among other words; `absent` when
 * they stand nowhere. Letters are compared, not how blanks, quotation marks, dashes, dots, case and
 * accents are written.
 */
export type PassageMatch = 'found' | 'moved' | 'absent'

/** How a passage agrees with a text. */
export function matchPassage(text: string, passage: Passage): PassageMatch {
  const { first, best } = lookFor(text, passage)
  return best ? 'found' : first ? 'moved' : 'absent'
}

/**
 * Where a passage stands in a text, in UTF-16 units: the place whose surroundings agree most with
 * prefix and suffix, the first of equals. A place among other words is another sentence that reads
 * alike, and is not taken. Words that are quoted end in a point of their own where the text goes on,
 * “together.” for “together,” she said, begin with dots, or keep their quotation marks: then these are left out.
 */
export function locate(text: string, passage: Passage): Place | null {
  const place = lookFor(text, passage).best
  if (!place) return null
  // Blanks around a quotation mark or a dash are read as one with it.
  const found = text.slice(place.start, place.end)
  const start = place.start + found.length - found.trimStart().length
  return { start, end: place.end - (found.length - found.trimEnd().length) }
}

type Place = { start: number; end: number }
type Looked = { first: Place | null; best: Place | null }

// A page asks for all passages of one text, one after the other.
let last: { text: string; compared: ComparedText }[] = []
const LONG = 10_000
const BLANK = 32

function comparedOnce(text: string): ComparedText {
  const known = last.find((one) => one.text === text)
  if (known) return known.compared
  const compared = comparedText(text)
  // Of one text, as it is and with its broken words whole.
  if (text.length > LONG) last = [{ text, compared }, ...last.slice(0, 1)]
  return compared
}

// A word that was broken at the end of a line, as it comes with the text of a PDF; where the lines were joined, a
// blank is left of the break.
const BROKEN = /(?<=\p{Ll})[-\u2010](?:[^\S\n]{0,9}\n\s{0,40}|[^\S\n])(?=\p{Ll})/gu

/** A text with its broken words whole, and as long as it was: what is left out becomes signs that nobody sees. */
function unbroken(text: string): string {
  return text.replace(BROKEN, (gap) => '\u00ad'.repeat(gap.length))
}

function lookFor(text: string, passage: Passage): Looked {
  const looked = lookIn(comparedOnce(text), passage)
  if (looked.first) return looked
  const { exact, prefix, suffix } = passage
  const whole = unbroken(text)
  const wanted = {
    exact: unbroken(exact),
    prefix: unbroken(prefix),
    suffix: unbroken(suffix),
  }
  const changed = whole !== text || wanted.exact !== exact
  const again = changed ? lookIn(comparedOnce(whole), wanted) : looked
  if (again.first) return again
  const pieces = piecesOf(wanted.exact)
  if (!pieces) return again
  const compared = comparedOnce(whole)
  return chosen(compared, wanted, (found) => {
    eachRow(pieces, compared.plain, found)
  })
}

function lookIn(text: ComparedText, passage: Passage): Looked {
  const wanted = comparedText(passage.exact).plain.trim()
  const looked = placed(text, wanted, passage)
  if (looked.first) return looked
  const bare = wanted.replace(/^[…']+|[.,;…']+$/g, '').trim()
  return bare === wanted ? looked : placed(text, bare, passage)
}

function placed(text: ComparedText, wanted: string, passage: Passage): Looked {
  return chosen(text, passage, (found) => {
    eachPlace(wanted, text.plain, (start) => found(start, start + wanted.length))
  })
}

/** Of all places the first, and the one that agrees best with what stands around the passage. */
function chosen(
  { plain, starts, ends }: ComparedText,
  passage: Passage,
  each: (found: (start: number, end: number) => boolean) => void,
): Looked {
  // A blank at the edge may belong to a dash or to dots in the whole text.
  const prefix = comparedText(passage.prefix).plain.trimEnd()
  const suffix = comparedText(passage.suffix).plain.trimStart()
  let first: Place | null = null
  let best: (Place & { agreement: number }) | null = null
  each((start, end) => {
    first ??= { start, end }
    const before = commonEnd(
      plain,
      plain.charCodeAt(start - 1) === BLANK ? start - 1 : start,
      prefix,
    )
    if (2 * before < prefix.length) return false
    const after = commonStart(plain, plain.charCodeAt(end) === BLANK ? end + 1 : end, suffix)
    if (2 * after < suffix.length) return false
    const agreement = before + after
    if (!best || agreement > best.agreement) best = { start, end, agreement }
    return before === prefix.length && after === suffix.length
  })
  const place = (found: Place | null): Place | null =>
    found && { start: starts[found.start] ?? 0, end: ends[found.end - 1] ?? 0 }
  return { first: place(first), best: place(best) }
}

/** Cuts a text at the edges of its cited passages, so that a page can mark them; they may overlap. */
export function highlight(text: string, passages: (Passage & { id: string })[]): Stretch[] {
  const places = passages.flatMap(({ id, ...passage }) => {
    const place = locate(text, passage)
    return place ? [{ id, ...place }] : []
  })
  const edges = new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length
    const covering = places.filter(({ start, end }) => start <= from && to <= end)
    return { text: text.slice(from, to), ids: covering.map(({ id }) => id) }
  })
}

function commonEnd(text: string, end: number, prefix: string): number {
  let length = 0
  while (
    length < prefix.length &&
    length < end &&
    text.charCodeAt(end - 1 - length) === prefix.charCodeAt(prefix.length - 1 - length)
  )
    length += 1
  return length
}

function commonStart(text: string, start: number, suffix: string): number {
  let length = 0
  while (
    length < suffix.length &&
    start + length < text.length &&
    text.charCodeAt(start + length) === suffix.charCodeAt(length)
  )
    length += 1
  return length
}

// Half of a surrogate pair cannot be stored.
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '')
}
