import { geoJsonTable, isGeoJson } from './geojson-table'
import { cellOf, isObject, type JsonObject } from './json-value'
import { columnNames, requireSize, rowOf, UnreadableFile, type Table } from './table'
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
  const records = listIn(value)
  if (!records)
    throw new UnreadableFile(
      'This JSON holds no list of records. It must be a list of objects, or an object with such a list.',
    )
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))]
  requireSize(names.length, records.length)
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
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new UnreadableFile('This file begins like JSON but is not valid JSON.')
  }
}

function listIn(value: unknown): JsonObject[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject) ? value : null
  if (!isObject(value)) return null
  const lists = Object.values(value).flatMap((one) => {
    const list = Array.isArray(one) ? listIn(one) : null
    return list ? [list] : []
  })
  return lists.sort((a, b) => b.length - a.length)[0] ?? null
}
