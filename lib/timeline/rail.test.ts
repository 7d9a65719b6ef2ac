import fc from 'fast-check'
import { expect, test } from 'vitest'
import { railBins, railOutlines, railScale } from './rail'

const months = fc.array(
  fc.record({
    month: fc
      .record({
        year: fc.integer({ min: 1804, max: 2030 }),
        month: fc.integer({ min: 1, max: 12 }),
      })
      .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`),
    lane: fc.constantFrom('action' as const, 'demand' as const, 'context' as const),
    count: fc.integer({ min: 1, max: 5_000 }),
  }),
  { minLength: 1, maxLength: 60 },
)

/** The heights of an outline by bin, read back from its path. */
function heights(path: string): Map<number, number> {
  const found = new Map<number, number>()
  let [x, y] = [0, 0]
  for (const [, command, number] of path.matchAll(/([hv])(-?\d+)/g)) {
    if (command === 'v') y += Number(number)
    else
      for (let step = 0; step < Number(number); step++) {
        if (y > 0) found.set(x + step, y)
      }
    if (command === 'h') x += Number(number)
  }
  expect(y).toBe(0)
  return found
}

test('an outline is as high in each bin as its count, and on the ground elsewhere', () => {
  fc.assert(
    fc.property(months, (counted) => {
      const scale = railScale(counted)
      if (!scale) throw new Error('There is something to draw.')
      const outlines = new Map(
        railOutlines(counted, scale).map(({ lane, path }) => [lane, heights(path)]),
      )
      const bins = railBins(counted, scale)
      for (const { lane, start, count } of bins) {
        const height = outlines.get(lane)?.get((start - scale.first) / scale.step)
        expect(height).toBe(Math.max(4, Math.round((count / scale.most) * 100)))
      }
      const drawn = [...outlines.values()].reduce((sum, one) => sum + one.size, 0)
      expect(drawn).toBe(bins.length)
    }),
  )
})
