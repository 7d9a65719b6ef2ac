import { entryFieldList } from '../entries/fields/index'
import type { LinkedEntry } from '../shares/record'
import { writeCsv } from './csv'
import { writerOf, type Format } from './download'

type Column = readonly [string, (entry: LinkedEntry) => string]

/** The columns of a table of entries; what only some records have is left out where it is known that no entry has it. */
export function entryColumns(entries: Iterable<LinkedEntry> | undefined): Column[] {
  const all = entryFieldList()
  const sought = new Set<Column>(all.flatMap(([, { csv, csvIfAny }]) => (csvIfAny ? csv : [])))
  for (const entry of entries ?? []) {
    if (sought.size === 0) break
    for (const column of sought) if (column[1](entry) !== '') sought.delete(column)
  }
  const fields = all.flatMap(([, { csv }]) => csv.filter((one) => !entries || !sought.has(one)))
  return [['id', ({ id }) => id], ...fields, ['updated', ({ updatedAt }) => updatedAt]]
}

/** Entries as a table, one a row; several values of one cell are written by `listCell`. Dates are EDTF. */
export const entriesFormat: Format = {
  type: 'text/csv; charset=utf-8',
  missing: [
    'demands',
    'claims',
    'passages',
    'quoteSources',
    'inquiries',
    'details',
    'relations',
    'pictures',
    'checks',
  ],
  pieces: (_head, _origin, entries) => {
    const columns = entryColumns(entries)
    return {
      open: writeCsv([columns.map(([name]) => name)]),
      entry: (entry) => writeCsv([columns.map(([, value]) => value(entry))]),
      between: '',
      close: '',
    }
  },
}
export const entriesCsv = writerOf(entriesFormat)
