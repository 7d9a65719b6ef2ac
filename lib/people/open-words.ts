import type { ErasedNames } from './erased-names'
import { joined, type Token } from './letters'
import { cutIn, endings } from './name-endings'
import { followsTitle, gapBefore, hasGaps } from './name-fits'
import { spanOf, type Span } from './spans'
import { WITHHELD, type WithheldNames } from './withheld-names'

/** A part of a name that is too common to be withheld by itself, where it stands in a text. */
export type OpenWord = {
  /** The part of the name, of whatever case of it stands there. */
  letters: string
  span: Span
  /** Whether it is withheld all the same: "Ms. March" is nobody but a person. */
  isTitled: boolean
}

/** Which words of a text an editor is asked about. */
export class OpenWords {
  constructor(
    private readonly names: WithheldNames,
    private readonly erased: ErasedNames | null,
  ) {}

  /** The one that begins with this word, or null. */
  at(text: string, tokens: readonly Token[], at: number): OpenWord | null {
    const [first, second] = [tokens[at], tokens[at + 1]]
    if (!first) return null
    const isWritten = first.capital || first.sort === 'unspaced'
    if (!isWritten && !this.isBesideItsName(text, tokens, at)) return null
    const pair = first.sort === 'unspaced' && second ? [first, second] : null
    for (const window of pair ? [[first], pair] : [[first]]) {
      const written = joined(window)
      const letters = endings(written, cutIn(window)).find((form) => this.isAsked(form))
      if (letters === undefined && !this.isSigned(text, first)) continue
      const length =
        letters !== undefined && written.startsWith(letters) ? letters.length : Infinity
      return {
        letters: letters ?? written,
        span: { ...spanOf(window, 0, length, WITHHELD), tokens: window.length },
        isTitled: followsTitle(text, tokens[at - 1], first),
      }
    }
    return null
  }

  // "GRACE young", and "grace young" in a text that has no capitals at all: only the two together are a name.
  private isBesideItsName(text: string, tokens: readonly Token[], at: number): boolean {
    return [at - 1, at].some((from) => {
      const pair = tokens.slice(Math.max(from, 0), from + 2)
      if (from < 0 || pair.length < 2 || !hasGaps(text, pair)) return false
      const isFull = (letters: string) =>
        this.names.withheld.get(letters)?.sort === 'full' || (this.erased?.isFull(letters) ?? false)
      if (!endings(joined(pair), cutIn(pair)).some(isFull)) return false
      return pair.some(({ capital }) => capital) || tokens.every(({ capital }) => !capital)
    })
  }

  private isAsked(letters: string): boolean {
    return this.names.asked.has(letters) || (this.erased?.isAsked(letters) ?? false)
  }

  // "JM" for Jordan March, in capitals alone.
  private isSigned(text: string, { letters, start, ends }: Token): boolean {
    if (letters.length < 2 || letters.length > 3) return false
    if (!/^\p{Lu}+$/u.test(text.slice(start, ends.at(-1)))) return false
    if (this.names.isTooCommon(letters, 'capitals')) return false
    return this.names.signed.has(letters) || (this.erased?.isSigned(letters) ?? false)
  }
}

/** What is withheld in a text, with those open words that an editor said are names, in its order. */
export function withDecided(
  { spans, open }: { spans: readonly Span[]; open: readonly OpenWord[] },
  isDecided: (letters: string) => boolean,
): Span[] {
  const decided = open.filter(({ letters, isTitled }) => isTitled || isDecided(letters))
  if (decided.length === 0) return [...spans]
  return [...spans, ...decided.map(({ span }) => span)].sort((a, b) => a.from - b.from)
}

/** How many words from here on stand for a name that was taken out before, with what is written on to it. */
export function withheldAt(text: string, tokens: readonly Token[], at: number): number {
  const [first, second, third] = tokens.slice(at, at + 3)
  if (!first || !second || !text.startsWith(WITHHELD, first.start - 1)) return 0
  const isWrittenOn = third !== undefined && /^\][’']?$/u.test(gapBefore(text, second, third))
  return isWrittenOn ? 3 : 2
}
