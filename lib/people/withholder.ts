import type { Consent } from '../schemas/words'
import { initials } from './consent'
import { joined, tokensOf, type Token } from './letters'
import { beginnings, endings } from './name-endings'
import { commaIn, fits, followsTitle, gapBefore, hasGaps, isInitial } from './name-fits'
import { formsOf, type NameForm } from './name-forms'
import { opaque, type Shown, type ShownOf } from './shown'

/** What stands in a text where a name that may not be shown stood. */
export const WITHHELD = '[name withheld]'

/** Somebody of the record: how they are shown to the readers in question, and what they were called. */
export type Person = {
  names: readonly string[]
  /** What they were called once and are no longer; never shown, however the person is. */
  former?: readonly string[]
  consent: Consent
}

export type Around = {
  /** Whether a word, as letters, is too common to be withheld by itself. */
  isCommon?: (letters: string) => boolean
  /** Whether letters are such a form of the name of somebody who was erased. */
  isErased?: ((letters: string, sort: ErasedForm) => boolean) | undefined
  /** Whether an editor said that this part of a name, in this text, is to be withheld. */
  isDecided?: ((letters: string, text: string) => boolean) | undefined
}

/**
 * What is known of an erased name: what is withheld wherever it stands, with initials in it, or of
 * initials alone; and each of its words, from which a longer form is looked for.
 */
export type ErasedForm = 'name' | 'initialed' | 'initials' | 'word'

/** A part of a name, too common to be withheld by itself, where it stands in a text. */
export type OpenPlace = { letters: string; start: number; end: number }

type Entry = Omit<NameForm, 'letters' | 'head'> & { replacement: string; isCurrent: boolean }
type Span = { from: number; end: number; tokens: number; replacement: string | null }

const MOST_WORDS = 6
const MOST_SIGNS = 16
const LEAST_ALONE = 3
const LEAST_INSIDE = 8
const STARTS = 4

// Never initials of somebody, whoever has them.
const ABBREVIATIONS = new Set(
  'us un uk dc la ny sf eu am pm eg ie jd md bc ad ps ok po da vp ot id tv pr hr it'.split(' '),
)

/**
 * Takes the names of people who may not be named out of texts, in every spelling (`formsOf`), in
 * time that grows with the text alone: words are looked up, one to six at a time.
 *
 * Longer names go first, so that a full name is not left half; of two people of one name the
 * stricter consent holds. A word of a name that is common, or of somebody who is named too, is
 * left; `openPlaces` says where, for an editor to decide.
 */
export class Withholder {
  private readonly held = new Map<string, Entry>()
  private readonly free = new Map<string, NameForm['gaps']>()
  private readonly asked = new Set<string>()
  private readonly heads = new Set<string>()
  private readonly inside = new Map<string, Set<number>>()
  private readonly isCommon: (letters: string) => boolean

  constructor(
    people: readonly Person[],
    private readonly around: Around = {},
  ) {
    this.isCommon = around.isCommon ?? (() => false)
    const ambiguous = new Set<string>()
    // Of two people of one name the stricter consent holds, for each word of the name too.
    const stricter = new Set(
      people.flatMap(({ names, consent }) => (consent === 'named' ? [] : names.map(lettersOf))),
    )
    for (const { names, consent } of people) {
      if (consent !== 'named') continue
      for (const form of names.filter((name) => !stricter.has(lettersOf(name))).flatMap(formsOf)) {
        if (form.sort === 'full') this.setFree(form)
        ambiguous.add(form.letters)
      }
    }
    for (const { names, former = [], consent } of people) {
      if (consent !== 'named')
        for (const name of names) {
          const short = consent === 'initials' ? initials(name) : WITHHELD
          this.add(formsOf(name), { replacement: short, isCurrent: true }, ambiguous)
        }
      for (const name of former)
        this.add(formsOf(name), { replacement: WITHHELD, isCurrent: false }, ambiguous)
    }
  }

