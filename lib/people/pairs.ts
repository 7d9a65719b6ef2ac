import { partsOf } from './name-forms'

/** A first name with one letter more is another first name too often, where it has fewer letters. */
const CLEAR = 6

/**
 * What is shortened to its first letters beside a word of a name, what stands for the name (null for somebody
 * who is named), and whether the word beside is the first name.
 */
type Pair = { first: string; replacement: string | null; isGiven: boolean }

/**
 * Names as handles shorten them: a surname with the first letters of the first name before or behind
 * it, or a first name with the first letters of the surname (`jlee`, `leej`, `jenlee`, `jenniferl`).
 */
export class Pairs {
  private readonly byWord = new Map<string, Pair[]>()

  /** @param replacement null where they are named */
  add(name: string, replacement: string | null): void {
    const words = partsOf(name)
    words.forEach((first, at) => {
      for (const last of words.slice(at + 1)) {
        this.keep(last, { first, replacement, isGiven: false })
        this.keep(first, { first: last, replacement, isGiven: true })
      }
    })
  }

  get size(): number {
    return this.byWord.size
  }

  /** What stands for whoever these letters are; null where they may be somebody else; undefined where nobody. */
  of(letters: string): string | null | undefined {
    let found: string | undefined
    let isUnclear = false
    for (let at = 1; at < letters.length; at += 1) {
      const [before, after] = [letters.slice(0, at), letters.slice(at)]
      for (const [word, rest] of [
        [after, before],
        [before, after],
      ] as const) {
        for (const { first, replacement, isGiven } of this.byWord.get(word) ?? []) {
          if (!first.startsWith(rest) || first === rest) continue
          // "Anna" is Ann A. least often.
          if (replacement === null || (isGiven && letters.length < CLEAR)) isUnclear = true
          if (replacement !== null) found = replacement
        }
      }
    }
    return found !== undefined && isUnclear ? null : found
  }

  private keep(word: string, pair: Pair): void {
    if (word.length < 2) return
    const known = this.byWord.get(word)
    if (known) known.push(pair)
    else this.byWord.set(word, [pair])
  }
}
