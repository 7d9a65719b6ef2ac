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
  const [a, b] = [takenApart(one), takenApart(other)]
  const days = Math.max(0, a.first - b.last, b.first - a.last)
  if (days > DAYS_NEAR) return 0
  const title = shareOf(a.title, b.title)
  const isSameKind = days === 0 && one.kind === other.kind
  if (title < LIKE && !isSameKind) return 0
  const place = isWithin(a.place, b.place)
  const needed = place === false ? VERY_LIKE : LIKE
  if (title >= needed) return (title + (place ? 1 : 0.5)) / 2 - days / 100
  return place && isSameKind ? 0.5 : 0
}

type Apart = { title: Float64Array; place: string; first: number; last: number }

// One entry is compared with all rows of a file: what it is compared by is made once, while it is held.
const apart = new WeakMap<Comparable, Apart>()

function takenApart(one: Comparable): Apart {
  const known = apart.get(one)
  if (known) return known
  const day = (text: string) => Math.round(Date.parse(text) / DAY_MS)
  const made = {
    ...{ title: triplesIn(one.title), place: placeWords(one.place) },
    ...{ first: day(one.firstDay), last: day(one.lastDay) },
  }
  apart.set(one, made)
  return made
}

/** How like two titles are by their words' triples of letters (Dice), from 0 to 1; word order does not count. */
export function likeTitles(one: string, other: string): number {
  return shareOf(triplesIn(one), triplesIn(other))
}

function shareOf(a: Float64Array, b: Float64Array): number {
  const all = a.length + b.length
  if (all === 0) return 0
  let both = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x = 0, y = 0] = [a[i], b[j]]
    if (x === y) both += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return (2 * both) / all
}

// Three letters at a time, so that words that share a few letters by chance do not look alike; in order,
// each as a number, since many titles are held at once.
function triplesIn(title: string): Float64Array {
  const found: number[] = []
  for (const { word } of wordsIn(title)) {
    const padded = ` ${foldWord(word)} `
    for (let at = 0; at + 2 < padded.length; at += 1)
      found.push(
        (padded.charCodeAt(at) * 65_536 + padded.charCodeAt(at + 1)) * 65_536 +
          padded.charCodeAt(at + 2),
      )
  }
  return Float64Array.from(found).sort()
}

/** Whether two places are one, as far as their words say; null where one of them says nothing. */
export function samePlace(one: string, other: string): boolean | null {
  return isWithin(placeWords(one), placeWords(other))
}

function placeWords(place: string): string {
  return [...wordsIn(place)].map(({ word }) => foldWord(word)).join(' ')
}

function isWithin(a: string, b: string): boolean | null {
  if (!a || !b) return null
  return a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)
}
