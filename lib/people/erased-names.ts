import { LEAST_ALONE, LEAST_INSIDE } from './withheld-names'
import { SMALL } from './name-forms'
import type { Token } from './letters'
import { endings } from './name-endings'
import { fits, gapBefore, isInitial } from './name-fits'

/**
 * What is known of an erased name: what is withheld wherever it stands, with initials in it, or of
 * initials alone; and each of its words, from which a longer form is looked for.
 */
export type ErasedForm = 'name' | 'initialed' | 'initials' | 'word'

const INITIALED = { sort: 'initialed', words: 2, gaps: 'comma' } as const
const INITIALS = { sort: 'initials', words: 2, gaps: 'plain' } as const

/**
 * The names of people who were erased, of which nothing is left to look for: whether letters are one
 * is asked of their fingerprints, which is dear, and so only where one of its words stands.
 */
export class ErasedNames {
  constructor(
    private readonly isErased: (letters: string, sort: ErasedForm) => boolean,
    private readonly isCommon: (letters: string) => boolean,
  ) {}

  /** Whether a word may be one of such a name. */
  mayBe(text: string, token: Token): boolean {
    if (token.sort === 'unspaced') return true
    if (token.letters.length === 1) return isInitial(text, token)
    return endings(token.letters, token.cut).some((form) => this.isErased(form, 'word'))
  }

  /** Whether a name may go on with a word, or the word is the rest of one that a line broke in two. */
  mayGoOn(text: string, before: Token | undefined, token: Token): boolean {
    return this.mayBe(text, token) || /^[-‐‑‒–]\s+$/u.test(gapBefore(text, before, token))
  }

  /** Whether a word is a part of such a name that is too common to be withheld by itself. */
  isAsked(letters: string): boolean {
    return (
      letters.length > 1 &&
      !SMALL.has(letters) &&
      ([...letters].length < LEAST_ALONE || this.isCommon(letters)) &&
      this.isErased(letters, 'word')
    )
  }

  /** Whether letters are such a name in full, or a word of it that is withheld alone. */
  isFull(letters: string): boolean {
    return this.isErased(letters, 'name')
  }

  /** Whether letters are such a name with initials in it. */
  isInitialed(letters: string): boolean {
    return this.isErased(letters, 'initialed')
  }

  /** Whether letters are the initials of such a name. */
  isSigned(letters: string): boolean {
    return this.isErased(letters, 'initials')
  }

  /** Whether what is written is a form of such a name. */
  has(text: string, window: Token[], letters: string): boolean {
    return (
      this.isErased(letters, 'name') ||
      (this.isErased(letters, 'initialed') &&
        fits(text, window, letters, INITIALED, this.isCommon)) ||
      (this.isErased(letters, 'initials') && fits(text, window, letters, INITIALS, this.isCommon))
    )
  }

  /** Where such a name stands in a handle, a tag or an address that runs it together with others. */
  within(text: string, token: Token): { at: number; length: number } | null {
    const { letters } = token
    const ends = [text[token.start - 1] ?? '', text[token.ends.at(-1) ?? 0] ?? '']
    if (!ends.some((sign) => /[@#/_\p{N}]/u.test(sign))) return null
    for (let at = 0; at + LEAST_INSIDE <= letters.length; at += 1)
      for (let end = letters.length; end >= at + LEAST_INSIDE; end -= 1)
        if (this.isErased(letters.slice(at, end), 'name')) return { at, length: end - at }
    return null
  }
}
