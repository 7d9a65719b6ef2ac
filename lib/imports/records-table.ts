import { columnNames, requireCells, requireSize, rowOf, UnreadableFile, type Table } from './table'

// A table's header stands within this many rows; what is above it are titles and notes.
const HIGHEST_HEADER = 20
const MOST_SAID = 200

/**
 * A table of records whose header is one of the first of them.
 *
 * @param shapeOf how the file was written, with what stands above the header.
 * @param headed the header, where more is known of it than it says.
 * @throws UnreadableFile for what is too large, or holds nothing.
 */
export function tableOfRecords(
  records: string[][],
  shapeOf: (above: string[][]) => Table['shape'],
  headed: (header: string[]) => string[] = (header) => header,
): Table {
  const widest = records.reduce((most, { length }) => Math.max(most, length), 0)
  requireSize(widest, records.length)
  const at = headerAt(records)
  const found = records[at]
  if (!found) throw new UnreadableFile('This file is empty.')
  const header = headed(found)
  const columns = columnNames([
    ...header,
    ...Array.from({ length: Math.max(usedWidth(records, at) - header.length, 0) }, () => ''),
  ])
  requireCells(columns.length, records.length - at)
  return {
    shape: shapeOf(records.slice(0, at)),
    columns,
    rows: records
      .map((cells, index) => ({ cells, number: index + 1 }))
      .slice(at + 1)
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ cells, number }) => rowOf(number, cells, columns.length)),
    leftOut: records.slice(0, at).flatMap((cells, index) => {
      const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
      if (words.length === 0) return []
      const said = words.join(' ').slice(0, MOST_SAID)
      return [{ number: index + 1, reason: `It stands above the header: “${said}”.` }]
    }),
  }
}

/** Where the header is: the first row that names at least half as many columns as most rows fill. */
function headerAt(records: string[][]): number {
  const filled = (cells: string[]) => cells.filter((cell) => cell.trim() !== '').length
  const first = records.findIndex((cells) => filled(cells) > 0)
  if (first === -1) return 0
  const sample = records
    .slice(first, first + 200)
    .map(filled)
    .filter((count) => count > 0)
  const typical = sample.sort((a, b) => a - b)[Math.floor(sample.length / 2)] ?? 1
  const found = records
    .slice(0, first + HIGHEST_HEADER)
    .findIndex((cells) => filled(cells) > 1 && filled(cells) * 2 >= typical)
  return found === -1 ? first : found
}

// Columns that no row fills are left out behind the last named one.
function usedWidth(records: string[][], header: number): number {
  const width = (cells: string[]) => cells.findLastIndex((cell) => cell.trim() !== '') + 1
  return records.slice(header).reduce((most, cells) => Math.max(most, width(cells)), 0)
}
