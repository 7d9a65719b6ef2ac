import { comparedText, eachPlace } from './passage-text'

/** A part of a passage that stands in a text as it is, and how much of the text may stand before it. */
type Piece = { plain: string; gap: number }

const OMITTED = /\[[^\]]{0,80}\]|…|\.(?:\s*\.){2,}/gu
const DOTS_ALONE = /^\[?\s*(?:…|\.(?:\s*\.)+)\s*\]?$/
/** How many units an editor may have left out at dots, and replaced by words in brackets. */
const AT_DOTS = 600
const AT_BRACKETS = 100
/** What turns a sentence into its opposite is neither left out nor put in: “we will […] stop” of “we will not stop”. */
const NEGATION =
  /(?<![\p{L}])(?:not|never|no|nor|without|cannot|nicht|nie|kein\p{L}*|ne|pas|jamais|nunca|nao|non)(?![\p{L}])|n't/u
const SHORT_GAP = 24
const FEWEST_LETTERS = 12
const SHORTEST_PIECE = 3

/**
 * A passage by what its editor left out at dots or wrote in square brackets: "we are tired […] and we will stay",
 * "[the managers] lied to us". Null where it has neither, or too few words besides to be known by.
 */
export function piecesOf(exact: string): Piece[] | null {
  const pieces: Piece[] = []
  let at = 0
  let gap = 0
  const add = (text: string) => {
    const { plain } = comparedText(text)
    const bare = plain.trim()
    if (bare !== '') pieces.push({ plain: bare, gap: pieces.length === 0 ? 0 : gap })
    else return
    gap = 0
  }
  for (const { 0: sign, index } of exact.matchAll(OMITTED)) {
    add(exact.slice(at, index))
    if (NEGATION.test(comparedText(sign).plain)) return null
    gap = Math.max(gap, DOTS_ALONE.test(sign) ? AT_DOTS : AT_BRACKETS)
    at = index + sign.length
  }
  if (at === 0) return null
  add(exact.slice(at).replace(/[.,;]\s*$/, ''))
  const letters = pieces.map(({ plain }) => plain).join('')
  if (letters.replace(/[^\p{L}\p{N}]/gu, '').length < FEWEST_LETTERS) return null
  return pieces.some(({ plain }) => plain.length < SHORTEST_PIECE) ? null : pieces
}

/** Calls `found` with each place where pieces follow each other in a text, until it answers true. */
export function eachRow(
  pieces: Piece[],
  text: string,
  found: (start: number, end: number) => boolean,
): void {
  const places = pieces.map(({ plain }) => {
    const starts: number[] = []
    eachPlace(plain, text, (start) => {
      if (isWhole(text, start, start + plain.length)) starts.push(start)
      return false
    })
    return starts
  })
  const next = places.map(() => 0)
  for (const start of places[0] ?? []) {
    let end = start + (pieces[0]?.plain.length ?? 0)
    const fits = pieces.slice(1).every(({ plain, gap }, index) => {
      const starts = places[index + 1] ?? []
      let at = next[index + 1] ?? 0
      while (at < starts.length && (starts[at] ?? 0) < end) at += 1
      next[index + 1] = at
      const place = starts[at]
      if (place === undefined || place > end + gap) return false
      if (place - end <= SHORT_GAP && NEGATION.test(text.slice(end, place))) return false
      end = place + plain.length
      return true
    })
    if (fits && found(start, end)) return
  }
}

/** Whether no word goes on at either end. */
function isWhole(text: string, start: number, end: number): boolean {
  const inside = (at: number) =>
    /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at))
  return !inside(start) && !inside(end)
}
