import { ErasedNames, type ErasedForm } from './erased-names'
import { WithheldNames, LEAST_INSIDE, STARTS, WITHHELD, type Person } from './withheld-names'
import { joined, normalText, tokensOf, type Token } from './letters'
import { beginnings, endings } from './name-endings'
import { commaIn, fits, followsTitle, gapBefore, hasGaps } from './name-fits'
import { opaque, type Shown, type ShownOf } from './shown'

export type Around = {
  /** Whether a word, as letters, is too common to be withheld by itself. */
  isCommon?: (letters: string) => boolean
  /** Whether letters are such a form of the name of somebody who was erased. */
  isErased?: ((letters: string, sort: ErasedForm) => boolean) | undefined
  /** Whether an editor said that this part of a name, in this text, is to be withheld. */
  isDecided?: ((letters: string, text: string) => boolean) | undefined
}

/** A part of a name, too common to be withheld by itself, where it stands in a text. */
export type OpenPlace = { letters: string; start: number; end: number }

type Span = { from: number; end: number; tokens: number; replacement: string | null }

const MOST_WORDS = 6
const MOST_SIGNS = 16

/**
 * Takes the names of people who may not be named out of texts, in every spelling (`formsOf`), in
 * time that grows with the text alone: words are looked up, one to six at a time.
 *
 * Longer names go first, so that a full name is not left half; of two people of one name the
 * stricter consent holds. A word of a name that is common, or of somebody who is named too, is
 * left; `openPlaces` says where, for an editor to decide.
 */
export class Withholder {
  private readonly names: WithheldNames
  private readonly erased: ErasedNames | null
  private readonly isCommon: (letters: string) => boolean

  constructor(
    people: readonly Person[] | WithheldNames,
    private readonly around: Around = {},
  ) {
    this.isCommon = around.isCommon ?? (() => false)
    this.names = people instanceof WithheldNames ? people : WithheldNames.of(people, this.isCommon)
    this.erased = around.isErased ? new ErasedNames(around.isErased, this.isCommon) : null
  }

  /** Whether there is nobody whose name is withheld. */
  get isEmpty(): boolean {
    return this.names.withheld.size === 0 && !this.erased
  }

  /** Whether there are parts of names that are left because they are common. */
  get hasOpenWords(): boolean {
    return this.names.asked.size > 0
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
      const copy: Record<string, unknown> = { ...one }
      for (const key in copy) if (!OPAQUE.has(key)) copy[key] = walk(copy[key], key)
      return copy
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
    if (this.erased || this.around.isDecided) return true
    const letters = joined(tokensOf(normalText(word)))
    if (letters === '') return true
    return this.names.overlaps(letters)
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
      const asked = this.names.askedAt(tokens, at)
      const [token] = asked
      if (token) {
        const { start } = token
        const letters = joined(asked)
        const end = asked.at(-1)?.ends.at(-1) ?? start
        // "Ms. March" is nobody but a person.
        const isTitled = followsTitle(text, tokens[at - 1], token)
        if (!isTitled) open.push({ letters, start, end })
        if (isTitled || this.around.isDecided?.(letters, text))
          spans.push({ from: start, end, tokens: asked.length, replacement: WITHHELD })
      }
      at += Math.max(1, asked.length)
    }
    return { spans, open }
  }

  // The longest name that begins with a word, or that stands within it.
  private spanAt(text: string, tokens: Token[], at: number): Span | null {
    const first = tokens[at]
    if (!first) return null
    let hasSigns = false
    let best: Span | null = null
    let erasable = this.erased?.mayBe(text, first) ?? false
    let letters = ''
    let withoutDigits = ''
    for (let count = 1; count <= MOST_SIGNS; count += 1) {
      const token = tokens[at + count - 1]
      if (!token) break
      hasSigns ||= token.sort === 'unspaced'
      if (count > MOST_WORDS && !hasSigns) break
      if (count === 2 && !this.mayGoOn(text, first, token) && !erasable) {
        if (!this.erased?.mayBe(text, token)) break
      }
      const window = tokens.slice(at, at + count)
      letters += token.letters
      if (token.sort !== 'digits') withoutDigits += token.letters
      if (count > 1 && !erasable)
        erasable = this.erased?.mayGoOn(text, tokens[at + count - 2], token) ?? false
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
    if (first.letters.length === 1 || this.names.heads.has(first.letters)) return true
    const [, ...later] = beginnings(first)
    if (later.some((skipped) => this.names.heads.has(first.letters.slice(skipped)))) return true
    const gap = gapBefore(text, first, next)
    return gap === '' || /^[-‐‑‒–]/u.test(gap)
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
        const entry = this.names.withheld.get(form)
        // Where a case replaces the name's own ending, none of the word is left.
        const length = rest.startsWith(form) ? form.length : rest.length
        const free = this.names.free.get(form)
        // Initials that somebody is shown by are theirs as well.
        const yields = free !== undefined && (!entry?.isCurrent || entry.sort === 'initials')
        // "Xylanders" is more than one of them, and no handle of a Xylander with an S.
        const isPlural = entry?.sort === 'initialed' && this.hasPlural(window, rest)
        if (entry && !yields && !isPlural && fits(text, window, form, entry, this.isCommon))
          return spanOf(window, skipped, length, entry.replacement)
        if (free !== undefined && hasGaps(text, window, free))
          return spanOf(window, skipped, length, null)
        if (erasable && this.erased?.has(text, window, form))
          return spanOf(window, skipped, length, WITHHELD)
      }
    }
    return null
  }

  private hasPlural(window: Token[], letters: string): boolean {
    if (window.length > 1) return false
    return endings(letters)
      .slice(1)
      .some((form) => this.names.withheld.get(form)?.sort === 'part')
  }

  // A long name is found inside a handle or an address that runs it together with other words.
  private within(text: string, token: Token): Span | null {
    const erased = this.erased?.within(text, token)
    if (erased) return { ...spanOf([token], erased.at, erased.length, WITHHELD), tokens: 1 }
    for (let at = 0; at + LEAST_INSIDE <= token.letters.length; at += 1) {
      for (const length of this.names.inside.get(token.letters.slice(at, at + STARTS)) ?? []) {
        const entry = this.names.withheld.get(token.letters.slice(at, at + length))
        if (entry && token.letters.length >= at + length)
          return { ...spanOf([token], at, length, entry.replacement), tokens: 1 }
      }
    }
    return null
  }
}

function isNoNumber({ sort }: Token): boolean {
  return sort !== 'digits'
}

const OPAQUE = new Set<string>(opaque)

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
