import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber } from '../dates/calendar'
import { standingOrder, standingsLayout, standingSteps, type StandingCell } from './standings'
import {
  arbitraryDay,
  expectInside,
  expectLabelsApart,
  LAST,
  pointsOf,
  sizes,
} from './test-support'

const standing = fc.constantFrom(...standingOrder)

const cell: fc.Arbitrary<StandingCell> = fc
  .record({
    start: arbitraryDay,
    changes: fc.array(fc.record({ day: arbitraryDay, standing }), { maxLength: 5 }),
  })
  .map(({ start, changes }) => ({
    start,
    changes: changes.sort((a, b) => (a.day < b.day ? -1 : 1)),
  }))

describe('standings over time', () => {
  it('counts each cell once, on every day, by the last change until then', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), arbitraryDay, (cells, asked) => {
        const steps = standingSteps(cells, { first: null, last: LAST })
        const step = steps.filter(({ day }) => day <= asked).at(-1)
        const begun = cells.filter(
          ({ start, changes }) => start <= asked || (changes[0] && changes[0].day <= asked),
        )
        expect(step?.all ?? 0).toBe(begun.length)
        for (const one of standingOrder) {
          const now = begun.filter(
            ({ changes }) =>
              (changes.filter(({ day }) => day <= asked).at(-1)?.standing ?? 'open') === one,
          )
          expect(step?.counts[one] ?? 0).toBe(now.length)
        }
      }),
    )
  })

  it('tells the same at a window’s first day as without the window', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), arbitraryDay, (cells, first) => {
        const at = (from: string | null) =>
          standingSteps(cells, { first: from, last: LAST })
            .filter(({ day }) => day <= first)
            .at(-1)?.counts
        expect(at(first)).toEqual(at(null))
      }),
    )
  })

  it('draws a stack that adds up, inside its frame', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (cells) => {
        const steps = standingSteps(cells, { first: null, last: LAST })
        for (const size of sizes) {
          const layout = standingsLayout(steps, LAST, size)
          if (!layout) throw new Error('Nothing is drawn.')
          const { frame, bands, count, time } = layout
          for (const { path } of bands) expectInside(frame, pointsOf(path))
          // The highest edge is that of the largest sum.
          const tops = bands.flatMap(({ path }) => pointsOf(path).map(([, y]) => y))
          const most = Math.max(...steps.map(({ all }) => all))
          expect(Math.min(...tops)).toBeGreaterThanOrEqual(count.at(most) - 0.2)
          expectLabelsApart(time.ticks, frame.width)
          const labels = bands.flatMap(({ label }) => label ?? []).map(({ y }) => y)
          labels.sort((a, b) => a - b)
          labels.slice(1).forEach((y, i) => expect(y - (labels[i] ?? 0)).toBeGreaterThan(15))
          const named = bands.flatMap(({ label }) => Number(label?.text.split(' ').at(-1) ?? 0))
          expect(named.reduce((a, b) => a + b, 0)).toBe(steps.at(-1)?.all)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('draws 10,000 cells in as many points as there are pixels', () => {
    const cells = Array.from({ length: 10_000 }, (_, index) => ({
      start: dayFromNumber(10_000 + (index % 7_000)) ?? LAST,
      changes: [{ day: dayFromNumber(17_000 + (index % 3_000)) ?? LAST, standing: 'met' as const }],
    }))
    const layout = standingsLayout(standingSteps(cells, { first: null, last: LAST }), LAST, 'desk')
    expect(layout?.bands.map(({ path }) => path.length).every((length) => length < 60_000)).toBe(
      true,
    )
    expect(layout?.bands.find((band) => band.standing === 'met')?.label?.text).toBe('Met 10,000')
  })
})
