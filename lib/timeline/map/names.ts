import type { MapSize } from './view'

/** Something on the map that has a name: its place in the drawing, and how large it is there. */
export type NamedArea = { name: string; x: number; y: number; width: number; height: number }
export type NamedTown = { name: string; x: number; y: number }

/** A name as it is drawn: where its text is anchored. Towns have a dot. */
export type MapName = {
  name: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  sort: 'country' | 'state' | 'town'
  dot: { x: number; y: number } | null
}

/** How large names are written, in the drawing's own units. */
export const nameSize = { country: 14, state: 12, town: 12 } as const

type Box = { left: number; right: number; top: number; bottom: number }
/** `signed` where a sign stands at its upper right. */
type Circle = { x: number; y: number; radius: number; signed: boolean }

const GAP = 4
/** How large the sign is that sources differ. */
const SIGN = 12
/** Of so many towns one has to be found that has room; the others are too small to look for. */
const MOST_TRIED = 1_500

/**
 * Chooses the names that have room in a drawing: those of areas that are larger than their name, then
 * towns in the order given, none over another or over a mark. A town under a mark has its name beside
 * the mark, and no dot.
 */
export function placeNames(
  { width, height }: MapSize,
  areas: (NamedArea & { sort: 'country' | 'state' })[],
  towns: Iterable<NamedTown>,
  marks: Circle[],
  most: number,
): MapName[] {
  const names: MapName[] = []
  const taken: Box[] = marks.flatMap(({ x, y, radius, signed }) => {
    const mark = boxAt(x - radius, x + radius, y, radius * 2)
    return signed
      ? [mark, boxAt(x + radius, x + radius + SIGN, y - radius - SIGN / 2, SIGN)]
      : [mark]
  })
  const has = (box: Box) =>
    box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2
  const put = (box: Box, name: MapName): boolean => {
    if (!has(box) || taken.some((other) => overlap(box, other))) return false
    taken.push(box)
    names.push(name)
    return true
  }

  const beside = ({ name, x, y }: NamedTown, away: number, dot: MapName['dot']) => {
    const long = widthOf(name, nameSize.town)
    const line = { name, sort: 'town', dot } as const
    return (
      put(boxAt(x + away, x + away + long, y, nameSize.town), {
        ...line,
        ...{ x: x + away, y, anchor: 'start' },
      }) ||
      put(boxAt(x - away - long, x - away, y, nameSize.town), {
        ...line,
        ...{ x: x - away, y, anchor: 'end' },
      })
    )
  }
  // Where something happened is named first.
  const rest: NamedTown[] = []
  const named = new Set<Circle>()
  let tried = 0
  for (const town of towns) {
    if (tried++ > MOST_TRIED) break
    const mark = marks.find(({ x, y, radius }) => Math.hypot(x - town.x, y - town.y) <= radius + 3)
    if (!mark) rest.push(town)
    else if (
      !named.has(mark) &&
      beside({ ...town, x: mark.x, y: mark.y }, mark.radius + GAP + 1, null)
    )
      named.add(mark)
  }
  for (const { sort, name, x, y, ...area } of areas) {
    const size = nameSize[sort]
    const long = widthOf(name, size) * WIDER[sort]
    if (long > area.width * 0.9 || size > area.height * 0.8) continue
    const box = boxAt(x - long / 2, x + long / 2, y, size)
    put(box, { name, sort, x, y, anchor: 'middle', dot: null })
  }
  let written = named.size
  for (const town of rest) {
    if (written >= most) break
    const dot = { x: town.x, y: town.y }
    if (taken.some((box) => overlap(boxAt(dot.x - 2, dot.x + 2, dot.y, 4), box))) continue
    if (beside(town, 6, dot)) {
      taken.push(boxAt(dot.x - 2, dot.x + 2, dot.y, 4))
      written += 1
    }
  }
  return names
}

// Names of areas are spaced.
const WIDER = { country: 1.2, state: 1.1 } as const

function widthOf(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? size : size * 0.58
  return width
}

function boxAt(left: number, right: number, middle: number, high: number): Box {
  return { left, right, top: middle - high / 2, bottom: middle + high / 2 }
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left - GAP < other.right &&
    one.right + GAP > other.left &&
    one.top - 1 < other.bottom &&
    one.bottom + 1 > other.top
  )
}
