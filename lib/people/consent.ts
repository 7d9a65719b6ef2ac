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
