import { MONTHS, WEEKDAYS } from './names'

const NAMES = [...MONTHS, ...WEEKDAYS, 'Quarter'].map((name) => name.toLowerCase())
/** Words that are one letter from a month's name and mean something else. */
const OTHER_WORDS = new Set(['match', 'marsh', 'macho', 'mayor', 'junes', 'marcha', 'marche'])

/** A tidy text with the names of months and weekdays spelled right, and a sentence about each that was not. */
export function spelledRight(text: string): { text: string; warnings: string[] } {
  const warnings: string[] = []
  const corrected = text.replace(/[a-z]{5,}/g, (word) => {
    const name = nameLike(word)
    if (!name) return word
    const shown = name[0]?.toUpperCase() + name.slice(1)
    warnings.push(`“${word}” was read as ${shown}.`)
    return name
  })
  return { text: corrected, warnings }
}

/** The one name that a word misses by a letter left out, added, changed, or two letters exchanged. */
function nameLike(word: string): string | null {
  if (word === 'wensday') return 'wednesday'
  if (NAMES.includes(word) || OTHER_WORDS.has(word)) return null
  const near = NAMES.filter((name) => name[0] === word[0] && isOneSlipAway(word, name))
  return near.length === 1 ? (near[0] ?? null) : null
}

function isOneSlipAway(word: string, name: string): boolean {
  if (name.length < 4 || Math.abs(word.length - name.length) > 1) return false
  let at = 0
  while (at < word.length && word[at] === name[at]) at += 1
  const rest = (text: string, skip: number) => text.slice(at + skip)
  const swapped = word[at] === name[at + 1] && word[at + 1] === name[at]
  return (
    rest(word, 1) === rest(name, 1) ||
    rest(word, 1) === rest(name, 0) ||
    rest(word, 0) === rest(name, 1) ||
    (swapped && rest(word, 2) === rest(name, 2))
  )
}
