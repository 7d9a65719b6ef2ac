import { ErasedNames, type ErasedForm } from './erased-names'
import { WithheldNames, WITHHELD, type Person } from './withheld-names'
import { asTheyLook, lookOfSearched } from './disguises'
import { Handles } from './handles'
import { InHandles } from './in-handles'
import { joined, normalText, tokensOf, type Token } from './letters'
import { beginnings, cutIn, endings } from './name-endings'
import { commaIn, fits, gapBefore, hasGaps, withoutInitials, withoutNumbers } from './name-fits'
import { OpenWords, withDecided, withheldAt, type OpenWord } from './open-words'
import { joinedSpans, lettersBefore, spanOf, withSpans, type Span } from './spans'
import { eachText, made, type Shown, type ShownOf } from './shown'

export type Around = {
  /** Whether a word, as letters, is too common to be withheld by itself. */
  isCommon?: (letters: string) => boolean
  /** Whether letters are such a form of the name of somebody who was erased. */
  isErased?: ((letters: string, sort: ErasedForm) => boolean) | undefined
  /**
   * Whether this part of a name is to be withheld in a text, as editors decided. The text is what is
   * left of it without names (`Withholder.bare`), and all of it.
   */
  isDecided?: ((letters: string, text: { bare: string; plain: string }) => boolean) | undefined
}

/** A part of a name, too common to be withheld by itself, where it stands in a text. */
export type OpenPlace = { letters: string; start: number; end: number }

