import type { Lens } from '../schemas/words'

/** What a link of a lens would show of a record as it is now. */
export type LensCount = {
  lens: Lens
  entries: number
  /** People by how they are shown. */
  people: { named: number; initials: number; roleOnly: number }
  /** Entries by how exactly their place is told. */
  places: { exact: number; town: number }
}

/** All that a link could be of, whatever its lens: entries, and how many of them are published. */
export type LinkableCount = { all: number; published: number }

/** The same in a sentence or three. */
export function lensInWords(of: LinkableCount, count: LensCount): string {
  return [entriesInWords(of, count.entries), peopleInWords(count), placesInWords(count)]
    .filter(Boolean)
    .join(' ')
}

/** A sentence for each lens. */
export function lensesInWords({
  of,
  lenses,
}: {
  of: LinkableCount
  lenses: LensCount[]
}): Partial<Record<Lens, string>> {
  return Object.fromEntries(lenses.map((count) => [count.lens, lensInWords(of, count)]))
}

function entriesInWords({ all, published }: LinkableCount, shown: number): string {
  const unpublished = all - published
  const left = published - shown
  const more = [
    ...(unpublished > 0 ? [`${unpublished} ${is(unpublished)} not published yet`] : []),
    ...(left > 0 ? [`${left} ${is(left)} left out by kind`] : []),
  ]
  const first =
    shown === 0
      ? 'Shows no entries'
      : shown === all
        ? `Shows ${all === 1 ? 'the one entry' : `all ${number(all)} entries`}`
        : `Shows ${number(shown)} of ${number(all)} entries`
  return `${[first, ...more].join('; ')}.`
}

function peopleInWords({ entries, people: { named, initials, roleOnly } }: LensCount): string {
  if (entries === 0) return ''
  const others = [
    ...(initials > 0 ? [`${number(initials)} by initials`] : []),
    ...(roleOnly > 0 ? [`${number(roleOnly)} by role only`] : []),
  ]
  const first = named > 0 ? `Names ${people(named)}` : 'Names nobody'
  return `${[first, ...others].join(', ')}.`
}

function placesInWords({ entries, places: { exact, town } }: LensCount): string {
  if (entries === 0) return ''
  if (exact > 0 && town > 0)
    return `Shows ${places(exact)} in full, and ${number(town)} by town only.`
  if (exact > 0) return `Shows ${places(exact)} in full.`
  return town > 0 ? `Shows ${places(town)}, by town only.` : 'Shows no places.'
}

const number = (count: number) => count.toLocaleString('en')
const is = (count: number) => (count === 1 ? 'is' : 'are')
const people = (count: number) => (count === 1 ? '1 person' : `${number(count)} people`)
const places = (count: number) => (count === 1 ? '1 place' : `${number(count)} places`)
