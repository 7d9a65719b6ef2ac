import type { Lane } from '../kinds/names'
import type { ClaimField } from '../schemas/words'

/** A part of the map in degrees; it never crosses the date line. */
export type MapBox = { west: number; south: number; east: number; north: number }

/** Entries that lie close together, in degrees; `id`, `title` and `place` are of one of them. */
export type MapMark = {
  count: number
  longitude: number
  latitude: number
  id: string
  title: string
  place: string
  lanes: Lane[]
  /** The fields on which sources of any of them differ. */
  differ: ClaimField[]
}

const LEAST_SPAN = 3

/** Reads a box from an address (`-125,24,-66,50`), or null where there is none that makes sense. */
export function readBox(text: string): MapBox | null {
  if (!/^-?\d{1,3}(?:\.\d{1,4})?(?:,-?\d{1,3}(?:\.\d{1,4})?){3}$/.test(text)) return null
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number)
  const lies = west >= -180 && east <= 180 && south >= -90 && north <= 90
  return lies && east - west >= 0.01 && north - south >= 0.01 ? { west, south, east, north } : null
}

/** A box as an address holds it. */
export function writeBox({ west, south, east, north }: MapBox): string {
  return [west, south, east, north].map((value) => Number(value.toFixed(3))).join(',')
}

/** A box with some room around it, and never so small that no outline would be seen. */
export function withRoom(box: MapBox, share = 0.08): MapBox {
  const grow = (low: number, high: number, least: number, limit: number) => {
    const span = Math.max((high - low) * (1 + 2 * share), least)
    const middle = (low + high) / 2
    return [Math.max(middle - span / 2, -limit), Math.min(middle + span / 2, limit)] as const
  }
  const [west, east] = grow(box.west, box.east, LEAST_SPAN * 2, 180)
  const [south, north] = grow(box.south, box.north, LEAST_SPAN, 85)
  return { west, south, east, north }
}

/** The box around a point that shows `share` of another one's width and height. */
export function zoomed(box: MapBox, longitude: number, latitude: number, share: number): MapBox {
  const wide = ((box.east - box.west) * share) / 2
  const high = ((box.north - box.south) * share) / 2
  return {
    west: Math.max(longitude - wide, -180),
    east: Math.min(longitude + wide, 180),
    south: Math.max(latitude - high, -85),
    north: Math.min(latitude + high, 85),
  }
}

/** The radius of a mark on a drawing 960 wide; its area follows its count. */
export function markRadius(count: number, most: number): number {
  return 6 + Math.sqrt(count / most) * 16
}

/**
 * How far from its middle a mark may be met by a finger, on the same drawing: far, but no farther
 * than half-way to its neighbours, and never less than what is seen of it.
 */
export function markReach<M extends { x: number; y: number }>(mark: M, marks: M[]): number {
  const near = marks.reduce(
    (least, other) =>
      other === mark ? least : Math.min(least, Math.hypot(other.x - mark.x, other.y - mark.y)),
    Infinity,
  )
  return Math.min(MOST_REACH, near / 2)
}

/** On a phone the drawing is 704 px wide: 22 px each way make a finger's target. */
const MOST_REACH = 30

/** Makes one mark of marks that would lie on each other, so that no count is covered; fullest first. */
export function merged<M extends MapMark & { x: number; y: number }>(marks: M[]): M[] {
  const most = Math.max(1, ...marks.map(({ count }) => count))
  const kept: M[] = []
  for (const mark of marks) {
    const radius = markRadius(mark.count, most)
    const near = kept.find(
      ({ x, y, count }) => Math.hypot(x - mark.x, y - mark.y) < radius + markRadius(count, most),
    )
    if (!near) {
      kept.push({ ...mark })
      continue
    }
    const count = near.count + mark.count
    const mean = (a: number, b: number) => (a * near.count + b * mark.count) / count
    near.longitude = mean(near.longitude, mark.longitude)
    near.latitude = mean(near.latitude, mark.latitude)
    near.differ = [...new Set([...near.differ, ...mark.differ])]
    near.lanes = [...new Set([...near.lanes, ...mark.lanes])]
    near.count = count
  }
  return kept
}
