import { writeCsv } from '../formats/csv'
import { textOf } from './cells'
import { isObject } from './json-value'
import type { Table, TableRow } from './table'

/** A row that is given back, with why. */
export type Returned = { row: TableRow; reasons: string[] }

/** A file for whoever sent one: its name, its media type and its text. */
export type ReturnedFile = { name: string; type: string; text: string }

/** The rows of a sheet that are given back, under their names and with a column of reasons. */
export type ReturnedSheet = { name: string; rows: string[][] }

/** The column that says why a row was given back. */
export const REASON = 'Why it was not imported'

/**
 * The rows that were not taken, as a file in the format that came, with a column of reasons, ready to
 * be mended and sent again.
 *
 * @param name of the file that came.
 */
export function giveBack(
  table: Table,
  rows: readonly Returned[],
  name: string,
): ReturnedFile | ReturnedSheet {
  const base = name.replace(/\.[a-z0-9]{1,8}$/i, '')
  switch (table.shape.type) {
    case 'workbook':
      return { name: `${base} - rows to fix.xlsx`, rows: withReasons(table, rows) }
    case 'csv':
      return { ...asCsv(table, rows, table.shape.separator), name: `${base} - rows to fix.csv` }
    case 'icalendar':
      return {
        name: `${base} - rows to fix.ics`,
        type: 'text/calendar; charset=utf-8',
        text: asCalendar(table.shape.zones, rows),
      }
    default:
      return {
        name: `${base} - rows to fix.json`,
        type: 'application/json; charset=utf-8',
        text: `${JSON.stringify(asJson(table.shape.type, rows), null, 2)}\n`,
      }
  }
}

function withReasons({ columns }: Table, rows: readonly Returned[]): string[][] {
  const body = rows.map(({ row, reasons }) => [
    ...row.cells.map((cell) => (typeof cell === 'string' ? cell : textOf(cell))),
    reasons.join(' '),
  ])
  return [[...columns, REASON], ...body]
}

function asCsv(table: Table, rows: readonly Returned[], separator: string) {
  const type = 'text/csv; charset=utf-8'
  return { type, text: writeCsv(withReasons(table, rows), separator) }
}

function asJson(type: 'json' | 'geojson' | 'timelinejs', rows: readonly Returned[]): unknown {
  const records = rows.map(({ row: { raw }, reasons }) =>
    isObject(raw) ? withReason(type, raw, reasons.join(' ')) : raw,
  )
  if (type === 'geojson') return { type: 'FeatureCollection', features: records }
  return type === 'timelinejs' ? { events: records } : records
}

function withReason(type: string, raw: Record<string, unknown>, reason: string): unknown {
  if (type !== 'geojson') return { ...raw, [REASON]: reason }
  const properties = isObject(raw.properties) ? raw.properties : {}
  return { ...raw, properties: { ...properties, [REASON]: reason } }
}

function asCalendar(zones: readonly string[], rows: readonly Returned[]): string {
  const events = rows.flatMap(({ row: { raw }, reasons }) => {
    const lines = Array.isArray(raw) ? (raw as string[]) : []
    const comment = `COMMENT:${REASON}: ${reasons.join(' ').replaceAll(/([\\;,])/g, '\\$1')}`
    return [...lines.slice(0, -1), comment, ...lines.slice(-1)]
  })
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Throughline//Import//EN']
  return `${[...head, ...zones, ...events, 'END:VCALENDAR'].join('\r\n')}\r\n`
}
