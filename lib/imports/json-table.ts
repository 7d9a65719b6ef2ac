import { geoJsonTable, isGeoJson } from './geojson-table'
import { cellOf, isObject, type JsonObject } from './json-value'
import {
  columnNames,
  requireCells,
  requireSize,
  rowOf,
  tooManyCells,
  UnreadableFile,
  type Table,
} from './table'
import { isTimeline, timelineTable } from './timeline-table'

/**
 * Reads JSON: a list of objects, an object that holds one, GeoJSON, or a timeline of TimelineJS.
 *
 * @throws UnreadableFile for what is none of these.
 */
export function jsonTable(text: string): Table {
  const value = parsed(text)
  if (isTimeline(value)) return timelineTable(value)
  if (isGeoJson(value)) return geoJsonTable(value)
  if (isObject(value) && value.format === 'throughline-record')
    throw new UnreadableFile(COMPLETE_RECORD)
  const records = listIn(value)
  if (!records)
    throw new UnreadableFile(
      'This JSON holds no list of records. It must be a list of objects, or an object with such a list.',
    )
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))]
  requireSize(names.length, records.length)
  requireCells(names.length, records.length)
  return {
    shape: { type: 'json' },
    columns: columnNames(names),
    rows: records.map((raw, index) => ({
      ...rowOf(
        index + 1,
        names.map((name) => cellOf(raw[name])),
        names.length,
      ),
      raw,
    })),
    leftOut: [],
    unread: otherLists(value, records),
  }
}

/** The names of what stands beside the list that is read, and is not. */
function otherLists(value: unknown, read: JsonObject[]): string[] {
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, one]) =>
    Array.isArray(one) && one.length > 0 && (one as unknown[]) !== read
      ? [`${name.slice(0, 60)} (a list of ${one.length})`]
      : [],
  )
}

function parsed(text: string): unknown {
  requireFewValues(text)
  const plain = text.replace(/^\ufeff/, '')
  const value = valueOf(plain)
  return /\d{16}/.test(plain) ? valueOf(withExactNumbers(plain)) : value
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const lines = linesOf(text)
    if (lines) return lines
    throw new UnreadableFile('This file begins like JSON but is not valid JSON.')
  }
}

/** Puts whole numbers into quotes that lose digits as numbers: as in ids, all of them count. */
function withExactNumbers(json: string): string {
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi, (whole) =>
    /^-?\d+$/.test(whole) && !Number.isSafeInteger(Number(whole)) ? `"${whole}"` : whole,
  )
}

/** Objects that stand one on a line, as databases write them; null where a line is no object. */
function linesOf(text: string): unknown[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) return null
  try {
    return lines.map((line): unknown => JSON.parse(line))
  } catch {
    return null
  }
}

/** What is said of a complete record of ours, which is no table. */
const COMPLETE_RECORD =
  'This is a complete record of Throughline. It is imported whole, as a campaign of its own: on the page “Import a complete record”, or with “npm run cli -- import-record”. To take entries of it into this campaign, export them as CSV there.'

const MOST_VALUES = 5_000_000
const DEEPEST = 1_000

/** Looks over the signs of a file before it is parsed, since what is parsed fills the memory at once. */
function requireFewValues(text: string): void {
  let depth = 0
  let values = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (quoted) {
      if (sign === BACKSLASH) at += 1
      else if (sign === QUOTE) quoted = false
    } else if (sign === QUOTE) quoted = true
    else if (sign === BRACE || sign === BRACKET) {
      depth += 1
      values += 1
    } else if (sign === BRACE + 2 || sign === BRACKET + 2) depth -= 1
    else if (sign === COMMA) values += 1
    if (depth > DEEPEST) throw new UnreadableFile('This JSON is nested too deeply to be a table.')
    if (values > MOST_VALUES) throw tooManyCells()
  }
}

const [QUOTE, COMMA, BRACKET, BACKSLASH, BRACE] = [0x22, 0x2c, 0x5b, 0x5c, 0x7b]

function listIn(value: unknown): JsonObject[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject) ? value : null
  if (!isObject(value)) return null
  const lists = Object.values(value).flatMap((one) => {
    const list = Array.isArray(one) ? listIn(one) : null
    return list ? [list] : []
  })
  return lists.sort((a, b) => b.length - a.length)[0] ?? null
}