  /** Whether there is nobody whose name is withheld. */
  get isEmpty(): boolean {
    return this.held.size === 0 && !this.around.isErased
  }

  /** Whether there are parts of names that are left because they are common. */
  get hasOpenWords(): boolean {
    return this.asked.size > 0
  }

  private add(
    forms: NameForm[],
    { replacement, isCurrent }: Pick<Entry, 'replacement' | 'isCurrent'>,
    ambiguous: Set<string>,
  ): void {
    for (const form of forms) {
      const { letters, sort, words, gaps } = form
      const full = sort === 'full'
      if (!full && (ambiguous.has(letters) || this.isTooCommon(letters, sort))) {
        if (sort === 'part' && letters.length > 1) this.asked.add(letters)
        continue
      }
      // Who is shown by initials is shown by them: they are no secret.
      if (sort === 'initials' && replacement !== WITHHELD) {
        this.setFree(form)
        continue
      }
      const entry = { replacement, sort, words, gaps, isCurrent }
      const known = this.held.get(letters)
      if (!known || rank(known) < rank(entry)) this.held.set(letters, entry)
      this.heads.add(form.head)
      if ((full || sort === 'part') && letters.length >= LEAST_INSIDE) {
        const start = letters.slice(0, STARTS)
        this.inside.set(start, (this.inside.get(start) ?? new Set()).add(letters.length))
      }
    }
  }

  private setFree(form: NameForm): void {
    this.free.set(form.letters, form.gaps)
    this.heads.add(form.head)
  }

  private isTooCommon(letters: string, sort: NameForm['sort']): boolean {
    if (sort === 'initialed') return false
    if (sort === 'initials') return letters.length < 2 || ABBREVIATIONS.has(letters)
    return [...letters].length < LEAST_ALONE || this.isCommon(letters)
  }

  /** A text as its reader may see it. */
  show(text: string): Shown {
    const plain = normalText(text)
    if (this.isEmpty || plain === '') return plain as Shown
    const { spans } = this.read(plain)
    let result = ''
    let at = 0
    for (const { from, end, replacement } of spans) {
      if (replacement === null) continue
      result += plain.slice(at, from) + replacement
      at = end
    }
    return (result + plain.slice(at)) as Shown
  }

  /** A value with every text in it as its reader may see it. An address that names somebody is left out. */
  showAll<T>(value: T): ShownOf<T> {
    const walk = (one: unknown, name: string): unknown => {
      if (typeof one === 'string') {
        if (name !== 'url') return this.show(one)
        return this.show(one) === normalText(one) ? one : ''
      }
      if (Array.isArray(one)) return one.map((each) => walk(each, name))
      if (typeof one !== 'object' || one === null || one instanceof Date) return one
      return Object.fromEntries(
        Object.entries(one).map(([key, part]) => [key, OPAQUE.has(key) ? part : walk(part, key)]),
      )
    }
    return walk(value, '') as ShownOf<T>
  }

  /** The parts of names that stay in a text because they are common, unless an editor decides. */
  openPlaces(text: string): OpenPlace[] {
    return this.read(normalText(text)).open
  }

  /**
   * Whether a word may be a part of a withheld name, or one of it, so that what was written does not
   * say whether it is shown.
   */
  mayHide(word: string): boolean {
    if (this.isEmpty) return false
    // The names of erased people cannot be compared with a part of a word.
    if (this.around.isErased || this.around.isDecided) return true
    const letters = joined(tokensOf(normalText(word)))
    if (letters === '') return true
    for (const form of this.held.keys()) if (overlap(form, letters)) return true
    return false
  }

