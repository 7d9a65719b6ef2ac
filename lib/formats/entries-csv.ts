import { entryFieldList } from '../entries/fields/index'
import type { SharedEntry, SharedRecord } from '../shares/record'
import { writeCsv } from './csv'
import { lossOf, type Download } from './download'

type Column = readonly [string, (entry: SharedEntry) => string]

/** The table's columns; what only some records have is left out where no entry has it. */
function columnsOf(entries: SharedEntry[]): Column[] {
  const fields = entryFieldList().flatMap(([, { csv, csvIfAny }]) =>
    csv.filter(([, value]) => !csvIfAny || entries.some((entry) => value(entry) !== '')),
  )
  return [['id', ({ id }) => id], ...fields, ['updated', ({ updatedAt }) => updatedAt]]
}

/** Entries as a table, one a row; several values of one cell are parted by "; ". Dates are EDTF. */
export function entriesCsv(record: SharedRecord): Download {
  const columns = columnsOf(record.entries)
  const rows = record.entries.map((entry) => columns.map(([, value]) => value(entry)))
  return {
    text: writeCsv([columns.map(([name]) => name), ...rows]),
    type: 'text/csv; charset=utf-8',
    loss: lossOf(record, 'demands', 'claims', 'passages', 'inquiries', 'details', 'relations'),
  }
}
