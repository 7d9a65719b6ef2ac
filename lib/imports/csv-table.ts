import { CsvError, parse } from 'csv-parse/sync'
import { withoutApostrophe } from '../formats/csv'
import { REASON } from './give-back'
import { ownTable } from './own-table'
import { tableOfRecords } from './records-table'
import { MOST_ROWS, requireSize, tooManyCells, UnreadableFile, type Table } from './table'

const SEPARATORS = [',', ';', '\t', '|']
const SAMPLE = 50_000
const LONGEST_RECORD = 5_000_000

/**
 * Reads a table whose cells are separated by commas, semicolons, tabs or bars.
 *
 * @param separator the one that a person named; else it is told from the text.
 * @throws UnreadableFile for what is no such table.
 */
export function csvTable(text: string, separator = separatorOf(text)): Table {
  requireFewCells(text, separator)
  const shaped = (above: string[][]) => ({ type: 'csv', separator, above }) as const
  const records = recordsOf(text, separator)
  const table = tableOfRecords(records, shaped)
  if (!isWrittenHere(table.columns)) return table
  return tableOfRecords(
    records.map((cells) => cells.map(withoutApostrophe)),
    shaped,
  )
}

/** Whether this is an export, or rows that were given back: those have apostrophes before what a spreadsheet would run. */
function isWrittenHere(columns: readonly string[]): boolean {
  return columns.includes(REASON) || ownTable.known.every((name) => columns.includes(name))
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
      // One more than may be, so that it is seen and refused.
      to: MOST_ROWS + 1,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableFile(sentences[error.code] ?? sentenceFor(error))
  }
}

/**
 * Looks over the signs of a file before it is parsed, which takes long and much for what is no table.
 * Separators within quotes do not count; as for the parser, quotes begin at the start of a cell alone.
 */
function requireFewCells(text: string, separator: string): void {
  const sign = separator.charCodeAt(0)
  let quoted = false
  let all = 0
  let inLine = 0
  let isStart = true
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quoted) {
      if (code !== QUOTE) continue
      if (text.charCodeAt(at + 1) === QUOTE) at += 1
      else quoted = false
    } else if (code === sign) {
      all += 1
      inLine += 1
    } else if (code === LINE_FEED || code === RETURN) {
      requireSize(inLine < WIDEST ? 0 : inLine + 1, 0)
      inLine = 0
    } else if (code === QUOTE && isStart) quoted = true
    isStart = code === sign || code === LINE_FEED || code === RETURN || code === BYTE_ORDER
    if (all > MOST_SEPARATORS) throw tooManyCells()
  }
  requireSize(inLine < WIDEST ? 0 : inLine + 1, 0)
}

const [LINE_FEED, RETURN, QUOTE, BYTE_ORDER] = [0x0a, 0x0d, 0x22, 0xfeff]
/** Lines with fewer separators are soon parsed; columns that stay empty are left out then. */
const WIDEST = 50_000
const MOST_SEPARATORS = 8_000_000

const sentences: Partial<Record<CsvError['code'], string>> = {
  CSV_MAX_RECORD_SIZE:
    'A row of this file has more than five million characters. A quote may be open that is never closed.',
  CSV_QUOTE_NOT_CLOSED: 'A quote in this file is opened and never closed.',
}

function sentenceFor({ lines }: CsvError): string {
  return typeof lines === 'number'
    ? `This file cannot be read as a table from line ${lines} on. Save it again as CSV.`
    : 'This file cannot be read as a table. Save it again as CSV.'
}

/** The separator that gives the first rows the most even number of cells. */
function separatorOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const cut =
    text.length > SAMPLE ? sample.slice(0, sample.lastIndexOf('\n') + 1) || sample : sample
  const tried = SEPARATORS.map((separator) => ({ separator, score: evenness(cut, separator) }))
  tried.sort((a, b) => b.score - a.score)
  return tried[0]?.separator ?? ','
}

function evenness(text: string, separator: string): number {
  // Quotes hold separators that do not count.
  const plain = text.replaceAll(/"(?:[^"]|"")*"/g, '""')
  const counts = plain
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200)
    .map((line) => line.split(separator).length - 1)
  const tally = new Map<number, number>()
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
  const [most = [0, 0]] = [...tally].sort((a, b) => b[1] - a[1])
  return counts.length === 0 ? 0 : (most[1] / counts.length) * Math.min(most[0], 50) + most[1] / 1e6
}