  private read(text: string): { spans: Span[]; open: OpenPlace[] } {
    const tokens = tokensOf(text)
    const spans: Span[] = []
    const open: OpenPlace[] = []
    for (let at = 0; at < tokens.length;) {
      const span = this.spanAt(text, tokens, at)
      if (span) {
        spans.push(span)
        at += span.tokens
        continue
      }
      const token = tokens[at]
      if (token && this.asked.has(token.letters) && (token.capital || token.sort === 'unspaced')) {
        const { letters, start } = token
        const end = token.ends.at(-1) ?? start
        // "Ms. March" is nobody but a person.
        const isTitled = followsTitle(text, tokens[at - 1], token)
        if (!isTitled) open.push({ letters, start, end })
        if (isTitled || this.around.isDecided?.(letters, text))
          spans.push({ from: start, end, tokens: 1, replacement: WITHHELD })
      }
      at += 1
    }
    return { spans, open }
  }

  // The longest name that begins with a word, or that stands within it.
  private spanAt(text: string, tokens: Token[], at: number): Span | null {
    const first = tokens[at]
    if (!first) return null
    let hasSigns = false
    let best: Span | null = null
    let erasable = this.mayBeErased(text, first)
    let letters = ''
    let withoutDigits = ''
    for (let count = 1; count <= MOST_SIGNS; count += 1) {
      const token = tokens[at + count - 1]
      if (!token) break
      hasSigns ||= token.sort === 'unspaced'
      if (count > MOST_WORDS && !hasSigns) break
      if (count === 2 && !this.mayGoOn(text, first, token) && !erasable) {
        if (!this.around.isErased || !this.mayBeErased(text, token)) break
      }
      const window = tokens.slice(at, at + count)
      letters += token.letters
      if (token.sort !== 'digits') withoutDigits += token.letters
      if (count > 1 && !erasable)
        erasable = this.mayBeErased(text, token) || isCut(text, tokens[at + count - 2], token)
      const found =
        this.lookUp(text, window, letters, erasable) ??
        (withoutDigits !== letters && token.sort !== 'digits'
          ? this.lookUp(text, window.filter(isNoNumber), withoutDigits, erasable)
          : null)
      if (!found) continue
      // "Byron, Ada Lovelace" are two people, unless the second one is known by one word alone.
      const comma = commaIn(text, window)
      const other = comma > 0 ? this.spanAt(text, tokens, at + comma) : null
      if (other && comma + other.tokens > count) break
      best = { ...found, tokens: count }
    }
    return best ?? (first.letters.length > LEAST_INSIDE ? this.within(text, first) : null)
  }

  // Whether a longer name may begin with this word; a word that is cut may be the first half of one.
  private mayGoOn(text: string, first: Token, next: Token): boolean {
    if (first.letters.length === 1 || this.heads.has(first.letters)) return true
    const [, ...later] = beginnings(first)
    if (later.some((skipped) => this.heads.has(first.letters.slice(skipped)))) return true
    const gap = gapBefore(text, first, next)
    return gap === '' || /^[-‐‑‒–]/u.test(gap)
  }

  private mayBeErased(text: string, token: Token): boolean {
    const { isErased } = this.around
    if (!isErased) return false
    if (token.sort === 'unspaced') return true
    if (token.letters.length === 1) return isInitial(text, token)
    return endings(token.letters).some((form) => isErased(form, 'word'))
  }

  private lookUp(
    text: string,
    window: Token[],
    letters: string,
    erasable: boolean,
  ): Omit<Span, 'tokens'> | null {
    for (const skipped of beginnings(window[0])) {
      const rest = letters.slice(skipped)
      for (const form of endings(rest)) {
        const entry = this.held.get(form)
        const free = this.free.get(form)
        // Initials that somebody is shown by are theirs as well.
        const yields = free !== undefined && (!entry?.isCurrent || entry.sort === 'initials')
        // "Xylanders" is more than one of them, and no handle of a Xylander with an S.
        const isPlural = entry?.sort === 'initialed' && this.hasPlural(window, rest)
        if (entry && !yields && !isPlural && fits(text, window, form, entry, this.isCommon))
          return spanOf(window, skipped, form.length, entry.replacement)
        if (free !== undefined && hasGaps(text, window, free))
          return spanOf(window, skipped, form.length, null)
        if (erasable && this.isErased(text, window, form))
          return spanOf(window, skipped, form.length, WITHHELD)
      }
    }
    return null
  }

