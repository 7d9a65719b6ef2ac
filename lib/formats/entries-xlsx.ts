import type { Format } from './download'
import { entriesFormat, entryColumns } from './entries-csv'
import { LONGEST_CELL, sheetClose, sheetOpen, sheetRow, WORKBOOK_TYPE } from './sheet-xml'

/** The table of entries as the sheet of a workbook, whose other parts are put around it as it is written. */
export const workbookFormat: Format = {
  type: WORKBOOK_TYPE,
  packed: 'workbook',
  missing: entriesFormat.missing,
  pieces: (_head, _origin, entries) => {
    const columns = entryColumns(entries)
    let cut = 0
    const fitting = (text: string) => {
      if (text.length <= LONGEST_CELL) return text
      cut += 1
      return `${text.slice(0, LONGEST_CELL - 1)}…`
    }
    return {
      open: sheetOpen(columns.map(([name]) => name)),
      entry: (entry) => sheetRow(columns.map(([, value]) => fitting(value(entry)))),
      between: '',
      close: sheetClose,
      lost: () =>
        cut === 0
          ? []
          : [`the end of texts above ${LONGEST_CELL.toLocaleString('en')} characters (${cut})`],
    }
  },
}
