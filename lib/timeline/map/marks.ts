import { lanes as allLanes, type Lane } from '../../kinds/names'
import type { EntrySign } from '../../entries/signs'

/** Entries that lie close together, in degrees; `id`, `title` and `place` are of one of them. */
export type MapMark = {
  count: number
  longitude: number
  latitude: number
  id: string
  title: string
  place: string
  /** How many of them each lane has; lanes without any are left out. */
  lanes: Partial<Record<Lane, number>>
  /** What any of them has as a sign; checked only where all of them are. */
  signs: EntrySign[]
}

/** A mark with its place in a drawing. */
export type PlacedMark = MapMark & { x: number; y: number }

/** Half the size of the shape of one entry. */
export const ONE = 9

/** The radius of a mark: of one entry that of its shape; else its area follows its count. */
export function markRadius(count: number, most: number): number {
  return count === 1 ? ONE : 8 + Math.sqrt(count / most) * 14
}

/**
 * How far from its middle a mark may be met by a finger: far, but no farther than half-way to its
 * neighbours, and never less than what is seen of it.
 */
export function markReach<M extends { x: number; y: number }>(mark: M, marks: M[]): number {
  const near = marks.reduce(
    (least, other) =>
      other === mark ? least : Math.min(least, Math.hypot(other.x - mark.x, other.y - mark.y)),
    Infinity,
  )
  return Math.min(MOST_REACH, near / 2)
}

/** 22 px each way make a finger's target, and drawings are shown smaller than they are laid out. */
const MOST_REACH = 30

/** A part of a mark's ring: which lane, how many of the mark's entries, and how many come before. */
export type RingPart = { lane: Lane; count: number; before: number }

/** The ring of a mark, one part for each of its lanes, in the order of the lanes. */
export function ringOf({ lanes }: Pick<MapMark, 'lanes'>): RingPart[] {
  let before = 0
  return allLanes.flatMap((lane) => {
    const count = lanes[lane] ?? 0
    if (count === 0) return []
    const part = { lane, count, before }
    before += count
    return [part]
  })
}

/** Makes one mark of marks that would lie on each other, so that no count is covered; fullest first. */
export function withoutOverlaps(marks: PlacedMark[]): PlacedMark[] {
  const most = Math.max(1, ...marks.map(({ count }) => count))
  const placed: PlacedMark[] = []
  for (const mark of marks) {
    const radius = markRadius(mark.count, most)
    const near = placed.find(
      ({ x, y, count }) => Math.hypot(x - mark.x, y - mark.y) < radius + markRadius(count, most),
    )
    if (!near) {
      placed.push({ ...mark, lanes: { ...mark.lanes } })
      continue
    }
    const count = near.count + mark.count
    const mean = (a: number, b: number) => (a * near.count + b * mark.count) / count
    near.longitude = mean(near.longitude, mark.longitude)
    near.latitude = mean(near.latitude, mark.latitude)
    near.signs = signsOfBoth(near.signs, mark.signs)
    for (const { lane, count: more } of ringOf(mark))
      near.lanes[lane] = (near.lanes[lane] ?? 0) + more
    near.count = count
  }
  return placed
}

function signsOfBoth(some: EntrySign[], others: EntrySign[]): EntrySign[] {
  return [...new Set([...some, ...others])].filter(
    (sign) => sign !== 'checked' || (some.includes(sign) && others.includes(sign)),
  )
}
