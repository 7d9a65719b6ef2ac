import type { Token } from './letters'

/** Where a name stands in a text, and what is shown there; null for the name itself. */
export type Span = { from: number; end: number; tokens: number; replacement: string | null }

/**
 * The spans of two readings of a text, in its order. Of two that overlap the longer one holds; what one of
 * them withholds beyond it, and what is as long, stays withheld.
 */
export function joinedSpans(first: readonly Span[], second: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const one of [...first, ...second].sort((a, b) => a.from - b.from || b.end - a.end)) {
    const last = all.at(-1)
    if (!last || one.from >= last.end) all.push(one)
    else all.splice(-1, 1, joined(last, one))
  }
  return all
}

function joined(a: Span, b: Span): Span {
  const [longer, shorter] = sizeOf(a) >= sizeOf(b) ? [a, b] : [b, a]
  if (shorter.replacement === null) return longer
  if (longer.replacement === null) return sizeOf(longer) > sizeOf(shorter) ? longer : shorter
  return { ...longer, from: Math.min(a.from, b.from), end: Math.max(a.end, b.end) }
}

function sizeOf({ from, end }: Span): number {
  return end - from
}

export function spanOf(
  window: Token[],
  skipped: number,
  length: number,
  replacement: string | null,
): Omit<Span, 'tokens'> {
  const first = window[0]
  const ends = window.flatMap(({ ends }) => ends)
  const last = window.at(-1)
  // An escape, or a letter that is written as two, goes whole; with initials goes their dot.
  const end = ends[Math.min(ends.length, skipped + length) - 1] ?? last?.ends.at(-1) ?? 0
  const from = skipped === 0 ? (first?.start ?? 0) : (ends[skipped - 1] ?? 0)
  return { from, end, replacement }
}

/** A text with what stands for each name in its place. */
export function withSpans(text: string, spans: readonly Span[]): string {
  let result = ''
  let at = 0
  for (const { from, end, replacement } of spans) {
    if (replacement === null) continue
    result += text.slice(at, from) + replacement
    at = end
  }
  return result + text.slice(at)
}

/** The letters of a word that stand before a place in the text. */
export function lettersBefore({ letters, ends }: Token, from: number): string {
  return letters.slice(0, ends.filter((end) => end <= from).length)
}
