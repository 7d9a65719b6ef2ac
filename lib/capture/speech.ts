import type { Quotation } from './quotation-marks'
import { isSaid } from './speakers'
import type { CaptureLanguage, Span } from './types'

/** Whether quoted words are somebody's speech, and not a title, a slogan or a doubted word. */
export function isSpeech(
  source: { text: string; language: CaptureLanguage },
  { inner, outer }: Quotation,
  paragraph: Span,
): boolean {
  const { text } = source
  const words = text.slice(inner.start, inner.end).trim()
  if (HEADING.test(text.slice(Math.max(0, outer.start - 24), outer.start))) return false
  const count = words.split(/\s+/u).length
  if (words === '' || /^no comment[.,!]?$/iu.test(words)) return false
  // What ends as a sentence does was said; a headline does not.
  const headline = !/[.!?,…]$/u.test(words)
  if (headline && REFERENCE.test(text.slice(outer.end, outer.end + 90))) return false
  const whole = outer.start === paragraph.start && outer.end >= paragraph.end
  if (!whole && isTitle(words) && !isSaid(source, outer.end - 2, paragraph.end)) return false
  if (whole || /[.,!?…—–-]$/u.test(words)) return count >= 2 || /[!?]$/u.test(words)
  if (isSaid(source, outer.end, paragraph.end)) return true
  const after = text.slice(outer.end, outer.end + 2)
  const before = text.slice(paragraph.start, outer.start)
  if (count >= 2 && ATTRIBUTED.test(before.slice(-120))) return true
  if (ATTRIBUTED_WORD.test(before.slice(-160))) return true
  return (
    count >= 4 ||
    (count >= 2 && /^[,.]/u.test(after) && /:\s*$/u.test(text.slice(paragraph.start, outer.start)))
  )
}

/** “Kings of Nowhere III,” is the name of something. */
function isTitle(words: string): boolean {
  const said = words.replace(/[,;]$/u, '').split(/\s+/u)
  const small = said.filter(
    (word) =>
      /^\p{Ll}/u.test(word) && !/^(?:of|the|and|for|in|to|a|at|on|with|from|by)$/u.test(word),
  )
  return said.length > 1 && small.length === 0 && !/[.!?]$/u.test(words)
}

/** "carried the heading “…”": what something is called, and nobody's words. */
const HEADING =
  /\b(?:heading|headline|headed|entitled|titled|captioned|subject line|the title)[,:]? $/iu

/** What stands behind a headline in a list of sources: "…" — The Ledger, March 3, 2026 */
const REFERENCE =
  /^,? ?[—–-] ?(?:[\p{Lu}\d][\p{L}\d.'’&-]*,? (?:of |the |and )?){1,6}?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.? \d/u

/** Words that somebody used of something, however few: `called it “a fairy tale”`. */
const ATTRIBUTED =
  /\b(?:call(?:s|ed|ing) (?!for|on)[^.;“”"]{1,50}|describ(?:es|ed|ing) [^.;“”"]{1,50} as|(?:said|says|wrote|told) [^.;“”"]{1,60}?(?: (?:is|was|are|were|had|has|will|would|of|by))|habla de|nannte [^.;„“»«]{1,50}|sei|spricht von)(?: an?| the| eine[rnm]?)? $/iu
/** One word that somebody says that something is: `said that the company was “heartbroken”`. */
const ATTRIBUTED_WORD =
  /\b(?:said|says) (?:that )?[^.;:“”"]{1,100}? (?:is|was|are|were|been|felt) $/iu
