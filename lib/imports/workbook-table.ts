import { tableOfRecords } from './records-table'
import { UnreadableFile, type Table } from './table'

/** A sheet of a workbook as texts, with the names of all sheets. */
export type Workbook = {
  sheet: string
  sheets: string[]
  rows: string[][]
  /** The columns whose words are links: their addresses stand in as many columns behind the last. */
  links: number[]
}

/** Whether bytes begin as the archives do in which workbooks are kept. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Whether bytes begin as workbooks of Excel 97 do, and those with a password. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}

/**
 * A sheet as a table.
 *
 * @throws UnreadableFile for one without rows.
 */
export function workbookTable({ sheet, sheets, rows, links }: Workbook): Table {
  if (rows.length === 0)
    throw new UnreadableFile(
      sheets.length > 1 ? `The sheet “${sheet}” is empty. Choose another.` : 'This file is empty.',
    )
  return tableOfRecords(
    rows,
    (above) => ({ type: 'workbook', sheet, sheets, above }),
    (header) => {
      const first = (rows[0]?.length ?? 0) - links.length
      return links.length === 0
        ? header
        : [
            ...Array.from({ length: first }, (_, index) => header[index] ?? ''),
            ...links.map((column) => `${header[column] ?? ''} (address)`),
          ]
    },
  )
}
