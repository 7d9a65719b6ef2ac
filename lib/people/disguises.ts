import type { Token } from './letters'

/** `&eacute;`: a letter with its accent, which names are compared without. */
const ACCENTED =
  /^&([a-z])(?:acute|grave|circ|uml|tilde|ring|cedil|caron|slash|ogon|macr|breve|strok|dot|dblac);/i
const NUMBERED = /^&#(?:0*(\d{1,7})|x0*([0-9a-f]{1,6}));/i
/** How far an HTML reference reaches at most, with the zeros that may stand before its number. */
const LONGEST = 24
const NAMED: Record<string, string> = {
  ...{ '&szlig;': 'ß', '&aelig;': 'æ', '&AElig;': 'Æ', '&oelig;': 'œ', '&OElig;': 'Œ' },
  ...{ '&eth;': 'ð', '&ETH;': 'Ð', '&thorn;': 'þ', '&THORN;': 'Þ', '&inodot;': 'ı' },
  ...{ '&nbsp;': ' ', '&ensp;': ' ', '&emsp;': ' ', '&thinsp;': ' ', '&hairsp;': ' ' },
  ...{ '&amp;': '&', '&shy;': '\u00ad', '&zwnj;': '\u200c', '&zwj;': '\u200d' },
  ...{
    '&apos;': "'",
    '&quot;': '"',
    '&ldquo;': '“',
    '&rdquo;': '”',
    '&rsquo;': '’',
    '&lsquo;': '‘',
  },
}

/**
 * The character that an HTML reference stands for at this place of a text, as it comes with words that
 * were copied from the source of a page. Null where none stands.
 */
export function entityAt(text: string, at: number): { sign: string; size: number } | null {
  const ahead = text.slice(at, at + LONGEST)
  const [accented, letter] = ACCENTED.exec(ahead) ?? []
  if (accented && letter) return { sign: letter, size: accented.length }
  const [numbered, decimal, hexadecimal] = NUMBERED.exec(ahead) ?? []
  if (numbered) {
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
    if (code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff))
      return { sign: String.fromCodePoint(code), size: numbered.length }
  }
  const [reference = ''] = /^&[a-z]{2,8};/i.exec(ahead) ?? []
  const sign = NAMED[reference]
  return sign === undefined ? null : { sign, size: reference.length }
}

/**
 * Letters of other scripts that look like a small Latin one, from the "confusables" of Unicode
 * Technical Standard #39, as they are after case and accents are gone.
 */
const LOOK_ALIKES: Record<string, string> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ғ: 'f', һ: 'h', н: 'h', і: 'i', ј: 'j', к: 'k' },
  ...{ ӏ: 'l', м: 'm', о: 'o', р: 'p', ԛ: 'q', г: 'r', ѕ: 's', т: 't', ѵ: 'v', ԝ: 'w', х: 'x' },
  ...{ у: 'y', ү: 'y', α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', μ: 'u', ν: 'v', ο: 'o' },
  ...{ ρ: 'p', σ: 'o', τ: 't', υ: 'u', χ: 'x', γ: 'y', ζ: 'z' },
}
const LATIN = /\p{Script=Latin}/u
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

/** Where a capital looks like another letter than the small one, or like none: Ν is an N, ν a v, and Σ no o. */
const CAPITALS: Record<string, string> = {
  ...{ μ: 'm', ν: 'n', η: 'h', υ: 'y' },
  ...{ σ: 'σ', γ: 'γ', г: 'г', ғ: 'ғ', ѵ: 'ѵ' },
}

/** A word of one script is what it is; in a word of two, those that look Latin are read as Latin. */
function latinOf(text: string, token: Token): string {
  const { letters } = token
  return OTHER.test(letters) && LATIN.test(letters) ? lookOf(text, token).join('') : letters
}

/** The letters of a word, each as the Latin one that it looks like, or as it is. */
function lookOf(text: string, { letters, start, ends }: Token): string[] {
  return [...letters].map((letter, index) => {
    const written = text.slice(index === 0 ? start : ends[index - 1], ends[index])
    const capital = /\p{Lu}/u.test(written) ? CAPITALS[letter] : undefined
    return capital ?? LOOK_ALIKES[letter] ?? letter
  })
}

/** Fewer letters are a word of their own script too often: και looks like Kai, and том like Tom. */
const FEWEST_ALONE = 4

/**
 * The words of a text as they look, where some are wholly of another script and look Latin letter by
 * letter: "Сосо Роре" in Cyrillic. Null where there are none. Only what begins like a name is read so, and a
 * short word only beside another one that does.
 */
