import type { Consent } from '../schemas/words'
import { initials } from './consent'
import { joined, tokensOf } from './letters'
import { formsOf, type NameForm } from './name-forms'
import { Pairs } from './pairs'

/** What stands in a text where a name that may not be shown stood. */
export const WITHHELD = '[name withheld]'

/** Somebody of the record: how they are shown to the readers in question, and what they were called. */
export type Person = {
  names: readonly string[]
  /** What they were called once and are no longer; never shown, however the person is. */
  former?: readonly string[]
  consent: Consent
}

/** A form of a name that is withheld, and what stands in its place. */
type Entry = Omit<NameForm, 'letters' | 'head'> & { replacement: string; isCurrent: boolean }

/** Fewer letters are no part of a name by themselves. */
export const LEAST_ALONE = 3
const STEPS_AT_ONCE = 100
/** The shortest name that is looked for within a word, and by how many of its first letters. */
export const LEAST_INSIDE = 8
export const STARTS = 4

/** Letters that are nobody's initials, whoever has them: with dots, as in “U.S.”, and in capitals. */
const ABBREVIATIONS = {
  dotted: new Set(
    'us un uk dc la ny sf eu am pm eg ie jd md bc ad ps ok po da vp ot id tv pr hr it'.split(' '),
  ),
  capitals: new Set(
    'aws cbp fbi cia dhs nsa nlrb uaw cwa afl cio seiu bbc cnn nbc abc cbs nyc usa ai ceo cfo cto faq pdf url api ngo llc inc ltd'.split(
      ' ',
    ),
  ),
}

/** Which forms of names are withheld, which are shown, and of which an editor is asked, as letters. */
export class WithheldNames {
  readonly withheld = new Map<string, Entry>()
  readonly free = new Map<string, NameForm['gaps']>()
  readonly asked = new Set<string>()
  /** Initials as they may stand without dots, of which an editor is asked too. */
  readonly signed = new Set<string>()
  readonly heads = new Set<string>()
  readonly inside = new Map<string, Set<number>>()
  readonly pairs = new Pairs()

  private constructor(private readonly isCommon: (letters: string) => boolean) {}

  static of(people: readonly Person[], isCommon: (letters: string) => boolean): WithheldNames {
    const made = new WithheldNames(isCommon)
    for (const step of made.read(people)) void step
    return made
  }

  /** The same for any number of people: after each few of them, others may go on. */
  static async inTurns(
    people: readonly Person[],
    isCommon: (letters: string) => boolean,
    letOthersGoOn: () => Promise<void>,
  ): Promise<WithheldNames> {
    const made = new WithheldNames(isCommon)
    let steps = 0
    for (const step of made.read(people)) {
      void step
      steps += 1
      if (steps % STEPS_AT_ONCE === 0) await letOthersGoOn()
    }
    return made
  }

  private *read(people: readonly Person[]): Generator<void, void> {
    const ambiguous = new Set<string>()
    // Of two people of one name the stricter consent holds, for each word of the name too.
    const stricter = new Set<string>()
    for (const { names, consent } of people) {
      if (consent !== 'named') for (const name of names) stricter.add(lettersOf(name))
      yield
    }
    for (const { names, consent } of people) {
      if (consent !== 'named') continue
      for (const form of names.filter((name) => !stricter.has(lettersOf(name))).flatMap(formsOf)) {
        if (form.sort === 'full') this.setFree(form)
        ambiguous.add(form.letters)
      }
      for (const name of names) if (!stricter.has(lettersOf(name))) this.pairs.add(name, null)
      yield
    }
    for (const { names, former = [], consent } of people) {
      if (consent !== 'named')
        for (const name of names) {
          const short = consent === 'initials' ? initials(name) : WITHHELD
          this.add(formsOf(name), { replacement: short, isCurrent: true }, ambiguous)
          this.pairs.add(name, short)
        }
      for (const name of former) {
        this.add(formsOf(name), { replacement: WITHHELD, isCurrent: false }, ambiguous)
        this.pairs.add(name, WITHHELD)
      }
      yield
    }
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
      if (sort === 'initials' && replacement === WITHHELD) this.signed.add(letters)
      // Who is shown by initials is shown by them: they are no secret.
      if (sort === 'initials' && replacement !== WITHHELD) {
        this.setFree(form)
        continue
      }
      const entry = { replacement, sort, words, gaps, isCurrent }
      const known = this.withheld.get(letters)
      if (!known || rank(known) < rank(entry)) this.withheld.set(letters, entry)
      this.heads.add(form.head)
      if ((full || sort === 'part') && letters.length >= LEAST_INSIDE) {
        const start = letters.slice(0, STARTS)
        this.inside.set(start, (this.inside.get(start) ?? new Set()).add(letters.length))
      }
    }
  }

  /** Whether letters are a part of a name that is withheld, or begin or end in one. */
  overlaps(letters: string): boolean {
    for (const form of this.withheld.keys()) if (overlap(form, letters)) return true
    return false
  }

  private setFree(form: NameForm): void {
    this.free.set(form.letters, form.gaps)
    this.heads.add(form.head)
  }

  /** Whether a form of a name is too common to be withheld by itself, or, in capitals, to be asked about. */
  isTooCommon(letters: string, sort: NameForm['sort'] | 'capitals'): boolean {
    if (sort === 'initialed') return false
    const isDotted = letters.length < 2 || ABBREVIATIONS.dotted.has(letters)
    if (sort === 'initials') return isDotted
    if (sort === 'capitals')
      return isDotted || ABBREVIATIONS.capitals.has(letters) || this.isCommon(letters)
    return [...letters].length < LEAST_ALONE || this.isCommon(letters)
  }
}

function rank({ replacement, isCurrent, sort }: Entry): number {
  return (replacement === WITHHELD ? 4 : 0) + (isCurrent ? 2 : 0) + (sort === 'full' ? 1 : 0)
}

function lettersOf(name: string): string {
  return joined(tokensOf(name))
}

function overlap(form: string, letters: string): boolean {
  if (form.includes(letters) || letters.includes(form)) return true
  for (let size = Math.min(form.length, letters.length) - 1; size > 0; size -= 1) {
    if (letters.endsWith(form.slice(0, size)) || form.endsWith(letters.slice(0, size))) return true
  }
  return false
}
