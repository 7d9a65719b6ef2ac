import type { DayOrder } from '../dates/context'
import { textOf } from './cells'
import type { Mapping } from './mapping'
import type { Table } from './table'

const NUMBERS = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{2}|\d{4})(?!\d)/g

/** What the dates of a table say of the order of day and month. */
export type OrderInFile =
  | { decided: DayOrder | null }
  /** Nothing in the file decides it; the example has to be asked about. */
  | { decided: 'ask'; example: string }

/**
 * Looks in the columns of dates for one that can be read in one order alone, such as 26/5/2020.
 *
 * @returns null where no date depends on the order.
 */
export function orderIn(table: Table, mapping: Mapping): OrderInFile {
  const dates = Object.entries(mapping.columns)
    .filter(([, { to }]) => to === 'date' || to === 'endDate')
    .map(([column]) => table.columns.indexOf(column))
  let example: string | null = null
  const seen = new Set<DayOrder>()
  for (const { cells } of table.rows)
    for (const index of dates)
      for (const [text, first, second] of textOf(cells[index] ?? '').matchAll(NUMBERS)) {
        if (Number(first) > 12) seen.add('dmy')
        else if (Number(second) > 12) seen.add('mdy')
        else if (first !== second) example ??= text
      }
  const [only] = seen
  if (seen.size === 1 && only) return { decided: only }
  return example === null ? { decided: null } : { decided: 'ask', example }
}
