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
// As letters are folded, й is и.
const SLAVIC_ENDINGS = ['ого', 'ому', 'ыми', 'ами', 'ои', 'еи', 'ым', 'ых', 'ом', 'ем', 'ою', 'ею']

// In these a case takes the place of the name's own last letters: Ольгой of Ольга, Zabrowskiej of Zabrowska.
const REPLACED: [ending: RegExp, own: string[]][] = [
  [/(?<=^\p{Script=Cyrillic}{2,})(?:ои|еи|ою|ею|ую|юю|у|ю|ы|и|е)$/u, ['а', 'я', 'ая', 'яя', 'ь']],
  [/(?<=^\p{Script=Cyrillic}{2,})(?:ого|его|ому|ему|ым|им|ом|ем)$/u, ['ыи', 'ии', 'ои', 'и']],
  [/(?<=^\p{Script=Cyrillic}{2,})(?:я|ю|е|ем)$/u, ['и', 'ь']],
  [/(?<=^[a-z]{2,}(?:sk|ck|dzk))(?:iej|iego|iemu|im|ich|imi)$/, ['a', 'i']],
  [/(?<=^\p{Script=Greek}{2,})(?:ου|ο|ε)$/u, ['οσ', 'ησ']],
  [/(?<=^\p{Script=Greek}{2,}[αηιου])$/u, ['σ']],
]

/** The word itself, and what it is the plural, the genitive or another case of. */
export function endings(letters: string): string[] {
  const forms = [letters]
  if (letters.endsWith('s')) {
    forms.push(letters.slice(0, -1))
    if (letters.endsWith('es')) forms.push(letters.slice(0, -2))
  } else if (SLAVIC.test(letters)) {
    for (const ending of SLAVIC_ENDINGS)
      if (letters.endsWith(ending)) forms.push(letters.slice(0, -ending.length))
    if (/[аяуюыиео]$/u.test(letters)) forms.push(letters.slice(0, -1))
  }
  for (const [ending, own] of REPLACED) {
    if (!ending.test(letters)) continue
    const stem = letters.replace(ending, '')
    for (const last of own) forms.push(stem + last)
  }
  return forms
}
