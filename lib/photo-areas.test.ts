import fc from 'fast-check'
import { expect, it } from 'vitest'
import { areaBetween, movedArea, resized, withPercent } from './photo-areas'
import type { Area } from './photos'
import { areaSchema } from './schemas/photo-areas'

const point = fc.record({
  x: fc.double({ min: -2, max: 3, noNaN: true }),
  y: fc.double({ min: -2, max: 3, noNaN: true }),
})
const step = fc.double({ min: -2, max: 2, noNaN: true })
const area = fc.tuple(point, point).map(([one, other]) => resized(areaBetween(one, other), 0, 0))

const isInside = ({ x, y, width, height }: Area) =>
  x >= 0 && y >= 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9

it('is between its corners, whichever way it was drawn', () => {
  expect(areaBetween({ x: 0.75, y: 0.5 }, { x: 0.25, y: 0.25 })).toEqual({
    ...{ x: 0.25, y: 0.25, width: 0.5, height: 0.25 },
  })
})

it('stays inside the picture however it is moved and sized', () => {
  fc.assert(
    fc.property(
      area.filter(({ x, y }) => x < 0.99 && y < 0.99),
      fc.array(fc.tuple(fc.boolean(), step, step), { maxLength: 20 }),
      (begun, steps) => {
        const end = steps.reduce(
          (one, [size, x, y]) => (size ? resized : movedArea)(one, x, y),
          begun,
        )
        return isInside(end) && areaSchema.safeParse(end).success
      },
    ),
  )
})

it('stays inside the picture whatever is typed', () => {
  const side = fc.constantFrom('x' as const, 'y' as const, 'width' as const, 'height' as const)
  fc.assert(
    fc.property(fc.array(fc.tuple(side, fc.double())), (typed) => {
      const begun = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }
      const end = typed.reduce((one, [what, value]) => withPercent(one, what, value), begun)
      return isInside(end) && areaSchema.safeParse(end).success
    }),
  )
})
