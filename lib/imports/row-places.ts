import { readPair } from '../places'
import { textOf } from './cells'
import { listed, placeOfHyphens, type Found } from './row-cells'

/** The place of a row, and the others that it names. */
export type RowPlaces = { main: string; others: string[] }

/**
 * Puts the columns of a place together. One column with several places is a place and others. Several columns
 * are parts of one place, or each a list of parts as long as the others': "100 Main; 200 Oak" beside
 * "Toledo; Akron". A last column with one part, such as the state, belongs to all of them.
 */
export function placesOf(cells: readonly Found[]): RowPlaces {
  const columns = cells
    .map(({ cell, rule }) =>
      listed(cell, rule).map((text) => (rule.hyphens ? placeOfHyphens(text) : text)),
    )
    .filter((parts) => parts.length > 0)
  const count = Math.max(0, ...columns.map(({ length }) => length))
  const lists = columns.findLastIndex(({ length }) => length > 1) + 1
  const even = columns.every(({ length }, at) => length === count || (length === 1 && at >= lists))
  // Which part belongs to which is not known: all of them stand in one text.
  if (!even) return { main: columns.map((parts) => parts.join('; ')).join(', '), others: [] }
  const places = Array.from({ length: count }, (_, at) =>
    columns.map((parts) => (parts.length === 1 ? parts[0] : parts[at])).join(', '),
  )
  const [main = '', ...others] = new Set(places)
  return { main, others: [...others] }
}

/** The coordinates of the first of several places, where a cell has a pair for each of them. */
export function firstPair(cells: readonly Found[], places: RowPlaces): string | null {
  const [only, ...more] = cells
  if (!only || more.length > 0 || places.others.length === 0) return null
  const pairs = textOf(only.cell, ';').split(';')
  const all = pairs.length === places.others.length + 1 && pairs.every((pair) => readPair(pair))
  return all ? (pairs[0]?.trim() ?? null) : null
}
