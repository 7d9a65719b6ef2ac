import { likeTitles } from '../entries/alike'
import { foldWord, wordsIn } from '../search/fold'

const LIKE = 0.5

/**
 * The known name that typed words most likely mean, where they are no name that is known: a typing
 * error, a missing word, other marks or case. Null where they are known, or like nothing.
 */
export function didYouMean<Known extends { name: string; otherNames?: string[] }>(
  typed: string,
  known: readonly Known[],
): Known | null {
  const words = folded(typed)
  if (words.length < 2) return null
  let best: { one: Known; like: number } | null = null
  for (const one of known) {
    for (const name of [one.name, ...(one.otherNames ?? [])]) {
      if (name.trim().toLowerCase() === typed.trim().toLowerCase()) return null
      const like = folded(name) === words ? 1 : likeness(words, folded(name))
      if (like >= LIKE && like > (best?.like ?? 0)) best = { one, like }
    }
  }
  return best?.one ?? null
}

// Short names have few letters in threes, so that one wrong letter would make them unlike.
function likeness(one: string, other: string): number {
  const length = Math.max(one.length, other.length)
  const wrong = editsBetween(one, other)
  // Few mistype the first letter: “King” is not “Ring”.
  const begun = length > 6 || one[0] === other[0]
  const close = begun && wrong <= (length < 4 ? 0 : length < 9 ? 1 : 2) ? 1 - wrong / length : 0
  return Math.max(close, one.length < 9 ? 0 : likeTitles(one, other))
}

function folded(text: string): string {
  return [...wordsIn(text)].map(({ word }) => foldWord(word)).join(' ')
}

/** How many letters must be put in, left out, changed or swapped with the next one. */
function editsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(
        Math.min(
          (rows[i - 1]?.[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (rows[i - 1]?.[j - 1] ?? 0) + same,
          swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    rows.push(row)
  }
  return rows[one.length]?.[other.length] ?? 0
}
