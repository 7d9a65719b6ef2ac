import { foldWord, wordsIn } from '../search/fold'

/** What two entries are compared by; days are ISO days. */
export type Comparable = {
  kind: string
  title: string
  place: string
  firstDay: string
  lastDay: string
}

/** How many days apart two entries may be and still be one that was logged twice. */
export const DAYS_NEAR = 7

/** The tick box that says that an entry is not one that it looks like. */
export const ANOTHER = '_another'

/** The button that saves an entry as a draft, to be merged into the one whose id it sends. */
export const MERGE_INTO = '_into'

const LIKE = 0.5
const VERY_LIKE = 0.8
const DAY_MS = 86_400_000

/**
 * How much an entry looks like another one, from 0 (not at all) to 1: near in time, and with a like
 * title, or of the same kind at the same place on the same days. Elsewhere the title must be nearly
 * the same.
 */
export function likeness(one: Comparable, other: Comparable): number {
  const days = daysApart(one, other)
  if (days > DAYS_NEAR) return 0
  const title = likeTitles(one.title, other.title)
  const place = samePlace(one.place, other.place)
  const needed = place === false ? VERY_LIKE : LIKE
  if (title >= needed) return (title + (place ? 1 : 0.5)) / 2 - days / 100
  return place && days === 0 && one.kind === other.kind ? 0.5 : 0
}

/** How like two titles are by their words' pairs of letters (Dice), from 0 to 1; word order does not count. */
export function likeTitles(one: string, other: string): number {
  const a = pairs(one)
  const b = pairs(other)
  if (a.size === 0 || b.size === 0) return 0
  let both = 0
  let all = 0
  for (const [pair, count] of a) {
    both += 2 * Math.min(count, b.get(pair) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return both / all
}

// Three letters at a time, so that words that share a few letters by chance do not look alike.
function pairs(title: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const { word } of wordsIn(title)) {
    const padded = ` ${foldWord(word)} `
    for (let at = 0; at + 2 < padded.length; at += 1) {
      const pair = padded.slice(at, at + 3)
      found.set(pair, (found.get(pair) ?? 0) + 1)
    }
  }
  return found
}

/** Whether two places are one, as far as their words say; null where one of them says nothing. */
export function samePlace(one: string, other: string): boolean | null {
  const [a, b] = [one, other].map((place) =>
    [...wordsIn(place)].map(({ word }) => foldWord(word)).join(' '),
  )
  if (!a || !b) return null
  return a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)
}

function daysApart(one: Comparable, other: Comparable): number {
  const gap = (later: string, earlier: string) =>
    Math.round((Date.parse(later) - Date.parse(earlier)) / DAY_MS)
  return Math.max(0, gap(one.firstDay, other.lastDay), gap(other.firstDay, one.lastDay))
}
