import type { ErasedNames } from './erased-names'
import { isCued, type InRun } from './handles'
import type { Token } from './letters'
import type { OpenWord } from './open-words'
import { spanOf, type Span } from './spans'
import { LEAST_INSIDE, STARTS, WITHHELD, type WithheldNames } from './withheld-names'

/** What stands where a name stood; null where an editor is asked of it, and undefined where there is none. */
type Replacement = string | null | undefined

/** Where a name stands among the letters of a word. */
type Found = { at: number; letters: string; replacement: string | null }

type Stretch = { at: number; end: number; letters: string }

const FEWEST = 3
/** Longer runs are no words of people: keys and ids. */
const MOST = 60
/** A name of as many letters is nobody else's where it is all there is, or stands beside a word that is said of people. */
const CLEAR = 4
/** And of as many, wherever it stands. */
const CLEAR_AMONG = 6

const TWO_LETTERS = new Set(
  'an as at be by do go he if im in is it me my no of on or so to up us we'.split(' '),
)

/**
 * Names in words that run several together, as handles, tags and addresses do: `#justiceforgrace`,
 * `@jlee`. What stands between common words, or is all there is, and can be read in no other way is
 * withheld; of what is short or may be other words an editor is asked.
 */
export class InHandles {
  constructor(
    private readonly names: WithheldNames,
    private readonly erased: ErasedNames | null,
    private readonly isCommon: (letters: string) => boolean,
  ) {}

  /** The name that is withheld within a word, of which the whole is none. */
  spanIn(text: string, token: Token, run: InRun | null): Span | null {
    return this.long(text, token) ?? (run && this.shorter(token, run))
  }

  /** The name of which an editor is asked within a word, or which the word is. */
  openIn(token: Token, run: InRun): OpenWord | null {
    const found = this.find(token, run)
    if (found?.replacement !== null) return null
    const { at, letters } = found
    const span = { ...spanOf([token], at, letters.length, WITHHELD), tokens: 1 }
    return { letters, span, isTitled: false }
  }

  private shorter(token: Token, run: InRun): Span | null {
    const found = this.find(token, run)
    if (!found || found.replacement === null) return null
    const { at, letters, replacement } = found
    return { ...spanOf([token], at, letters.length, replacement), tokens: 1 }
  }

  // A long name is found inside a word wherever it stands.
  private long(text: string, token: Token): Span | null {
    if (token.letters.length <= LEAST_INSIDE) return null
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

  private find({ letters }: Token, run: InRun): Found | null {
    if (letters.length < FEWEST || letters.length > MOST || !/^\p{L}+$/u.test(letters)) return null
    // Most words of headlines in addresses.
    if (run.kind === 'slug' && !run.isCued && letters.length <= CLEAR_AMONG) return null
    const { before, after } = this.readable(letters)
    const isWords = before[letters.length] ?? false
    const whole = this.whole(letters, run, isWords)
    if (whole !== undefined) return { at: 0, letters, replacement: whole }
    if (this.isCommon(letters)) return null
    let asked: Found | null = null
    for (const stretch of stretches(letters)) {
      const isClear = before[stretch.at] === true && after[stretch.end] === true
      const replacement = isClear
        ? this.between(letters, stretch, run, isWords)
        : this.amid(stretch, run, isWords)
      if (replacement === undefined || this.isFree(letters, stretch)) continue
      const found = { at: stretch.at, letters: stretch.letters, replacement }
      if (replacement !== null) return found
      if (run.kind !== 'host') asked ??= found
    }
    return asked
  }

  /** What stands for a word that is a name as a whole. */
  private whole(letters: string, { kind, isCued, isHump }: InRun, isWords: boolean): Replacement {
    if (kind === 'host' || (kind === 'slug' && !isCued)) return undefined
    if (this.isAsked(letters)) return null
    const pair = isHump ? undefined : this.pairOf(letters)
    if (pair === undefined) return undefined
    if (pair !== null && letters.length >= CLEAR && !isWords) return pair
    return kind === 'handle' || pair === null ? null : undefined
  }

  /** What stands for a name between common words, or at the end of one. */
  private between(
    word: string,
    { at, end, letters }: Stretch,
    { kind, isHump }: InRun,
    isWords: boolean,
  ): Replacement {
    const known = this.nameOf(letters)
    if (known?.sort === 'full') return isWords ? null : known.replacement
    // Words that are told apart already are not run together.
    if (isHump || kind === 'slug') return undefined
    const cued = isCued(word.slice(0, at), word.slice(end))
    const isOpen = kind === 'handle' || kind === 'tag'
    if (this.isAsked(letters)) return isOpen || cued ? null : undefined
    if (isWords) return undefined
    if (known) {
      const isLong = letters.length >= CLEAR_AMONG || (cued && letters.length >= CLEAR)
      return isLong ? known.replacement : isOpen || letters.length >= CLEAR ? null : undefined
    }
    const pair = letters.length < CLEAR || !(isOpen || cued) ? undefined : this.pairOf(letters)
    return pair && letters.length < CLEAR_AMONG ? null : pair
  }

  /** Among letters that are no common words. */
  private amid({ letters }: Stretch, { kind, isHump }: InRun, isWords: boolean): Replacement {
    if (isHump || isWords || kind === 'host' || kind === 'slug' || letters.length < CLEAR_AMONG)
      return undefined
    return this.nameOf(letters) ? null : undefined
  }

  private nameOf(letters: string): { sort: string; replacement: string } | null {
    const entry = this.names.withheld.get(letters)
    if (entry?.sort === 'full' || entry?.sort === 'part') return entry
    return this.erased?.isFull(letters) ? { sort: 'part', replacement: WITHHELD } : null
  }

  /** What stands for a shortened name of two words; null where it may be somebody's who is named. */
  private pairOf(letters: string): Replacement {
    const pair = this.names.pairs.of(letters)
    return pair === undefined && this.erased?.isInitialed(letters) ? WITHHELD : pair
  }

  private isAsked(letters: string): boolean {
    return this.names.asked.has(letters) || (this.erased?.isAsked(letters) ?? false)
  }

  /** Whether letters belong to the name of somebody who is named. */
  private isFree(letters: string, { at, end }: Stretch): boolean {
    for (let from = at; from >= 0; from -= 1)
      for (let to = letters.length; to >= end; to -= 1)
        if (this.names.free.has(letters.slice(from, to))) return true
    return false
  }

  /** Whether what stands before and after each place can be read as common words. */
  private readable(letters: string): { before: boolean[]; after: boolean[] } {
    const size = letters.length
    const before = [true]
    const after: boolean[] = []
    after[size] = true
    for (let at = 1; at <= size; at += 1)
      before[at] = before.some(
        (is, from) => is && from < at && this.isWord(letters.slice(from, at)),
      )
    for (let at = size - 1; at >= 0; at -= 1)
      after[at] = after.some((is, to) => is && to > at && this.isWord(letters.slice(at, to)))
    return { before, after }
  }

  private isWord(letters: string): boolean {
    return letters.length < FEWEST ? TWO_LETTERS.has(letters) : this.isCommon(letters)
  }
}

/** Every stretch of letters, the longest first, without the whole. */
function* stretches(letters: string): Generator<Stretch, void> {
  for (let size = letters.length - 1; size >= FEWEST; size -= 1)
    for (let at = 0; at + size <= letters.length; at += 1)
      yield { at, end: at + size, letters: letters.slice(at, at + size) }
}
