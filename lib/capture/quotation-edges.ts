import type { Quotation } from './quotation-marks'
import type { Span } from './types'

/** The words right after a quotation can name its speaker only if no sentence ends between them. */
export function isSameSentence(text: string, { inner }: Quotation, { start, end }: Span): boolean {
  const after = text.slice(start, end)
  if (/^\s*[.](?!\.)/u.test(after)) return false
  return !/[.…]\s*$/u.test(text.slice(inner.start, inner.end)) || !/^\s*\p{Lu}/u.test(after)
}

/** `said to be a “public benefit.”`: words within a sentence that does not say whose they are. */
export function isWithin(text: string, { inner }: Quotation, { start, end }: Span): boolean {
  const lead = text.slice(start, end)
  return (
    /^\s*\p{Ll}/u.test(text.slice(inner.start, inner.end)) &&
    /[\p{L}\p{N}]\s+["“'‘«„]?$/u.test(lead)
  )
}

export function endsSpeech(text: string, { inner }: Quotation): boolean {
  return /[,.!?…—–-]\s*$/u.test(text.slice(inner.start, inner.end))
}

/** `"It is hard," Costa said, "and getting harder."` is one sentence of hers. */
export function continues(text: string, previous: Quotation | undefined, between: Span): boolean {
  if (!previous) return false
  const words = text.slice(between.start, between.end)
  return /[,—–-]\s*$/u.test(words) && !/[.!?]\s/u.test(words) && words.length < 160
}

/** The words without blanks around them and without the comma that only the sentence around needs. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  const kept = words.trimEnd().replace(/,$/u, '')
  return { start: start + lead, end: start + kept.length }
}
