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
 * and in any case. Longer names first, so that a full name is not left half.
 */
export function withholder(
  people: { names: string[]; consent: Consent }[],
): (text: string) => string {
  const replacements = new Map<string, string>()
  for (const { names, consent } of people) {
    if (consent === 'named') continue
    for (const name of names) {
      if (name.trim() !== '')
        replacements.set(fold(name), consent === 'initials' ? initials(name) : WITHHELD)
    }
  }
  if (replacements.size === 0) return (text) => text
  const alternatives = [...replacements.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => escapeRegExp(name).replaceAll(' ', '\\s+'))
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )
  return (text) =>
    text.normalize('NFC').replace(pattern, (found) => replacements.get(fold(found)) ?? WITHHELD)
}

function fold(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
