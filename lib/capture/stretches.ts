import type { Span } from './types'

/** A stretch of the text and the keys of the drafts that rest on it. */
export type DraftStretch = { text: string; keys: string[] }

/** Cuts a text at the ends of all passages, in time in proportion to both. */
export function draftStretches(text: string, passages: (Span & { key: string })[]): DraftStretch[] {
  const cuts = new Map<number, { opens: string[]; closes: string[] }>()
  const at = (place: number) => {
    const known = cuts.get(place)
    if (known) return known
    const cut = { opens: [], closes: [] }
    cuts.set(place, cut)
    return cut
  }
  for (const { start, end, key } of passages) {
    if (start >= end || start < 0 || end > text.length) continue
    at(start).opens.push(key)
    at(end).closes.push(key)
  }
  const stretches: DraftStretch[] = []
  const open = new Map<string, number>()
  let from = 0
  for (const place of [...cuts.keys(), text.length].sort((a, b) => a - b)) {
    if (place > from) stretches.push({ text: text.slice(from, place), keys: [...open.keys()] })
    from = place
    const cut = cuts.get(place)
    for (const key of cut?.closes ?? []) {
      const left = (open.get(key) ?? 1) - 1
      if (left <= 0) open.delete(key)
      else open.set(key, left)
    }
    for (const key of cut?.opens ?? []) open.set(key, (open.get(key) ?? 0) + 1)
  }
  return stretches
}
