import { cellOf, isObject, type JsonObject } from './json-value'
import { columnNames, requireCells, requireSize, rowOf, type Table } from './table'

type Collection = JsonObject & { features: JsonObject[] }

/** Whether a value is a collection of features (RFC 7946). */
export function isGeoJson(value: unknown): value is Collection {
  return (
    isObject(value) &&
    value.type === 'FeatureCollection' &&
    Array.isArray(value.features) &&
    value.features.every(isObject)
  )
}

/** The features of GeoJSON as rows of their properties, with the coordinates of points. */
export function geoJsonTable({ features }: Collection): Table {
  const names = [
    ...new Set(
      features.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : [])),
    ),
  ]
  requireSize(names.length + 2, features.length)
  requireCells(names.length + 2, features.length)
  return {
    shape: { type: 'geojson' },
    columns: columnNames([...names, 'latitude', 'longitude']),
    rows: features.map((raw, index) => {
      const properties = isObject(raw.properties) ? raw.properties : {}
      const cells = names.map((name) => cellOf(properties[name]))
      return { ...rowOf(index + 1, [...cells, ...pointOf(raw.geometry)], names.length + 2), raw }
    }),
    leftOut: [],
  }
}

// Longitude comes first there.
function pointOf(geometry: unknown): [string, string] {
  if (!isObject(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates))
    return ['', '']
  const [longitude, latitude] = geometry.coordinates as unknown[]
  return typeof longitude === 'number' && typeof latitude === 'number'
    ? [String(latitude), String(longitude)]
    : ['', '']
}
