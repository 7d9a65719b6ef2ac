import { withoutReferences } from './disguises'
import type { Token } from './letters'
import type { NameForm } from './name-forms'

/**
 * Whether what is written may be this form: initials have their dots, and common words that follow
 * each other, or have a letter before them, are not taken for a name.
 */
export function fits(
  text: string,
  window: Token[],
  letters: string,
  { sort, words, gaps }: Pick<NameForm, 'sort' | 'words' | 'gaps'>,
  isCommon: (letters: string) => boolean,
): boolean {
  const one = window.length === 1
  if (!hasGaps(text, window, gaps)) return false
  switch (sort) {
    case 'part':
      return true
    case 'initials':
      return !one && window.every((token) => isInitial(text, token))
    case 'initialed':
      if (one) return letters.length >= 5 && !isCommon(letters)
      return (
        window.some(({ letters }) => letters.length > 1) &&
        window.every(
          (token) => token.letters.length > 1 || isInitial(text, token) || isBehind(text, token),
        )
      )
    case 'full':
      if (one) return words === 1 || !isCommon(letters)
      return (
        window.some((token) => !isCommon(token.letters)) ||
        window.every(({ capital }) => capital) ||
        !/\s/.test(text.slice(window[0]?.start, window.at(-1)?.start))
      )
  }
}

/** Whether no end of a sentence or of a part of it stands between the words. */
export function hasGaps(text: string, window: Token[], gaps: NameForm['gaps'] = 'plain'): boolean {
  if (window.length === 1 || gaps === 'any') return true
  const between = gaps === 'comma' ? /[;:!?()[\]{}"“”]/u : /[,;:!?()[\]{}"“”]/u
  return window
    .slice(1)
    .every((token, index) => !between.test(gapBefore(text, window[index], token)))
}

/** What stands between a word and the one before it, with HTML references (`&nbsp;`) as what they stand for. */
export function gapBefore(text: string, before: Token | undefined, token: Token): string {
  return withoutReferences(text.slice(before?.ends.at(-1) ?? token.start, token.start))
}

const TITLES = new Set('mr mrs ms miss mx dr prof professor senor senora herr frau'.split(' '))

/** Whether a title that is said of people alone stands right before a word. */
export function followsTitle(text: string, before: Token | undefined, token: Token): boolean {
  if (!before || !TITLES.has(before.letters)) return false
  return /^\.?\s+$/u.test(gapBefore(text, before, token))
}

/** How many words stand before the first comma between words; 0 where there is none. */
export function commaIn(text: string, window: Token[]): number {
  return (
    window
      .slice(1)
      .findIndex((token, index) => /[,，、]/u.test(gapBefore(text, window[index], token))) + 1
  )
}

/** "Q." and, in the middle of a name, "Q": a capital, with its dot unless another word follows at once. */
export function isInitial(text: string, token: Token): boolean {
  const after = text[token.ends.at(-1) ?? 0] ?? ''
  if (after === '.' && token.capital) return true
  return token.capital ? !/^[AI]$/.test(token.letters.toUpperCase()) : /[._@-]/.test(after)
}

// "grace_y" and "grace.y", as well as "y_grace".
function isBehind(text: string, { start, ends }: Token): boolean {
  if (/^\p{L}/u.test(text.slice(ends.at(-1), (ends.at(-1) ?? 0) + 2))) return false
  return /\p{L}{3}[._]$/u.test(text.slice(Math.max(0, start - 8), start))
}

/** The words of a window without numbers; null where it has none, or ends in one. */
export function withoutNumbers(window: Token[]): Token[] | null {
  const words = window.filter(({ sort }) => sort !== 'digits')
  return words.length === window.length || window.at(-1)?.sort === 'digits' ? null : words
}

/** The words of "Grace M. Young" without an initial that stands within; null where none does. */
export function withoutInitials(text: string, window: Token[]): Token[] | null {
  const words = window.filter(
    (token, index) =>
      index === 0 ||
      index === window.length - 1 ||
      token.letters.length > 1 ||
      !isInitial(text, token),
  )
  if (words.length === window.length || !hasGaps(text, window)) return null
  return words.some(({ letters }) => letters.length === 1) ? null : words
}
