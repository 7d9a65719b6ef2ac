import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boxOf,
  closerTo,
  pannedView,
  placeIn,
  readBox,
  viewOf,
  wholeWorld,
  withRoom,
  writeBox,
  zoomedView,
  type MapBox,
} from './view'

const desk = { width: 960, height: 520 }
const phone = { width: 390, height: 400 }
const states: MapBox = { west: -125, south: 24, east: -66, north: 50 }
const seattle = { longitude: -122.33, latitude: 47.61 }

const boxes = fc
  .record({
    west: fc.double({ min: -179, max: 170, noNaN: true }),
    south: fc.double({ min: -80, max: 75, noNaN: true }),
    wide: fc.double({ min: 0.02, max: 9, noNaN: true }),
    high: fc.double({ min: 0.02, max: 5, noNaN: true }),
  })
  .map(({ west, south, wide, high }) => ({ west, south, east: west + wide, north: south + high }))

describe('a view of the map', () => {
  it.each([desk, phone])('shows all of its box, in the shape of the drawing', (size) => {
    fc.assert(
      fc.property(boxes, (box) => {
        const view = viewOf(box, size)
        expect((view.right - view.left) / (view.top - view.bottom)).toBeCloseTo(
          size.width / size.height,
          6,
        )
        for (const [longitude, latitude] of [
          [box.west, box.south],
          [box.east, box.north],
        ] as const) {
          const { x, y } = placeIn(view, size, { longitude, latitude })
          expect(x).toBeGreaterThan(-0.01)
          expect(x).toBeLessThan(size.width + 0.01)
          expect(y).toBeGreaterThan(-0.01)
          expect(y).toBeLessThan(size.height + 0.01)
        }
      }),
    )
  })

  it('comes back from an address as it was', () => {
    const view = viewOf(states, phone)
    const again = viewOf(readBox(writeBox(boxOf(view))) ?? wholeWorld, phone)
    for (const side of ['left', 'right', 'top', 'bottom'] as const)
      expect(again[side]).toBeCloseTo(view[side], 2)
  })

  it('keeps the point under the fingers where it is', () => {
    const view = viewOf(states, desk)
    const before = placeIn(view, desk, seattle)
    const after = placeIn(
      zoomedView(view, 0.4, before.x / desk.width, before.y / desk.height),
      desk,
      seattle,
    )
    expect(after.x).toBeCloseTo(before.x, 6)
    expect(after.y).toBeCloseTo(before.y, 6)
  })

  it('goes with the hand, and back', () => {
    const view = viewOf(states, desk)
    const before = placeIn(view, desk, seattle)
    const there = pannedView(view, 0.25, -0.1)
    const after = placeIn(there, desk, seattle)
    expect(after.x).toBeCloseTo(before.x - 240, 6)
    expect(after.y).toBeCloseTo(before.y + 52, 6)
    expect(pannedView(there, -0.25, 0.1).left).toBeCloseTo(view.left, 9)
  })

  it('never leaves the world, however far one pans or zooms', () => {
    fc.assert(
      fc.property(
        boxes,
        fc.array(fc.tuple(fc.constantFrom('pan', 'zoom'), fc.double({ min: -3, max: 3 })), {
          maxLength: 20,
        }),
        (box, steps) => {
          let view = viewOf(box, desk)
          for (const [what, by] of steps) {
            const step = Number.isNaN(by) ? 0 : by
            view = what === 'pan' ? pannedView(view, step, -step) : zoomedView(view, Math.exp(step))
          }
          const seen = boxOf(view)
          expect(seen.west).toBeGreaterThanOrEqual(-180)
          expect(seen.east).toBeLessThanOrEqual(180)
          expect(readBox(writeBox(seen))).not.toBeNull()
        },
      ),
    )
  })

  it('has the chosen mark in its middle', () => {
    const near = closerTo(viewOf(states, phone), seattle, 0.35)
    expect(placeIn(near, phone, seattle).x).toBeCloseTo(195, 6)
    expect(placeIn(near, phone, seattle).y).toBeCloseTo(200, 6)
  })
})

describe('the box of an address', () => {
  it.each(['', '1,2,3', '-125,50,-66,24', '-200,0,0,10', 'a,b,c,d', '1,1,1,1'])(
    'is none: %s',
    (text) => expect(readBox(text)).toBeNull(),
  )

  it('has room around what it holds, and some for a single place', () => {
    const { west, south, east, north } = withRoom({
      ...{ west: seattle.longitude, east: seattle.longitude },
      ...{ south: seattle.latitude, north: seattle.latitude },
    })
    expect(east - west).toBeCloseTo(6)
    expect(north - south).toBeCloseTo(3)
  })
})
