import { checkRow, type CheckedRow } from './check-rows'
import type { Mapping } from './mapping'
import { planFor } from './plan'
import { propose } from './propose'
import { readTable } from './read-table'

export const HABITS = { today: '2026-03-01' }
export const tableOf = (text: string) => readTable(new TextEncoder().encode(text), 'UTC').table

/** Checks the rows of a text as a mapping says, or as one is proposed. */
export function check(text: string, given?: Partial<Mapping>): CheckedRow[] {
  const table = tableOf(text)
  const mapping = given ? { columns: {}, constants: {}, ...given } : propose(table, HABITS).mapping
  const plan = planFor(table, mapping, HABITS, 'sheet.csv')
  return table.rows.map((row) => checkRow(row, table, plan))
}

export function good(row: CheckedRow | undefined) {
  if (row?.state !== 'good') throw new Error(JSON.stringify(row))
  return row
}
