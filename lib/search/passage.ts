import { foldWord, wordsIn } from './fold'

/** A piece of a text, marked where it is one of the words that were looked for. */
export type Piece = { text: string; marked: boolean }

/** A part of a record, by the name that a reader knows it by. */
export type Part = { label: string; text: string }

/** A part's passage around the words that were found in it. */
export type Passage = { label: string; pieces: Piece[] }

const AROUND = 80
const LONGEST = 260
// A captured text may hold a common word thousands of times; the first ones show it as well.
const MOST_PLACES = 400

/** Cuts a text where words that were found begin and end. Joined again the pieces are the text. */
export function markedPieces(text: string, found: ReadonlySet<string>): Piece[] {
  return between(text, placesOf(text, found), 0, text.length)
}

/**
 * The passages that show best where the words stand: first the part with the most of them, then a
 * part with words that are not shown yet, `most` in all.
 *
 * @param shown words that can be seen already, such as the title's
 */
export function bestPassages(
  parts: readonly Part[],
  found: ReadonlySet<string>,
  shown: ReadonlySet<string>,
  most = 2,
): Passage[] {
  const seen = new Set(shown)
  const rest = parts.map((part) => ({ ...part, places: placesOf(part.text, found) }))
  const passages: Passage[] = []
  while (passages.length < most) {
    const best = rest
      .map((part) => ({ ...part, fresh: freshIn(part.places, seen) }))
      .sort((a, b) => b.fresh - a.fresh)[0]
    if (!best || best.fresh === 0) break
    const [from, to] = windowOf(best.text, best.places, seen)
    for (const place of best.places)
      if (place.from >= from && place.to <= to) seen.add(place.folded)
    passages.push({ label: best.label, pieces: excerpt(best.text, best.places, from, to) })
  }
  return passages
}

/** The words of a text that were looked for, folded. */
export function foundIn(text: string, found: ReadonlySet<string>): Set<string> {
  return new Set(placesOf(text, found).map(({ folded }) => folded))
}

type Place = { folded: string; from: number; to: number }

function placesOf(text: string, found: ReadonlySet<string>): Place[] {
  const places: Place[] = []
  for (const { word, from, to } of wordsIn(text)) {
    const folded = foldWord(word)
    if (!found.has(folded)) continue
    places.push({ folded, from, to })
    if (places.length === MOST_PLACES) break
  }
  return places
}

function freshIn(places: readonly Place[], seen: ReadonlySet<string>): number {
  return new Set(places.filter(({ folded }) => !seen.has(folded)).map(({ folded }) => folded)).size
}

// The stretch that begins a little before a fresh word and holds the most fresh ones.
function windowOf(
  text: string,
  places: readonly Place[],
  seen: ReadonlySet<string>,
): [number, number] {
  let best: [number, number] = [0, Math.min(text.length, LONGEST)]
  let most = 0
  for (const place of places) {
    if (seen.has(place.folded)) continue
    const from = wordStart(text, place.from - AROUND)
    const to = wordEnd(text, Math.max(from + LONGEST, place.to))
    const inside = freshIn(
      places.filter((other) => other.from >= from && other.to <= to),
      seen,
    )
    if (inside > most) [most, best] = [inside, [from, to]]
  }
  return best
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const blank = text.slice(at, at + AROUND / 2).search(/\s/)
  return blank === -1 ? whole(text, at) : at + blank + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const before = text.slice(at - AROUND / 2, at)
  const blank = before.search(/\s\S*$/)
  return blank === -1 ? whole(text, at) : at - before.length + blank
}

// Never between the two halves of one character.
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

function excerpt(text: string, places: readonly Place[], from: number, to: number): Piece[] {
  const pieces = between(text, places, from, to)
  if (from > 0) pieces.unshift({ text: '… ', marked: false })
  if (to < text.length) pieces.push({ text: ' …', marked: false })
  return pieces
}

function between(text: string, places: readonly Place[], from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  const push = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), marked })
  }
  let at = from
  for (const place of places) {
    if (place.from < at || place.to > to) continue
    push(at, place.from, false)
    push(place.from, place.to, true)
    at = place.to
  }
  push(at, to, false)
  return pieces
}
