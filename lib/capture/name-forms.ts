import { NOT_ORGANIZATIONS } from './words'

/** Small words that may stand inside a name: "Department of Labor", "Maria de la Cruz". */
export const INNER =
  /^(?:of|for|the|and|&|de|del|la|las|los|y|von|van|für|und|bin|al|el|da|dos|du|le)$/iu

/** Every word that the text writes small somewhere: at the start of a sentence it is no name. */
export function lowercaseWords(text: string): Set<string> {
  const words = new Set<string>()
  for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}'’-]*/gu)) words.add(word)
  return words
}

/** Whether a name is an abbreviation in capitals, such as ICE or CWA. */
export function isAcronym(name: string): boolean {
  return (
    /^(?:[\p{Lu}\d]{2,7}|(?:\p{Lu}\.){2,6})$/u.test(name) &&
    /\p{Lu}{2}|\p{Lu}\./u.test(name) &&
    !NOT_ORGANIZATIONS.has(name.replace(/\.$/, ''))
  )
}

/** Whether the capitals of the long name's words spell the short one. */
export function abbreviates(short: string, long: string): boolean {
  const letters = short.replaceAll('.', '').toUpperCase()
  // The initials of "U.S. Postal Service" are USPS.
  const tokens = long
    .replace(/\b(\p{Lu})\.(?=\p{Lu}\.|\s)/gu, '$1 ')
    .split(/[\s-]+/u)
    .filter(Boolean)
  const initials = (skip: boolean) =>
    tokens
      .filter((word) => !skip || !INNER.test(word))
      .map((word) => word.charAt(0).toUpperCase())
      .join('')
  return (
    initials(true).startsWith(letters) ||
    initials(false).startsWith(letters) ||
    initials(true).endsWith(letters)
  )
}
