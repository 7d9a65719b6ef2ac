/** One cell: a text, or the several texts of a list. */
export type Cell = string | string[]

/** A row of a file; its number is what a person counts in the file, the first being 1. */
export type TableRow = {
  number: number
  cells: Cell[]
  /** The record as the file has it, where it is more than its cells. */
  raw?: unknown
  /** What was read of it in a way that a person should know of, in a sentence. */
  note?: string
  /** Why it cannot be read, where that is known before any column becomes something. */
  refused?: { column: string; value: string; sentence: string }[]
}

/** How a file was written, so that rows can be given back in the same way. */
type Shape =
  | { type: 'csv'; separator: string; above: string[][] }
  | { type: 'workbook'; sheet: string; sheets: string[]; above: string[][] }
  | { type: 'json' | 'geojson' | 'timelinejs' }
  /** The lines of its zones, by which the hours of its events are said. */
  | { type: 'icalendar'; zones: string[] }

/** A file as rows under named columns. */
export type Table = {
  shape: Shape
  columns: string[]
  rows: TableRow[]
  /** Records of the file that are no rows, such as a title slide, each with the reason. */
  leftOut: { number: number; reason: string }[]
  /** What stands in the file beside its columns and is not read, by its names there. */
  unread?: string[]
}

/** A file that cannot be read; the message says why, and what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** The largest file, in bytes. */
export const LARGEST_FILE = 20_000_000
/** The most columns that a table may have. */
const MOST_COLUMNS = 1_000
/** The most rows that are read of one file. */
export const MOST_ROWS = 200_000
/** The most cells of all rows together, those that lack included. */
const MOST_CELLS = 5_000_000
/** The longest cell, in characters. */
const LONGEST_CELL = 1_000_000

/**
 * Names of columns as they are told apart: one without a name is called by its place, a second one
 * of a name gets a number.
 */
export function columnNames(header: readonly string[]): string[] {
  const used = new Set<string>()
  return header.map((text, index) => {
    const name = text.replaceAll(/\s+/g, ' ').trim().slice(0, 200) || `Column ${index + 1}`
    let free = name
    for (let count = 2; used.has(free.toLowerCase()); count += 1) free = `${name} (${count})`
    used.add(free.toLowerCase())
    return free
  })
}

/**
 * A row under its columns, with an empty cell for each that it lacks.
 *
 * @throws UnreadableFile for a cell that is too long.
 */
export function rowOf(number: number, cells: readonly Cell[], columns: number): TableRow {
  const even = Array.from({ length: columns }, (_, index) => cells[index] ?? '')
  for (const cell of even) {
    const length = typeof cell === 'string' ? cell.length : cell.join().length
    if (length > LONGEST_CELL)
      throw new UnreadableFile(
        `A cell of row ${number} has more than a million characters. Shorten it, then try again.`,
      )
  }
  return { number, cells: even }
}

/**
 * Refuses what is too large to be a table of events.
 *
 * @throws UnreadableFile for too many columns or rows.
 */
export function requireSize(columns: number, rows: number): void {
  if (columns > MOST_COLUMNS)
    throw new UnreadableFile(
      `This file has ${columns.toLocaleString('en')} columns. The most that can be read is ${MOST_COLUMNS.toLocaleString('en')}.`,
    )
  if (rows > MOST_ROWS)
    throw new UnreadableFile(
      `This file has more than ${MOST_ROWS.toLocaleString('en')} rows. Split it, then import the parts.`,
    )
}

/**
 * Refuses what would fill the memory: of many rows each has a cell for every column of any other.
 *
 * @throws UnreadableFile for too many cells.
 */
export function requireCells(columns: number, rows: number): void {
  if (columns * rows > MOST_CELLS) throw tooManyCells()
}

/** What is said of a file with more cells than can be read. */
export function tooManyCells(): UnreadableFile {
  return new UnreadableFile(
    'This file has more than five million cells. Split it, then import the parts.',
  )
}

/** Whether nothing stands in a cell. */
export function isBlank(cell: Cell): boolean {
  return typeof cell === 'string' ? cell.trim() === '' : cell.every((one) => one.trim() === '')
}