/** A text as it was read: what is withheld in it, of what an editor is asked, and what is neither. */
type Reading = { spans: Span[]; open: OpenWord[]; bare: string[] }

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
  private readonly openWords: OpenWords
  private readonly inHandles: InHandles
  private readonly isCommon: (letters: string) => boolean

  constructor(
    people: readonly Person[] | WithheldNames,
    private readonly around: Around = {},
  ) {
    this.isCommon = around.isCommon ?? (() => false)
    this.names = people instanceof WithheldNames ? people : WithheldNames.of(people, this.isCommon)
    this.erased = around.isErased ? new ErasedNames(around.isErased, this.isCommon) : null
    this.openWords = new OpenWords(this.names, this.erased)
    this.inHandles = new InHandles(this.names, this.erased, this.isCommon)
  }

  /** Whether there is nobody whose name is withheld. */
  get isEmpty(): boolean {
    return this.names.withheld.size === 0 && !this.erased
  }

  /** Whether there are parts of names that are left because they are common. */
  get hasOpenWords(): boolean {
    const { asked, signed, pairs } = this.names
    return asked.size > 0 || signed.size > 0 || pairs.size > 0 || this.erased !== null
  }

  /** A text as its reader may see it. */
  show(text: string): Shown {
    return this.shown(text, this.around.isDecided)
  }

  /** Whether a text is shown as it is. */
  shows(text: string): boolean {
    return this.show(text) === normalText(text)
  }

  /** A text that was made of parts that are shown, of each of which an editor decided by itself. */
  showMade(text: string): Shown {
    return this.shown(text, undefined)
  }

  private shown(text: string, isDecided: Around['isDecided']): Shown {
    const plain = normalText(text)
    if (this.isEmpty || plain === '') return plain as Shown
    const tokens = tokensOf(plain)
    const looks = asTheyLook(plain, tokens)
    const { bare, ...written } = this.read(plain, tokens)
    const whole = { bare: bare.join(' '), plain }
    const withheld = (reading: Pick<Reading, 'spans' | 'open'>) =>
      withDecided(reading, (letters) => isDecided?.(letters, whole) ?? false)
    const asWritten = withheld(written)
    const spans = looks ? joinedSpans(asWritten, withheld(this.read(plain, looks))) : asWritten
    return withSpans(plain, spans) as Shown
  }

  /** A value with every text in it as its reader may see it. An address that names somebody is left out. */
  showAll<T>(value: T): ShownOf<T> {
    return eachText(value, (text, name) => {
      if (name === made) return this.showMade(text)
      if (name !== 'url') return this.show(text)
      return this.shows(text) ? text : ''
    }) as ShownOf<T>
  }

  /** The parts of names that stay in a text because they are common, unless an editor decides. */
  openPlaces(text: string): OpenPlace[] {
    const plain = normalText(text)
    return this.read(plain, tokensOf(plain))
      .open.filter(({ isTitled }) => !isTitled)
      .map(({ letters, span: { from, end } }) => ({ letters, start: from, end }))
  }

  /**
   * The words of a text that name nobody, by which a decision knows it: they are the same where names
   * were taken out of it already, and where its punctuation changed.
   */
  bare(text: string): string {
    const plain = normalText(text)
    return this.read(plain, tokensOf(plain)).bare.join(' ')
  }

  /**
   * Whether a word may be a part of a withheld name, or one of it, so that what was written does not
   * say whether it is shown.
   */
  mayHide(word: string): boolean {
    if (this.isEmpty) return false
    // The names of erased people cannot be compared with a part of a word.
    if (this.erased || this.around.isDecided) return true
    const plain = normalText(word)
    const tokens = tokensOf(plain)
    const letters = joined(tokens)
    if (letters === '') return true
    return this.names.overlaps(letters) || this.names.overlaps(lookOfSearched(plain, tokens))
  }

  private read(text: string, tokens: Token[]): Reading {
    const spans: Span[] = []
    const open: OpenWord[] = []
    const bare: string[] = []
    const handles = Handles.of(text)
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at]
      if (!token) break
      const name = this.spanAt(text, tokens, at)
      const run = name ? null : (handles?.at(token) ?? null)
      const span = name ?? this.inHandles.spanIn(text, token, run)
      const word = span
        ? null
        : (this.openWords.at(text, tokens, at) ?? (run && this.inHandles.openIn(token, run)))
      if (span) spans.push(span)
      else if (word) open.push(word)
      const gone = span?.tokens ?? word?.span.tokens ?? withheldAt(text, tokens, at)
      const cut = span ?? word?.span
      if (gone === 0) bare.push(token.letters)
      // It stays a word by itself where the name behind it was taken out before.
      else if (cut && cut.from > token.start) bare.push(lettersBefore(token, cut.from))
      at += Math.max(1, gone)
    }
    return { spans, open, bare }
  }

  // The longest name that begins with a word, or that stands within it.
  private spanAt(text: string, tokens: Token[], at: number): Span | null {
    const first = tokens[at]
    if (!first) return null
    let hasSigns = false
    let best: Span | null = null
    let erasable = this.erased?.mayBe(text, first) ?? false
    let letters = ''
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
      if (count > 1 && !erasable)
        erasable = this.erased?.mayGoOn(text, tokens[at + count - 2], token) ?? false
      const found =
        this.lookUp(text, window, letters, erasable) ??
        this.lookUpWords(text, withoutNumbers(window), erasable) ??
        this.lookUpWords(text, withoutInitials(text, window), erasable)
      if (!found) continue
      // "Byron, Ada Lovelace" are two people, unless the second one is known by one word alone.
      const comma = commaIn(text, window)
      const other = comma > 0 ? this.spanAt(text, tokens, at + comma) : null
      if (other && comma + other.tokens > count) break
      best = { ...found, tokens: count }
    }
    return best
  }

  // Whether a longer name may begin with this word; a word that is cut may be the first half of one.
  private mayGoOn(text: string, first: Token, next: Token): boolean {
    if (first.letters.length === 1 || this.names.heads.has(first.letters)) return true
    const [, ...later] = beginnings(first)
    if (later.some((skipped) => this.names.heads.has(first.letters.slice(skipped)))) return true
    const gap = gapBefore(text, first, next)
    return gap === '' || /^[-‐‑‒–]/u.test(gap)
  }

  private lookUpWords(text: string, words: Token[] | null, erasable: boolean) {
    return words && this.lookUp(text, words, joined(words), erasable)
  }

  private lookUp(
    text: string,
    window: Token[],
    letters: string,
    erasable: boolean,
  ): Omit<Span, 'tokens'> | null {
    const cut = cutIn(window)
    for (const skipped of beginnings(window[0])) {
      const rest = letters.slice(skipped)
      for (const form of endings(rest, cut - skipped)) {
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
}
