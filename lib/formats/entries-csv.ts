import { entryFieldList } from '../entries/fields/index'
import type { LinkedEntry } from '../shares/record'
import { writeCsv } from './csv'
import { writerOf, type Format } from './download'

type Column = readonly [string, (entry: LinkedEntry) => string]

/** The columns of a table of entries; what only some records have is left out where it is known that no entry has it. */
export function entryColumns(entries: readonly LinkedEntry[] | undefined): Column[] {
  const fields = entryFieldList().flatMap(([, { csv, csvIfAny }]) =>
    csv.filter(
      ([, value]) => !csvIfAny || !entries || entries.some((entry) => value(entry) !== ''),
    ),
  )
  return [['id', ({ id }) => id], ...fields, ['updated', ({ updatedAt }) => updatedAt]]
}

/** Entries as a table, one a row; several values of one cell are parted by "; ". Dates are EDTF. */
export const entriesFormat: Format = {
  type: 'text/csv; charset=utf-8',
  missing: ['demands', 'claims', 'passages', 'inquiries', 'details', 'relations', 'pictures'],
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
