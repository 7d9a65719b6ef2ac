import { hanVariants } from './han-variants'
import { joined, tokensOf, type Token } from './letters'
import { casesOf } from './name-cases'

/**
 * A way to write a name, as letters. `part` is one word of it; `initialed` has a first letter in
 * place of a word; `initials` has nothing else.
 */
export type NameForm = {
  letters: string
  sort: 'full' | 'part' | 'initialed' | 'initials'
  /** How many words of the name it has. */
  words: number
  /** What may stand between its words, beside blanks and hyphens: a comma, or whatever is there. */
  gaps: 'plain' | 'comma' | 'any'
  /** The first of its words as it is cut in a text. */
  head: string
}

const MOST_PARTS = 5

/** Never a name by themselves: what stands before, within and after names. */
export const SMALL: ReadonlySet<string> = new Set(
  [
    'dr mr mrs ms mx prof professor rev reverend sir dame hon sr sra jr ii iii iv phd md esq',
    'van der den von zu de la las los le el al da das dos do di du del della bin ibn bint abu ben bat st saint ter ten mac mc o',
  ].flatMap((line) => line.split(' ')),
)

const FIRST_NAMES = new Set(['al', 'ben', 'mac', 'abu', 'del', 'di'])

/**
 * All ways in which a name may stand in a text, as letters: in full, turned round ("Surname,
 * First"), without some of its words, with initials in place of words, each word alone, and initials
 * alone. The blanks between the words, and what else stands there, do not matter.
 */
export function formsOf(name: string): NameForm[] {
  return spellingsOf(name).flatMap(formsOfSpelling)
}

// "Müller" is written "Mueller" where there is no ü, and "Muller".
function spellingsOf(name: string): string[] {
  const composed = name.normalize('NFC')
  const spelled = composed.replaceAll(/[äöüåÄÖÜÅ]/g, (sign) => UMLAUTS[sign.toLowerCase()] ?? sign)
  // With "to" before it, the Arabic article loses its first letter.
  const bare = composed.replaceAll(/(^|\s)ال(?=\p{L}{3})/gu, '$1')
  return [...new Set([composed, spelled, bare, ...hanVariants(composed)])]
}

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa' }

/** A word of a name: its letters, the words into which a text would cut it, and the first letter. */
type Word = {
  letters: string
  tokens: Token[]
  isHyphened: boolean
  /** What stands after the apostrophe of a small word. */
  elided: Token[]
  first: Word | null
  /** A first letter for each of its halves, if it has several. */
  initials: Word[]
}

