import fc from 'fast-check'
import { expect } from 'vitest'
import { dayFromNumber } from '../dates/calendar'
import { textWidth, type Frame, type PlotSize } from './frame'

/** Both sizes of a drawing. */
export const sizes: PlotSize[] = ['desk', 'phone']
/** The last day that is drawn. */
export const LAST = '2026-11-25'
export const arbitraryDay = fc
  .integer({ min: 0, max: 20_700 })
  .map((number) => dayFromNumber(number) ?? LAST)
/** Expects all places within a frame. */
export function expectInside(frame: Frame, places: [number, number][]) {
  for (const [x, y] of places) {
    expect(x).toBeGreaterThanOrEqual(frame.left - 0.5)
    expect(x).toBeLessThanOrEqual(frame.right + 0.5)
    expect(y).toBeGreaterThanOrEqual(frame.top - 0.5)
    expect(y).toBeLessThanOrEqual(frame.bottom + 0.5)
  }
}

/** The absolute points of a path of M, L, H and V, as our shapes write them. */
export function pointsOf(path: string): [number, number][] {
  const found: [number, number][] = []
  let [x, y] = [0, 0]
  for (const [, letter = '', numbers = ''] of path.matchAll(/([MLHVhvzZ])([^MLHVhvzZ]*)/g)) {
    const [a = 0, b = 0] = numbers.split(/[ ,]/).filter(Boolean).map(Number)
    if (letter === 'M' || letter === 'L') [x, y] = [a, b]
    if (letter === 'H') x = a
    if (letter === 'V') y = a
    if (letter === 'h') x += a
    if (letter === 'v') y += a
    found.push([x, y])
  }
  return found
}

/** Expects labels of an axis beside each other, within a width. */
export function expectLabelsApart(ticks: { at: number; label: string }[], width: number) {
  let end = 0
  for (const { at, label } of ticks) {
    expect(at - textWidth(label) / 2).toBeGreaterThanOrEqual(end - 0.1)
    end = at + textWidth(label) / 2
    expect(end).toBeLessThanOrEqual(width + 0.1)
  }
}
