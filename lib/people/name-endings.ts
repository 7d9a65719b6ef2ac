import type { Token } from './letters'

/**
 * How many letters before a name may be written on to it in Arabic and Hebrew: "and", "to", "the", and
 * two of them, "and to the".
 */
export function beginnings(token: Token | undefined): number[] {
  if (!token || token.letters.charCodeAt(0) < 128) return WHOLE
  const { letters } = token
  if (/^\p{Script=Arabic}/u.test(letters)) {
    const and = /^[وف]/u.test(letters) ? 1 : 0
    const rest = letters.slice(and)
    const to = /^(?:[بك]ال|لل|[بكل]|ال)/u.exec(rest)?.[0].length ?? 0
    const lengths = [0, and, /^[بكل]/u.test(rest) ? and + 1 : and, and + to]
    return [...new Set(lengths)]
  }
  if (/^[ושמכ][בלהמש]/u.test(letters)) return [0, 1, 2]
  return /^[ובלהמשכ]/u.test(letters) ? [0, 1] : WHOLE
}

const WHOLE = [0]

const SLAVIC = /^\p{Script=Cyrillic}/u
// As letters are folded, й is и.
const SLAVIC_ENDINGS = [
  ...['ого', 'ому', 'ыми', 'ами', 'ові', 'еві', 'єві'],
  ...['ои', 'еи', 'ым', 'ых', 'ом', 'ем', 'ою', 'ею', 'єю'],
]

// In these a case takes the place of the name's own last letters: Ольгой of Ольга, Zabrowskiej of Zabrowska.
const REPLACED: [ending: RegExp, own: string[]][] = [
  [
    /(?<=^\p{Script=Cyrillic}{2,})(?:ои|еи|іи|ою|ею|єю|ую|юю|оі|у|ю|ы|и|і|е)$/u,
    ['а', 'я', 'ая', 'яя', 'ь'],
  ],
  [/(?<=^\p{Script=Cyrillic}{2,})(?:ого|его|ому|ему|ым|им|ом|ем)$/u, ['ыи', 'ии', 'ои', 'и']],
  [/(?<=^\p{Script=Cyrillic}{2,})(?:я|ю|е|ем)$/u, ['и', 'ь']],
  // Ukrainian names in -о: Шевченка, Павлові.
  [/(?<=^\p{Script=Cyrillic}{2,})(?:а|у|ом|ем|ові|еві|і|е)$/u, ['о']],
  [/(?<=^[a-z]{2,}(?:sk|ck|dzk))(?:iej|iego|iemu|im|ich|imi)$/, ['a', 'i']],
  [/(?<=^\p{Script=Greek}{2,})(?:ου|ο|ε)$/u, ['οσ', 'ησ']],
  [/(?<=^\p{Script=Greek}{2,}[αηιου])$/u, ['σ']],
  // Ελένης of Ελένη.
  [/(?<=^\p{Script=Greek}{2,}[αηωυ])σ$/u, ['']],
]

/** Longer words than this one after an apostrophe are names themselves. */
const MOST_ADDED = 5

/**
 * The word itself, and what it is the plural, the genitive or another case of.
 *
 * @param cut how many of its letters stand before an apostrophe, after which an ending may follow: "Özgür'ün"
 */
export function endings(letters: string, cut = 0): string[] {
  const forms = [letters]
  if (cut > 0 && cut < letters.length && letters.length - cut <= MOST_ADDED)
    forms.push(letters.slice(0, cut))
  if (letters.endsWith('s')) {
    forms.push(letters.slice(0, -1))
    if (letters.endsWith('es')) forms.push(letters.slice(0, -2))
  } else if (SLAVIC.test(letters)) {
    for (const ending of SLAVIC_ENDINGS)
      if (letters.endsWith(ending)) forms.push(letters.slice(0, -ending.length))
    if (/[аяуюыиіео]$/u.test(letters)) forms.push(letters.slice(0, -1))
  }
  for (const [ending, own] of REPLACED) {
    if (!ending.test(letters)) continue
    const stem = letters.replace(ending, '')
    for (const last of own) forms.push(stem + last)
  }
  return forms
}

/** How many letters of words stand before the apostrophe in the last one, if it has one behind two letters. */
export function cutIn(window: readonly Token[]): number {
  const last = window.at(-1)
  if (!last?.cut || last.cut < 2) return 0
  return window.slice(0, -1).reduce((sum, { letters }) => sum + letters.length, last.cut)
}
