const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Shorter words are too near to one another: "war" is one letter from "was", "law" and "far". */
export const SHORTEST_FORGIVEN = 4
const LONGEST_FORGIVEN = 32

/**
 * Every word that one typing error leads to or from: a letter left out, put in, changed, or two
 * that changed places. Changed and added letters are those of the English alphabet, digits, and
 * the word's own.
 */
export function oneErrorFrom(word: string): string[] {
  const letters = [...word]
  if (letters.length < SHORTEST_FORGIVEN || letters.length > LONGEST_FORGIVEN) return []
  const found = new Set<string>()
  const alphabet = [...new Set([...ALPHABET, ...letters])]
  for (let at = 0; at <= letters.length; at += 1) {
    const before = letters.slice(0, at).join('')
    const after = letters.slice(at).join('')
    const rest = letters.slice(at + 1).join('')
    const [here, next] = [letters[at], letters[at + 1]]
    for (const letter of alphabet) found.add(before + letter + after)
    if (here === undefined) continue
    found.add(before + rest)
    for (const letter of alphabet) found.add(before + letter + rest)
    if (next !== undefined) found.add(before + next + here + letters.slice(at + 2).join(''))
  }
  found.delete(word)
  return [...found]
}

/**
 * Counts the typing errors between two words: letters left out, put in, changed, and neighbours
 * that changed places (optimal string alignment).
 *
 * @param begins counts only up to where `word` may end inside `other`, for words still being typed
 */
export function errorsBetween(word: string, other: string, begins = false): number {
  const a = [...word]
  const b = [...other]
  let older: number[] = []
  let old = b.map((_, index) => index)
  old.push(b.length)
  for (const [i, letter] of a.entries()) {
    const row = [i + 1]
    for (let j = 1; j <= b.length; j += 1) {
      const same = letter === b[j - 1]
      let least = Math.min(
        (old[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (old[j - 1] ?? 0) + (same ? 0 : 1),
      )
      if (i > 0 && j > 1 && letter === b[j - 2] && a[i - 1] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1)
      row.push(least)
    }
    older = old
    old = row
  }
  return begins ? Math.min(...old) : (old[b.length] ?? 0)
}

/** How many typing errors a word of this length may have and still be recognized. */
export function errorsForgiven(word: string): number {
  const { length } = [...word]
  if (length < SHORTEST_FORGIVEN) return 0
  return length < 8 ? 1 : 2
}
