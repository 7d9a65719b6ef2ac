import 'server-only'
import { geoMercator, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo'
import type { MultiPoint } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { MapBox } from '@/lib/timeline/map'

/** A map as shapes of an SVG `width` by `height` large, with the place of any point on it. */
export type Outlines = {
  width: number
  height: number
  /** Every country with its borders. */
  land: string
  states: string
  /** The point's place, or null where it lies outside of the drawing. */
  at: (longitude: number, latitude: number) => { x: number; y: number } | null
}

const WIDTH = 960
const MOST_HEIGHT = 620
const LEAST_HEIGHT = 320
/** Wider than this many degrees, the whole world is drawn. */
const WORLD = 150
/** Above this many degrees the coarse outlines cannot be told from the fine ones. */
const COARSE = 60

/**
 * Draws the outlines of land, countries and, near enough, the states of the USA within a box, from
 * Natural Earth (countries) and the US Census Bureau (states), both in the public domain.
 */
export async function drawOutlines(box: MapBox): Promise<Outlines> {
  const span = box.east - box.west
  const world = span > WORLD
  const projection = world ? wholeWorld() : partOfIt(box)
  const height = world ? Math.round(WIDTH * 0.52) : heightOf(projection, box)
  if (!world)
    projection.clipExtent([
      [0, 0],
      [WIDTH, height],
    ])
  const path = geoPath(projection).digits(world ? 0 : 1)
  const atlas = await countriesOf(span > COARSE)
  const { countries } = atlas.objects
  return {
    width: WIDTH,
    height,
    land: path(feature(atlas, countries)) ?? '',
    states: touchesStates(box) && span < 80 ? await states(path) : '',
    at: (longitude, latitude) => {
      const [x, y] = projection([longitude, latitude]) ?? []
      if (x === undefined || y === undefined) return null
      if (x < 0 || y < 0 || x > WIDTH || y > height) return null
      return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
    },
  }
}

function wholeWorld(): GeoProjection {
  return geoNaturalEarth1().fitSize([WIDTH, WIDTH * 0.52], { type: 'Sphere' })
}

function partOfIt(box: MapBox): GeoProjection {
  return geoMercator().fitExtent(
    [
      [0, 0],
      [WIDTH, MOST_HEIGHT],
    ],
    cornersOf(box),
  )
}

// A flat box would otherwise lie in the middle of an empty page.
function heightOf(projection: GeoProjection, box: MapBox): number {
  const [, top = 0] = projection([box.west, box.north]) ?? []
  const [, bottom = 0] = projection([box.west, box.south]) ?? []
  const height = Math.min(Math.max(bottom - top, LEAST_HEIGHT), MOST_HEIGHT)
  const [x, y] = projection.translate()
  projection.translate([x, y - (top + bottom) / 2 + height / 2])
  return Math.round(height)
}

function cornersOf({ west, south, east, north }: MapBox): MultiPoint {
  return {
    type: 'MultiPoint',
    coordinates: [
      [west, south],
      [east, south],
      [west, north],
      [east, north],
    ],
  }
}

function touchesStates({ west, south, east, north }: MapBox): boolean {
  return west < -66 && east > -125 && south < 50 && north > 24
}

async function states(path: ReturnType<typeof geoPath>): Promise<string> {
  const { default: atlas } = await import('us-atlas/states-10m.json')
  return path(mesh(atlas, atlas.objects.states, (a, b) => a !== b)) ?? ''
}

async function countriesOf(coarse: boolean): Promise<Topology<{ countries: GeometryCollection }>> {
  const { default: atlas } = coarse
    ? await import('world-atlas/countries-110m.json')
    : await import('world-atlas/countries-50m.json')
  return atlas
}
