import { csvTable } from './csv-table'
import { decode, type Encoding } from './decode'
import { calendarTable, isCalendar } from './icalendar-table'
import { jsonTable } from './json-table'
import { LARGEST_FILE, UnreadableFile, type Table } from './table'

/** How a person says that a file is to be read, where it does not say so itself. */
export type Reading = {
  encoding?: Encoding | undefined
  separator?: string | undefined
  /** The sheet of a workbook. */
  sheet?: string | undefined
  /** Whether a calendar's hours become what the clocks of each event's coordinates show, as is usual. */
  clocksOfPlaces?: boolean | undefined
}

/** A file that was read, with the encoding that was found; `sure` where there is no other. */
export type ReadFile = { table: Table; encoding: Encoding; sure: boolean }

/**
 * Reads a text file of whatever of our formats as a table.
 *
 * @param zone of the campaign, whose clocks a calendar's times in UTC are read by.
 * @throws UnreadableFile with a sentence that says why.
 */
export function readTable(bytes: Uint8Array, zone: string, reading: Reading = {}): ReadFile {
  requireLength(bytes)
  const { text, encoding, sure } = decode(bytes, reading.encoding)
  const table = tableOf(text, zone, reading)
  if (table.rows.length === 0) throw new UnreadableFile('This file has no rows.')
  return { table, encoding, sure }
}

/** Refuses a file that is too large, of whatever format. */
export function requireLength(bytes: Uint8Array): void {
  if (bytes.length > LARGEST_FILE)
    throw new UnreadableFile('This file is larger than 20 MB. Split it, then import the parts.')
}

function tableOf(text: string, zone: string, { separator, clocksOfPlaces }: Reading): Table {
  if (isCalendar(text)) return calendarTable(text, zone, clocksOfPlaces)
  if (/^\ufeff?\s*[[{]/.test(text) && /[\]}]\s*$/.test(text)) return jsonTable(text)
  if (/^\ufeff?\s*<(?:!doctype|html|\?xml)/i.test(text))
    throw new UnreadableFile('This is a web page, not a table. Download the table itself as CSV.')
  return csvTable(text, separator)
}
