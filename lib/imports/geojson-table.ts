import { cellOf, isObject, textIn, type JsonObject } from './json-value'
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

/** The features of GeoJSON as rows of their properties, with the coordinates of points and where lines begin. */
export function geoJsonTable({ features, crs }: Collection): Table {
  const elsewhere = notDegrees(crs)
  const names = [
    ...new Set(
      features.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : [])),
    ),
  ]
  // A feature's own id stands beside its properties.
  const ids = features.some(({ id }) => textIn(id) !== '') ? ['id'] : []
  const width = names.length + ids.length + 2
  requireSize(width, features.length)
  requireCells(width, features.length)
  return {
    shape: { type: 'geojson' },
    columns: columnNames([...names, ...ids, 'latitude', 'longitude']),
    rows: features.map((raw, index) => {
      const properties = isObject(raw.properties) ? raw.properties : {}
      const { place, note } =
        elsewhere && isObject(raw.geometry)
          ? { place: NOWHERE, note: elsewhere }
          : placeOf(raw.geometry)
      const cells = [
        ...names.map((name) => cellOf(properties[name])),
        ...ids.map(() => textIn(raw.id)),
      ]
      return { ...rowOf(index + 1, [...cells, ...place], width), raw, ...(note && { note }) }
    }),
    leftOut: [],
  }
}

/** Why coordinates cannot be taken where a file says that they are no degrees of longitude and latitude (WGS 84). */
function notDegrees(crs: unknown): string | null {
  const properties = isObject(crs) && isObject(crs.properties) ? crs.properties : {}
  const name = textIn(properties.name)
  if (name === '' || /CRS:?84$|EPSG:{1,2}(?:4326|4258|4979)$/i.test(name)) return null
  return `Its coordinates are in ${name.slice(0, 100)} and are left out. Export the layer in EPSG:4326 to keep them.`
}

type Placed = { place: [string, string]; note?: string }
const NOWHERE: [string, string] = ['', '']

/** A point, or the first of a line, which is where a march begins; an area and several points are no one place. */
function placeOf(geometry: unknown): Placed {
  if (!isObject(geometry)) return { place: NOWHERE }
  const { type, coordinates } = geometry
  const unread = { place: NOWHERE, note: 'Its coordinates cannot be read, and are left out.' }
  if (type === 'Point') {
    const place = pointIn(coordinates)
    return place ? { place } : unread
  }
  if (type === 'LineString' || type === 'MultiLineString') {
    const line: unknown = type === 'LineString' ? coordinates : listAt(coordinates)[0]
    const place = pointIn(listAt(line)[0])
    if (!place) return unread
    return { place, note: 'It is a line. Its first point becomes the place; the rest is left out.' }
  }
  const what = type === 'Polygon' || type === 'MultiPolygon' ? 'an area' : 'several places'
  return { place: NOWHERE, note: `It is ${what}, so it has no coordinates of one point here.` }
}

const listAt = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

// Longitude comes first there.
function pointIn(value: unknown): [string, string] | null {
  const [longitude, latitude] = listAt(value)
  return typeof longitude === 'number' && typeof latitude === 'number'
    ? [String(latitude), String(longitude)]
    : null
}
