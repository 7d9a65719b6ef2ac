import type { Token } from './letters'

/**
 * How many letters before a name may be written on to it in Arabic and Hebrew: "and", "to", "the".
 */
export function beginnings(token: Token | undefined): number[] {
  if (!token || token.letters.charCodeAt(0) < 128) return WHOLE
  const [first = '', second = '', third = ''] = token?.letters ?? ''
  if ('وفبلك'.includes(first) && first !== '')
    return second === 'ا' && third === 'ل' ? [0, 1, 3] : second === 'ل' ? [0, 1, 2] : [0, 1]
  if (first === 'ا' && second === 'ل') return [0, 2]
  return 'ובלהמשכ'.includes(first) && first !== '' ? [0, 1] : [0]
}

const WHOLE = [0]

const SLAVIC = /^\p{Script=Cyrillic}/u
const SLAVIC_ENDINGS = ['ого', 'ому', 'ыми', 'ами', 'ой', 'ым', 'ых', 'ом', 'ем', 'ою', 'ами']

/** The word itself, and what it is the plural or the genitive of. */
export function endings(letters: string): string[] {
  const forms = [letters]
  if (letters.endsWith('s')) {
    forms.push(letters.slice(0, -1))
    if (letters.endsWith('es')) forms.push(letters.slice(0, -2))
  } else if (SLAVIC.test(letters)) {
    for (const ending of SLAVIC_ENDINGS)
      if (letters.endsWith(ending)) forms.push(letters.slice(0, -ending.length))
    if (/[аяуюыиеой]$/u.test(letters)) forms.push(letters.slice(0, -1))
  }
  return forms
}