function wordOf(text: string): Word {
  // What joins the halves of کریمی‌نژاد is often written as a blank.
  const tokens = tokensOf(text.replaceAll('\u200c', '-'))
  const letters = joined(tokens)
  const isHyphened = /[-‐‑‒–]/u.test(text)
  const first = initialOf(letters)
  const initials = isHyphened ? tokens.map((token) => initialOf(token.letters)) : [first]
  const [, after = ''] = /^(?:d|l|de|dell|dall|n)['’‘ʼ`´](.{3,})$/iu.exec(text) ?? []
  return { letters, tokens, isHyphened, elided: tokensOf(after), first, initials }
}

function initialOf(letters: string): Word {
  const [sign = ''] = letters
  return { letters: sign, tokens: [], isHyphened: false, elided: [], first: null, initials: [] }
}

type Sort = NameForm['sort']

// Small words are part of the whole name, and of no shorter form by themselves; of those that are first names
// too, the first word is one.
function isPart({ letters }: { letters: string }, at: number): boolean {
  return !SMALL.has(letters) || (at === 0 && FIRST_NAMES.has(letters))
}

/** The words of a name as letters, in its order; a surname with its small words too ("de la Cruz"). */
export function partsOf(name: string): string[] {
  const words = name
    .split(/[\s,;/·]+/u)
    .map((word) => joined(tokensOf(word)))
    .filter((letters) => letters !== '')
  const parts = words.filter((letters, at) => isPart({ letters }, at)).slice(0, MOST_PARTS)
  const surname = words.slice(words.findIndex((word) => parts.slice(0, -1).includes(word)) + 1)
  const withSmall = surname.some((word) => SMALL.has(word)) ? [surname.join('')] : []
  return [...parts, ...withSmall]
}

function form(words: Word[], sort: Sort, gaps: NameForm['gaps']): NameForm {
  const [begin] = words
  const letters = words.map((word) => word.letters).join('')
  const head = begin?.tokens[0]?.letters ?? begin?.letters ?? ''
  return { letters, sort, words: words.length, gaps, head }
}

function formsOfSpelling(name: string): NameForm[] {
  const words = name
    .split(/[\s,;/·・＝=]+/u)
    .map(wordOf)
    .filter(({ letters }) => letters !== '')
  if (words.length === 0) return []
  const gaps = /[,;:!?()[\]{}"“”]/u.test(name) ? 'any' : 'plain'
  const forms = [
    form(words, 'full', gaps),
    ...[...halves(words), ...unspacedParts(words), ...inflected(name, words)],
  ]
  const parts = words.filter(isPart).slice(0, MOST_PARTS)
  // "Dr. Lee" is known by one word alone.
  if (parts.length < 2) {
    const alone = words.length > 1 ? parts : []
    return [...forms, ...alone.map((word) => form([word], 'part', 'plain'))]
  }
  for (const chosen of choicesOf(parts)) {
    if (chosen.length < 2) continue
    const sort = chosen.some(({ letters }) => letters.length === 1) ? 'initialed' : 'full'
    forms.push(form(chosen, sort, gaps), form(turned(chosen), sort, 'comma'))
  }
  const surname = words.slice(1)
  const isGiven = (word: Word) => parts.slice(0, -1).includes(word)
  if (parts.length !== words.length) {
    forms.push(form(surname, 'part', 'plain'))
    forms.push(form([...surname, ...words.slice(0, 1)], 'full', 'comma'))
  }
  return [
    ...forms,
    ...initialedForms(parts, surname, words.slice(words.findLastIndex(isGiven) + 1)),
    ...parts.map((word) => form([word], 'part', 'plain')),
  ]
}

// "Jean-Luc": each half may stand alone, and what follows the small word of "d'Ormesson".
function halves(words: Word[]): NameForm[] {
  const hyphened = words.filter(({ isHyphened, tokens }) => isHyphened && tokens.length > 1)
  return [...hyphened.flatMap(({ tokens }) => tokens), ...words.flatMap(({ elided }) => elided)]
    .filter(({ letters }) => !SMALL.has(letters))
    .map((token) => ({ ...form([], 'part', 'plain'), letters: token.letters, head: token.letters }))
}

function inflected(name: string, words: Word[]): NameForm[] {
  return words
    .filter(({ letters }) => !SMALL.has(letters))
    .flatMap(({ letters }) => casesOf(name, letters))
    .map((letters) => ({ ...form([], 'part', 'plain'), letters, head: letters }))
}

// 王小明 and 佐藤花子 are written without a blank: surname and given name may stand alone.
function unspacedParts([only, ...others]: Word[]): NameForm[] {
  const signs = [...(only?.letters ?? '')]
  const fits = others.length === 0 && (signs.length === 3 || signs.length === 4)
  if (!fits || !/^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(signs.join(''))) return []
  const parts = signs.length === 3 ? [signs.slice(1)] : [signs.slice(0, 2), signs.slice(2)]
  return parts.map((part) => ({
    ...form([], 'part', 'plain'),
    letters: part.join(''),
    head: part[0] ?? '',
  }))
}

function turned(words: Word[]): Word[] {
  return [...words.slice(-1), ...words.slice(0, -1)]
}

function choicesOf(parts: Word[]): Word[][] {
  return parts.reduce<Word[][]>(
    (all, part) => [...all, ...all.map((chosen) => [...chosen, part])],
    [[]],
  )
}

function initialedForms(parts: Word[], surname: Word[], tail: Word[]): NameForm[] {
  const first = (words: Word[]) => words.flatMap((word) => word.first ?? [])
  const given = parts.slice(0, -1)
  const last = parts.slice(-1)
  const each = (words: Word[]) => words.flatMap((word) => word.initials)
  const ways = [
    [...first(given), ...last],
    // "J.-L. Picard", "L. v. Beethoven"
    [...each(given), ...last],
    [...last, ...each(given)],
    // "J.-L. de la Tour": small words belong to the last one.
    [...each(given), ...tail],
    [...tail, ...each(given)],
    [...each(given), ...first(tail.slice(0, -1)), ...last],
    [...first(parts.slice(0, 1)), ...first(surname.slice(0, -1)), ...surname.slice(-1)],
    [...last, ...first(given)],
    [...first(parts.slice(0, 1)), ...last],
    [...last, ...first(parts.slice(0, 1))],
    [...first(parts.slice(0, 1)), ...surname],
    [...parts.slice(0, 1), ...first(last)],
    [...given, ...first(last)],
    // "Maria E. Lopez"
    ...given
      .slice(1)
      .map((_, index) => parts.flatMap((part, at) => (at === index + 1 ? first([part]) : part))),
  ]
  return [
    ...ways.map((words) => form(words, 'initialed', 'comma')),
    form(first(parts), 'initials', 'plain'),
    form(each(parts), 'initials', 'plain'),
    form(first([...parts.slice(0, 1), ...last]), 'initials', 'plain'),
  ]
}
