import type { Consent } from '../schemas/words'

const STRICTNESS: readonly Consent[] = ['named', 'initials', 'role_only', 'hidden']

/** The stricter of two consents; nothing said of a quote leaves the person's own. */
export function stricter(person: Consent, quote: Consent | null): Consent {
  if (quote === null) return person
  return STRICTNESS.indexOf(quote) > STRICTNESS.indexOf(person) ? quote : person
}

/** "Maren Costa" → "M. C."; each part's first letter, as it is written. */
export function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map((part) => `${[...part][0]?.toUpperCase() ?? ''}.`)
    .join(' ')
}

/**
 * A name as a reader of a share may see it: the name, its initials, or an empty text where only
 * the role may be shown. A hidden person is not to be asked for; null says so.
 */
export function nameFor(name: string, consent: Consent): string | null {
  switch (consent) {
    case 'named':
      return name
    case 'initials':
      return initials(name)
    case 'role_only':
      return ''
    case 'hidden':
      return null
  }
}

/** What stands in a text where a name that may not be shown stood. */
export const WITHHELD = '[name withheld]'

/**
 * Replaces the names of people who may not be named wherever they stand in a text, as whole words
 * and in any case, whatever sort of apostrophe or hyphen is written. Longer names first, so that a
 * full name is not left half; of two people of one name the stricter consent holds.
 */
export function withholder(
  people: { names: string[]; consent: Consent }[],
): (text: string) => string {
  const replacements = new Map<string, string>()
  const spellings = new Set<string>()
  for (const { names, consent } of people) {
    if (consent === 'named') continue
    for (const name of names) {
      const spelled = plain(name)
      if (spelled === '') continue
      spellings.add(spelled)
      if (consent !== 'initials') replacements.set(fold(name), WITHHELD)
      else if (!replacements.has(fold(name))) replacements.set(fold(name), initials(name))
    }
  }
  if (spellings.size === 0) return (text) => text
  // As it is spelled, not in small letters: a capital I with a dot has no small letter of one sign.
  const alternatives = [...spellings].sort((a, b) => b.length - a.length).map(asPattern)
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}\\p{M}])`,
    'giu',
  )
  return (text) =>
    normalText(text).replace(pattern, (found) => replacements.get(fold(found)) ?? WITHHELD)
}

/** A text as a withholder leaves it where no name is withheld: composed, and without what nobody sees. */
export function normalText(text: string): string {
  return text.normalize('NFC').replaceAll(INVISIBLE, '')
}

const APOSTROPHES = "'‘’ʼ`´"
const HYPHENS = '-\u2010\u2011\u2012\u2013'
// Soft hyphens and spaces of no width come with text that is pasted, and would split a name.
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g

function asPattern(name: string): string {
  return name
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replaceAll(' ', '\\s+')
    .replaceAll("'", `[${APOSTROPHES}]`)
    .replaceAll('-', `[${HYPHENS}]`)
}

function fold(name: string): string {
  return plain(name).toLowerCase()
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(new RegExp(`[${APOSTROPHES}]`, 'g'), "'")
    .replaceAll(new RegExp(`[${HYPHENS}]`, 'g'), '-')
    .trim()
    .replaceAll(/\s+/g, ' ')
}
