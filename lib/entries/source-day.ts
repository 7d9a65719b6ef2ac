import { isExact } from '../dates/words'

/**
 * The day of the first source that an entry's form names and whose day is known: what "Thursday"
 * is counted from.
 *
 * @param cited by the beginning of a row's names (`citations.0`), what is known of its source
 * @param days by the same, the ISO day on which it was published
 */
export function firstSourceDay(
  cited: Record<string, string>,
  days: Record<string, string>,
): string | null {
  const rows = Object.keys(cited).sort((a, b) => rowNumber(a) - rowNumber(b))
  for (const row of rows) {
    const day = days[cited[row] ?? '']
    if (day) return day
  }
  return null
}

function rowNumber(row: string): number {
  return Number(row.slice(row.lastIndexOf('.') + 1))
}

/** The days on which sources were published, by their ids, of those that are known to the day. */
export function sourceDays(
  sources: readonly { id: string; published: string }[],
): Record<string, string> {
  const known = sources.filter(({ published }) => isExact(published))
  return Object.fromEntries(known.map(({ id, published }) => [id, published]))
}
