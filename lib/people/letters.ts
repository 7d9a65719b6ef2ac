import { entityAt, withoutDisguise } from './disguises'
import { garbledAt } from './garbled'

/**
 * A word of a text as names are compared by it: `letters` without case, accents or marks, and where
 * it stands in the text. A character of a script without blanks between words is a word by itself.
 */
export type Token = {
  letters: string
  /** The end in the text of each of the letters, and the start of the first. */
  start: number
  ends: number[]
  sort: 'spaced' | 'unspaced' | 'digits'
  /** Whether it begins with a capital letter. */
  capital: boolean
  /** How many of its letters stand before its last apostrophe, if it has one. */
  cut?: number
}

// Signs that nobody sees, and that split a name: hyphens of line breaks, joiners, marks of direction.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u
// Accents and vowel points, without which a name is the same name. Vowel signs of other scripts stay.
const MARKS = [
  ...[0x300, 0x36f, 0x483, 0x487, 0x591, 0x5c7, 0x610, 0x61a, 0x640, 0x640, 0x64b, 0x65f],
  ...[0x670, 0x670, 0x6d6, 0x6ed, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x20d0, 0x20ff],
  ...[0x3099, 0x309a, 0xfe20, 0xfe2f],
]
const APOSTROPHES = /['‘’ʼʻʹ`´＇′]/u
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u
const LETTER = /[\p{L}\p{M}]/u
const DIGIT = /\p{N}/u
const ACCENT = /\p{M}/u
const CAPITAL = /[\p{Lu}\p{Lt}]/u

const SPECIAL: Record<string, string> = {
  ...{ ß: 'ss', ẞ: 'ss', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', ø: 'o', Ø: 'o', ł: 'l', Ł: 'l' },
  ...{ đ: 'd', Đ: 'd', ð: 'd', Ð: 'd', þ: 'th', Þ: 'th', ı: 'i', İ: 'i', ħ: 'h', Ħ: 'h' },
  ...{ ة: 'ه', ى: 'ي', ک: 'ك', ی: 'ي', ё: 'е', Ё: 'е', ς: 'σ' },
}

/** Letters that are looked at for a name, and which are none. */
function lettersOf(sign: string): string {
  if (sign.charCodeAt(0) < 128) return sign.toLowerCase()
  const special = SPECIAL[sign]
  if (special !== undefined) return special
  // A syllable of Hangul would come apart, and be found in another one.
  const apart = sign.normalize('NFKC')
  const parts = UNSPACED.test(apart) ? apart : sign.normalize('NFKD')
  return [...parts.toLowerCase()]
    .filter((one) => !isMark(one.codePointAt(0) ?? 0))
    .map((one) => SPECIAL[one] ?? one)
    .filter((one) => LETTER.test(one) || DIGIT.test(one))
    .join('')
}

function isMark(code: number): boolean {
  return MARKS.some((first, at) => at % 2 === 0 && code >= first && code <= (MARKS[at + 1] ?? 0))
}

function isPlain(sign: string): boolean {
  const code = sign.charCodeAt(0)
  return code < 128 && sign.length === 1 && ((code | 32) - 97) >>> 0 < 26
}

// An escape of an address, also one that was escaped again: `%C3`, `%25C3`.
const ESCAPE = /%(?:25)*[0-9a-f]{2}/gi
const ESCAPES = /^(?:%(?:25)*[0-9a-f]{2})+/i

/**
 * Cuts a text into words. Escapes of an address (`%C3%A9`) are read as what they stand for;
 * apostrophes and what nobody sees are no ends of words.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let open: Token | null = null
  let wasCapital = false
  const add = (sign: string, start: number, end: number): void => {
    const code = sign.charCodeAt(0)
    if (code < 128 && !isPlain(sign) && !(code >= 48 && code < 58)) {
      if (code !== 39 && code !== 96) open = null
      else if (open) open.cut = open.letters.length
      return
    }
    if (code >= 128 && UNSEEN.test(sign)) return
    if (code >= 128 && APOSTROPHES.test(sign)) {
      if (open) open.cut = open.letters.length
      return
    }
    const letters = lettersOf(sign)
    if (letters === '') {
      // An accent by itself belongs to the letter before it.
      if (!ACCENT.test(sign)) open = null
      return
    }
    const sort = isPlain(sign)
      ? 'spaced'
      : code >= 128 && UNSPACED.test(letters)
        ? 'unspaced'
        : DIGIT.test(letters[0] ?? '')
          ? 'digits'
          : 'spaced'
    // "JusticeForSomebody": words that are run together begin with capitals.
    const capital = code < 128 ? code >= 65 && code < 91 : CAPITAL.test(sign)
    const begins = capital && !wasCapital
    wasCapital = capital
    if (!open || open.sort !== sort || sort === 'unspaced' || begins) {
      open = { letters: '', start, ends: [], sort, capital }
      tokens.push(open)
    }
    open.letters += letters
    for (let count = 0; count < letters.length; count += 1) open.ends.push(end)
  }
  for (let at = 0; at < text.length;) {
    if (text[at] === '%') {
      const [escaped = ''] = ESCAPES.exec(text.slice(at, at + 120)) ?? []
      if (escaped !== '') {
        addEscaped(escaped, at, add)
        at += escaped.length
        continue
      }
      const letter = garbledAt(text, at)
      if (letter) {
        add(letter.sign, at, at + letter.size)
        at += letter.size
        continue
      }
    }
    if (text[at] === '&') {
      const entity = entityAt(text, at)
      if (entity) {
        for (const sign of entity.sign) add(sign, at, at + entity.size)
        at += entity.size
        continue
      }
    }
    const code = text.charCodeAt(at)
    if (code === 92 || code === 61 || (code >= 0xc2 && code <= 0xf4)) {
      const letter = garbledAt(text, at)
      if (letter) {
        add(letter.sign, at, at + letter.size)
        at += letter.size
        continue
      }
    }
    const size = code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1
    add(text.slice(at, at + size), at, at + size)
    at += size
  }
  return withoutDisguise(text, tokens)
}

function addEscaped(
  escaped: string,
  at: number,
  add: (sign: string, start: number, end: number) => void,
): void {
  const escapes = escaped.match(ESCAPE) ?? []
  const bytes = Uint8Array.from(escapes, (one) => Number.parseInt(one.slice(-2), 16))
  let start = at
  let from = 0
  for (const sign of new TextDecoder().decode(bytes)) {
    const size = sign === '\ufffd' ? 1 : new TextEncoder().encode(sign).length
    const end = start + escapes.slice(from, from + size).join('').length
    add(sign, start, end)
    start = end
    from += size
  }
}

/** A name or a word as one run of letters, as tokens are compared. */
export function joined(tokens: readonly Token[]): string {
  return tokens.map(({ letters }) => letters).join('')
}

/** A text as a withholder leaves it where no name is withheld: composed, and without what nobody sees. */
export function normalText(text: string): string {
  return text.normalize('NFC').replaceAll(INVISIBLE, '')
}

// Soft hyphens and spaces of no width come with text that is pasted, and would split a word.
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g