  private hasPlural(window: Token[], letters: string): boolean {
    if (window.length > 1) return false
    return endings(letters)
      .slice(1)
      .some((form) => this.held.get(form)?.sort === 'part')
  }

  private isErased(text: string, window: Token[], letters: string): boolean {
    const { isErased } = this.around
    if (!isErased) return false
    return (
      isErased(letters, 'name') ||
      (isErased(letters, 'initialed') && fits(text, window, letters, INITIALED, this.isCommon)) ||
      (isErased(letters, 'initials') && fits(text, window, letters, INITIALS, this.isCommon))
    )
  }

  private erasedWithin(token: Token): Span | null {
    const { letters } = token
    for (let at = 0; at + LEAST_INSIDE <= letters.length; at += 1)
      for (let end = letters.length; end >= at + LEAST_INSIDE; end -= 1)
        if (this.around.isErased?.(letters.slice(at, end), 'name'))
          return { ...spanOf([token], at, end - at, WITHHELD), tokens: 1 }
    return null
  }

  // A long name is found inside a handle or an address that runs it together with other words.
  private within(text: string, token: Token): Span | null {
    if (this.around.isErased && isHandle(text, token)) {
      const span = this.erasedWithin(token)
      if (span) return span
    }
    for (let at = 0; at + LEAST_INSIDE <= token.letters.length; at += 1) {
      for (const length of this.inside.get(token.letters.slice(at, at + STARTS)) ?? []) {
        const entry = this.held.get(token.letters.slice(at, at + length))
        if (entry && token.letters.length >= at + length)
          return { ...spanOf([token], at, length, entry.replacement), tokens: 1 }
      }
    }
    return null
  }
}

function lettersOf(name: string): string {
  return joined(tokensOf(name))
}

function isNoNumber({ sort }: Token): boolean {
  return sort !== 'digits'
}

// A word that a line or a page broke in two.
function isCut(text: string, before: Token | undefined, token: Token): boolean {
  return /^[-‐‑‒–]\s+$/u.test(gapBefore(text, before, token))
}

// A handle, a tag or a part of an address, where words are run together.
function isHandle(text: string, token: Token): boolean {
  const ends = [text[token.start - 1] ?? '', text[token.ends.at(-1) ?? 0] ?? '']
  return ends.some((sign) => /[@#/_\p{N}]/u.test(sign))
}

const INITIALED = { sort: 'initialed', words: 2, gaps: 'comma' } as const
const INITIALS = { sort: 'initials', words: 2, gaps: 'plain' } as const

function overlap(form: string, letters: string): boolean {
  if (form.includes(letters) || letters.includes(form)) return true
  for (let size = Math.min(form.length, letters.length) - 1; size > 0; size -= 1) {
    if (letters.endsWith(form.slice(0, size)) || form.endsWith(letters.slice(0, size))) return true
  }
  return false
}

const OPAQUE = new Set<string>(opaque)

function rank({ replacement, isCurrent, sort }: Entry): number {
  return (replacement === WITHHELD ? 4 : 0) + (isCurrent ? 2 : 0) + (sort === 'full' ? 1 : 0)
}

function spanOf(
  window: Token[],
  skipped: number,
  length: number,
  replacement: string | null,
): Omit<Span, 'tokens'> {
  const first = window[0]
  const ends = window.flatMap(({ ends }) => ends)
  const last = window.at(-1)
  // An escape, or a letter that is written as two, goes whole; with initials goes their dot.
  const end = ends[Math.min(ends.length, skipped + length) - 1] ?? last?.ends.at(-1) ?? 0
  const from = skipped === 0 ? (first?.start ?? 0) : (ends[skipped - 1] ?? 0)
  return { from, end, replacement }
}

/** A text as a withholder leaves it where no name is withheld: composed, and without what nobody sees. */
export function normalText(text: string): string {
  return text.normalize('NFC').replaceAll(INVISIBLE, '')
}

// Soft hyphens and spaces of no width come with text that is pasted, and would split a word.
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g
