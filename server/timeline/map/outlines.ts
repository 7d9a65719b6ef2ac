import 'server-only'
import type { Feature, Geometry } from 'geojson'
import { geoMercator, geoPath, type GeoPath, type GeoStream } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { NamedArea } from '@/lib/timeline/map/names'
import { boxOf, type MapBox, type MapSize, type MapView } from '@/lib/timeline/map/view'
import { round } from '@/lib/plots/frame'

/** A part of the map as shapes of an SVG, and the areas in it that have a name. */
export type Outlines = {
  /** Every country with its borders. */
  land: string
  states: string
  areas: (NamedArea & { sort: 'country' | 'state' })[]
}

/** Above this many degrees the coarse outlines cannot be told from the fine ones. */
const COARSE = 60
/** States are drawn and named below. */
const WITH_STATES = 80
/** How far beyond the drawing outlines go on, as a share of it, so that a hand finds land there. */
const BEYOND = 0.15

/**
 * Draws the outlines of land, countries and, near enough, the states of the USA within a view, from
 * Natural Earth (countries) and the US Census Bureau (states), both in the public domain.
 *
 * @param beyond how far outlines go on beyond the drawing, as a share of it.
 */
export async function drawOutlines(
  view: MapView,
  size: MapSize,
  beyond = BEYOND,
): Promise<Outlines> {
  const span = view.right - view.left
  const withStates = span < WITH_STATES && touchesStates(boxOf(view))
  const drawn = pathIn(view, size, beyond)
  const seen = pathIn(view, size, 0)
  const atlas = await countriesOf(span > COARSE)
  const { countries } = atlas.objects
  const { features } = feature(atlas, countries)
  const states = withStates ? await statesOf() : null
  return {
    land: drawn({ type: 'FeatureCollection', features }) ?? '',
    states: states ? (drawn(mesh(states, states.objects.states, (a, b) => a !== b)) ?? '') : '',
    areas: [
      ...areasOf(
        seen,
        states ? feature(states, states.objects.states).features : [],
        'state' as const,
      ),
      ...areasOf(
        seen,
        states ? features.filter(({ properties }) => nameIn(properties) !== USA) : features,
        'country' as const,
      ),
    ],
  }
}

const USA = 'United States of America'

type Features = Feature<Geometry, Record<string, unknown>>[]

function areasOf<S extends 'country' | 'state'>(path: GeoPath, features: Features, sort: S) {
  return features.flatMap((one) => {
    const name = nameIn(one.properties)
    const [x, y] = path.centroid(one)
    const [[left, top], [right, bottom]] = path.bounds(one)
    if (name === '' || !(right > left && bottom > top)) return []
    return [{ name, sort, x: round(x), y: round(y), width: right - left, height: bottom - top }]
  })
}

function nameIn(properties: Record<string, unknown> | null): string {
  return typeof properties?.name === 'string' ? properties.name : ''
}

function pathIn(view: MapView, { width, height }: MapSize, beyond: number): GeoPath {
  const scale = (width / (view.right - view.left)) * (180 / Math.PI)
  const middle = ((view.top + view.bottom) / 2) * (Math.PI / 180)
  const projection = geoMercator()
    .scale(scale)
    .translate([
      width / 2 - ((view.left + view.right) / 2) * (Math.PI / 180) * scale,
      height / 2 + middle * scale,
    ])
    .clipExtent([
      [-width * beyond, -height * beyond],
      [width * (1 + beyond), height * (1 + beyond)],
    ])
  return geoPath({ stream: (to) => projection.stream(thinned(to)) }).digits(width > 500 ? 1 : 0)
}

/** What lies closer to the last point than this, in the drawing's units, cannot be told from it. */
const LEAST = 1

function thinned(to: GeoStream): GeoStream {
  let last: [number, number] | null = null
  let skipped: [number, number] | null = null
  return {
    point: (x, y) => {
      if (last && Math.abs(x - last[0]) + Math.abs(y - last[1]) < LEAST) {
        skipped = [x, y]
        return
      }
      last = [x, y]
      skipped = null
      to.point(x, y)
    },
    lineStart: () => {
      last = null
      skipped = null
      to.lineStart()
    },
    lineEnd: () => {
      if (skipped) to.point(...skipped)
      to.lineEnd()
    },
    polygonStart: () => to.polygonStart(),
    polygonEnd: () => to.polygonEnd(),
    sphere: () => to.sphere?.(),
  }
}

function touchesStates({ west, south, east, north }: MapBox): boolean {
  return west < -66 && east > -125 && south < 50 && north > 24
}

async function statesOf(): Promise<
  Topology<{ states: GeometryCollection<Record<string, unknown>> }>
> {
  const { default: atlas } = await import('us-atlas/states-10m.json')
  return atlas
}

async function countriesOf(
  coarse: boolean,
): Promise<Topology<{ countries: GeometryCollection<Record<string, unknown>> }>> {
  const { default: atlas } = coarse
    ? await import('world-atlas/countries-110m.json')
    : await import('world-atlas/countries-50m.json')
  return atlas
}
