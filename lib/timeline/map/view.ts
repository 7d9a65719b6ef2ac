/** A part of the map in degrees; it never crosses the date line. */
export type MapBox = { west: number; south: number; east: number; north: number }

/**
 * A part of the map as it is drawn (Mercator): degrees from west to east, and from south to north as
 * long as a degree is there.
 */
export type MapView = { left: number; right: number; bottom: number; top: number }

/** How large a drawing is. */
export type MapSize = { width: number; height: number }

/** Beyond these the poles would fill the drawing. */
const MOST_LATITUDE = 84
const LEAST_SPAN = 0.02
/** Of a box in an address; near the poles a view is lower than it is wide. */
const LEAST_READ = 0.0005
const LEAST_ROOM = 3

/** The whole inhabited world. */
export const wholeWorld: MapBox = { west: -180, south: -56, east: 180, north: 78 }

/** Reads a box from an address (`-125,24,-66,50`), or null where there is none that makes sense. */
export function readBox(text: string): MapBox | null {
  if (!/^-?\d{1,3}(?:\.\d{1,4})?(?:,-?\d{1,3}(?:\.\d{1,4})?){3}$/.test(text)) return null
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number)
  const lies = west >= -180 && east <= 180 && south >= -90 && north <= 90
  return lies && east - west >= LEAST_READ && north - south >= LEAST_READ
    ? { west, south, east, north }
    : null
}

/** A box as an address holds it. */
export function writeBox({ west, south, east, north }: MapBox): string {
  return [west, south, east, north].map((value) => Number(value.toFixed(4))).join(',')
}

/** A box with some room around it, and never so small that no outline would be seen. */
export function withRoom(box: MapBox, share = 0.08): MapBox {
  const grow = (low: number, high: number, least: number, limit: number) => {
    const span = Math.max((high - low) * (1 + 2 * share), least)
    const middle = (low + high) / 2
    return [Math.max(middle - span / 2, -limit), Math.min(middle + span / 2, limit)] as const
  }
  const [west, east] = grow(box.west, box.east, LEAST_ROOM * 2, 180)
  const [south, north] = grow(box.south, box.north, LEAST_ROOM, MOST_LATITUDE)
  return { west, south, east, north }
}

/** The smallest view in the shape of a drawing that shows all of a box, with the box in its middle. */
export function viewOf(box: MapBox, { width, height }: MapSize): MapView {
  const [bottom, top] = [upOf(box.south), upOf(box.north)]
  const wide = Math.max(box.east - box.west, (top - bottom) * (width / height))
  return around((box.west + box.east) / 2, (bottom + top) / 2, wide, height / width)
}

/** A box as a view of its own shape. */
export function planeOf({ west, south, east, north }: MapBox): MapView {
  return { left: west, right: east, bottom: upOf(south), top: upOf(north) }
}

/** Whether no more of the world can be shown. */
export function showsWholeWorld({ left, right, bottom, top }: MapView): boolean {
  return right - left >= 359.9 || top - bottom >= MOST_UP * 2 - 0.1
}

/** The degrees that a view shows. */
export function boxOf({ left, right, bottom, top }: MapView): MapBox {
  return {
    west: Math.max(left, -180),
    east: Math.min(right, 180),
    south: latitudeAt(Math.max(bottom, -MOST_UP)),
    north: latitudeAt(Math.min(top, MOST_UP)),
  }
}

/** The smallest box around all of some. */
export function boxAround([first = wholeWorld, ...others]: MapBox[]): MapBox {
  return others.reduce(
    (all, box) => ({
      west: Math.min(all.west, box.west),
      south: Math.min(all.south, box.south),
      east: Math.max(all.east, box.east),
      north: Math.max(all.north, box.north),
    }),
    first,
  )
}

/** A view moved by shares of its width and height, to the east and to the south. */
export function pannedView(view: MapView, east: number, south: number): MapView {
  const [wide, high] = [view.right - view.left, view.top - view.bottom]
  const [x, y] = middleOf(view)
  return around(x + wide * east, y - high * south, wide, high / wide)
}

/**
 * A view that shows `factor` times as much, with one point in its place.
 *
 * @param east that point, as a share of the width from the left, and `south` of the height from the top
 */
export function zoomedView(view: MapView, factor: number, east = 0.5, south = 0.5): MapView {
  const [wide, high] = [view.right - view.left, view.top - view.bottom]
  const next = Math.min(Math.max(wide * factor, LEAST_SPAN), 360)
  const [x, y] = [view.left + wide * east, view.top - high * south]
  const tall = (next / wide) * high
  return around(x + (0.5 - east) * next, y + (south - 0.5) * tall, next, high / wide)
}

/** The view around a place that shows `share` of another one's width and height. */
export function closerTo(
  view: MapView,
  place: { longitude: number; latitude: number },
  share: number,
): MapView {
  const wide = Math.max((view.right - view.left) * share, LEAST_SPAN)
  const shape = (view.top - view.bottom) / (view.right - view.left)
  return around(place.longitude, upOf(place.latitude), wide, shape)
}

/** Where a point lies in a drawing, from its left and its top. */
export function placeIn(
  view: MapView,
  { width, height }: MapSize,
  { longitude, latitude }: { longitude: number; latitude: number },
): { x: number; y: number } {
  return {
    x: ((longitude - view.left) / (view.right - view.left)) * width,
    y: ((view.top - upOf(latitude)) / (view.top - view.bottom)) * height,
  }
}

// The middle stays in the world, so that nobody pans away from it for good.
function around(x: number, y: number, wide: number, shape: number): MapView {
  const width = Math.min(Math.max(wide, LEAST_SPAN), 360)
  const height = width * shape
  const within = (middle: number, half: number, limit: number) =>
    half >= limit ? 0 : Math.min(Math.max(middle, half - limit), limit - half)
  const [middle, up] = [within(x, width / 2, 180), within(y, height / 2, MOST_UP)]
  return {
    left: middle - width / 2,
    right: middle + width / 2,
    bottom: up - height / 2,
    top: up + height / 2,
  }
}

function middleOf({ left, right, bottom, top }: MapView): [x: number, y: number] {
  return [(left + right) / 2, (bottom + top) / 2]
}

function upOf(latitude: number): number {
  const bounded = Math.min(Math.max(latitude, -MOST_LATITUDE), MOST_LATITUDE)
  return degrees(Math.log(Math.tan(Math.PI / 4 + radians(bounded) / 2)))
}

const MOST_UP = upOf(MOST_LATITUDE)

function latitudeAt(up: number): number {
  return degrees(2 * Math.atan(Math.exp(radians(up))) - Math.PI / 2)
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180
}
