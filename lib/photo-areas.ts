import type { Area } from './photos'

/** A place in a picture, as shares of its width and height. */
export type Point = { x: number; y: number }

const LEAST = 0.005

/** The area that two of its corners make, kept inside the picture. */
export function areaBetween(one: Point, other: Point): Area {
  const [a, b] = [inside(one), inside(other)]
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}

/** The area elsewhere, never over the edge. */
export function movedArea(area: Area, byX: number, byY: number): Area {
  return {
    ...area,
    x: between(area.x + byX, 0, 1 - area.width),
    y: between(area.y + byY, 0, 1 - area.height),
  }
}

/** The area larger or smaller, its top left corner in place, never over the edge and never nothing. */
export function resized(area: Area, byX: number, byY: number): Area {
  return {
    ...area,
    width: between(area.width + byX, LEAST, 1 - area.x),
    height: between(area.height + byY, LEAST, 1 - area.y),
  }
}

/** One side of an area in percent as somebody typed it; the rest gives way to stay inside. */
export function withPercent(area: Area, side: keyof Area, percent: number): Area {
  const value = between(Number.isFinite(percent) ? percent / 100 : 0, 0, 1)
  switch (side) {
    case 'x':
      return resized({ ...area, x: Math.min(value, 1 - LEAST) }, 0, 0)
    case 'y':
      return resized({ ...area, y: Math.min(value, 1 - LEAST) }, 0, 0)
    case 'width':
      return resized({ ...area, width: value }, 0, 0)
    case 'height':
      return resized({ ...area, height: value }, 0, 0)
  }
}

function inside({ x, y }: Point): Point {
  return { x: between(x, 0, 1), y: between(y, 0, 1) }
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
