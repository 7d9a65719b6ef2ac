import 'server-only'
import {
  markRadius,
  withoutOverlaps,
  type MapMark,
  type PlacedMark,
} from '@/lib/timeline/map/marks'
import { placeNames, type MapName, type NamedTown } from '@/lib/timeline/map/names'
import { placeIn, viewOf, type MapBox, type MapSize, type MapView } from '@/lib/timeline/map/view'
import { round } from '@/lib/plots/frame'
import { gazetteer, type Gazetteer } from '../../places/gazetteer'
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

/**
 * Draws a view with the marks that lie in it and the names that have room beside them.
 *
 * @param beyond as of `drawOutlines`
 */
export async function drawMap(
  view: MapView,
  size: MapSize,
  found: MapMark[],
  beyond?: number,
): Promise<DrawnMap> {
  const { areas, ...shapes } = await drawOutlines(view, size, beyond)
  const marks = marksIn(view, size, found).filter(({ x, y }) => isIn(size, x, y))
  const most = Math.max(1, ...marks.map(({ count }) => count))
  const names = placeNames(
    size,
    areas,
    townsIn(await gazetteer(), view, size),
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

function* townsIn(known: Gazetteer, view: MapView, size: MapSize): Generator<NamedTown> {
  for (const { name, longitude, latitude, population } of known.between(view.left, view.right)) {
    // Behind the towns stand places that mail is addressed to, somewhere among their ZIP codes.
    if (population === 0) return
    const { x, y } = placeIn(view, size, { longitude, latitude })
    if (isIn(size, x, y)) yield { name, x: round(x), y: round(y) }
  }
}

function isIn({ width, height }: MapSize, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height
}