export function asTheyLook(text: string, tokens: readonly Token[]): Token[] | null {
  const looks = tokens.map((token) => (token.capital ? lookOfWhole(text, token) : null))
  const isBeside = (index: number) =>
    [index - 1, index + 1].some(
      (at) => looks[at] != null || (tokens[at]?.capital && LATIN.test(tokens[at].letters)),
    )
  let isAny = false
  const read = tokens.map((token, index) => {
    const look = looks[index]
    if (look == null || (look.length < FEWEST_ALONE && !isBeside(index))) return token
    isAny = true
    return { ...token, letters: look }
  })
  return isAny ? read : null
}

/** A word that is searched for, as it looks: it may be a part of a name, and typed small. */
export function lookOfSearched(text: string, tokens: readonly Token[]): string {
  return tokens.map((token) => lookOfWhole(text, token) ?? token.letters).join('')
}

/** A word wholly of another script as the Latin one that it looks like. Null where it looks like none, or has accents. */
function lookOfWhole(text: string, token: Token): string | null {
  const { letters, sort, start, ends } = token
  if (sort !== 'spaced' || !OTHER.test(letters) || LATIN.test(letters)) return null
  if (/\p{M}/u.test(text.slice(start, ends.at(-1)).normalize('NFD'))) return null
  const look = lookOf(text, token).join('')
  return OTHER.test(look) ? null : look
}

/** A stretch of a text with the HTML references that are known as what they stand for. */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#0*\d{1,7}|#x0*[0-9a-f]{1,6}|[a-z]{2,8});/gi, (reference) => {
    return entityAt(reference, 0)?.sign ?? reference
  })
}

/** How many letters with this one sign between each make a word that is spelled out. */
const FEWEST: Record<string, number> = {
  ...{ '-': 3, _: 3, '*': 3, '·': 3, '•': 3, '|': 3, '/': 3, '‐': 3, '–': 3, ' ': 5, '.': 5 },
}

const TWO_SCRIPTS =
  /^(?:\p{Script=Latin}+[\p{Script=Cyrillic}\p{Script=Greek}]{3,}|[\p{Script=Cyrillic}\p{Script=Greek}]{3,}\p{Script=Latin}+)$/u

/** "#freeИванова" is two words, where its letters are no disguise of one: some of them look like no Latin ones. */
function ofOneScript(token: Token): Token[] {
  const { letters, ends, cut: _cut, ...rest } = token
  if (!TWO_SCRIPTS.test(letters)) return [token]
  const other = letters.replaceAll(/\p{Script=Latin}/gu, '')
  if ([...other].every((letter) => LOOK_ALIKES[letter])) return [token]
  const at = letters.startsWith(other) ? other.length : letters.length - other.length
  return [
    { ...rest, letters: letters.slice(0, at), ends: ends.slice(0, at) },
    {
      ...rest,
      ...{ letters: letters.slice(at), start: ends[at - 1] ?? token.start, ends: ends.slice(at) },
      capital: false,
    },
  ]
}

/** "Х" for "X", and "X-y-l-a-n-d-e-r": a name stays a name however its letters are put. */
export function withoutDisguise(text: string, written: Token[]): Token[] {
  const tokens = written.some(({ letters }) => OTHER.test(letters) && LATIN.test(letters))
    ? written.flatMap(ofOneScript)
    : written
  let spelled = false
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || token.sort !== 'spaced') continue
    token.letters = latinOf(text, token)
    spelled ||=
      token.letters.length === 1 &&
      tokens[at + 1]?.letters.length === 1 &&
      tokens[at + 2]?.letters.length === 1
  }
  return spelled ? spelledOut(text, tokens) : tokens
}

function spelledOut(text: string, tokens: Token[]): Token[] {
  const whole: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const size = runAt(text, tokens, at)
    const run = tokens.slice(at, at + size)
    const [first] = run
    if (!first) break
    whole.push(
      size === 1
        ? first
        : {
            ...first,
            letters: run.map(({ letters }) => letters).join(''),
            ends: run.flatMap(({ ends }) => ends),
          },
    )
    at += size
  }
  return whole
}

/** How many tokens from here on are single letters with one and the same sign between; 1 where too few. */
function runAt(text: string, tokens: Token[], from: number): number {
  const isLetter = (token: Token | undefined): token is Token =>
    token !== undefined && token.sort === 'spaced' && token.letters.length === 1
  const sign = (index: number) => {
    const [before, token] = [tokens[index - 1], tokens[index]]
    return isLetter(before) && isLetter(token)
      ? text.slice(before.ends[0] ?? token.start, token.start)
      : ''
  }
  const between = sign(from + 1)
  const fewest = FEWEST[between]
  if (fewest === undefined) return 1
  let end = from + 1
  while (sign(end) === between) end += 1
  return end - from >= fewest ? end - from : 1
}
