import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterLanes } from '../timeline/filters'
import { crowdsLayout, type CrowdPoint, type Crowds } from './crowds'
import { entriesLayout } from './entries'
import { cutText, spread, textWidth } from './frame'
import { byActions, byDays, MOST_ROWS, type ResponseRow } from './responses'
import { actionsLayout, responsesLayout } from './rows'
import { standingsLayout } from './standings'
import { plotTable } from './table'
import {
  arbitraryDay,
  expectInside,
  expectLabelsApart,
  LAST,
  pointsOf,
  sizes,
} from './test-support'

const row: fc.Arbitrary<ResponseRow> = fc
  .record({
    number: fc.integer({ min: 1, max: 2_000 }),
    wording: fc.string({ minLength: 1, maxLength: 300 }),
    answered: fc.boolean(),
    least: fc.option(fc.integer({ min: 0, max: 9_000 })),
    actions: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ number, wording, answered, least, actions }) => ({
    demand: { number, wording },
    target: 'Amazon',
    raised: { edtf: '2026-01-01', id: 'a', title: 'Rally' },
    answered: answered ? { edtf: '2026-02-01', id: 'b', title: 'Statement' } : null,
    span: { least, most: least === null ? null : least + 3, about: false },
    actions,
    actionDays: Array.from({ length: actions }, (_, index) => Math.min(index, least ?? 0)),
  }))

const point: fc.Arbitrary<CrowdPoint> = fc
  .record({
    day: arbitraryDay,
    low: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
    more: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  })
  .map(({ day, low, more }) => ({
    ...{ id: 'a', title: 'March', edtf: day, day, low },
    ...{ high: more === null ? null : (low ?? 0) + more, words: '', countedBy: '' },
  }))

describe('rows', () => {
  it.each(['responses', 'actions'] as const)('of %s are listed where they are drawn', (name) => {
    const layoutOf = name === 'responses' ? responsesLayout : actionsLayout
    for (const count of [MOST_ROWS, MOST_ROWS + 1]) {
      const [rows = []] = fc.sample(fc.array(row, { minLength: count, maxLength: count }), 1)
      const { columns } = plotTable({ name, rows, last: LAST })
      for (const size of sizes)
        expect(columns.includes('Demand')).toBe(layoutOf(rows, size)?.lines !== null)
    }
  })

  it('keeps lines, marks and words inside the drawing, whatever their number', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        for (const size of sizes) {
          for (const layoutOf of [responsesLayout, actionsLayout]) {
            const layout = layoutOf(rows, size)
            if (!layout) throw new Error('Nothing is drawn.')
            const { frame, lines, bars } = layout
            for (const line of lines ?? []) {
              expectInside(frame, [
                [line.from, line.y],
                [line.to, line.y],
                ...line.actions.map((x): [number, number] => [x, line.y]),
              ])
              expect(line.text.x + textWidth(line.text.text)).toBeLessThanOrEqual(frame.width + 1)
              expect(2 + textWidth(line.label)).toBeLessThanOrEqual(frame.width)
            }
            for (const bar of bars ?? [])
              expectInside(frame, [
                [bar.answeredTo, bar.y],
                [bar.silentTo, bar.y + 36],
              ])
            expect(lines === null).toBe(bars !== null)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('puts every row into exactly one range', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        for (const ranges of [byDays(rows), byActions(rows)]) {
          const sum = ranges.reduce((all, { answered, silent }) => all + answered + silent, 0)
          expect(sum).toBe(rows.length)
        }
      }),
    )
  })
})

describe('entries by month and lane', () => {
  const month = fc.record({
    month: fc
      .tuple(fc.integer({ min: 1900, max: 2030 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`),
    lane: fc.constantFrom(...filterLanes),
    count: fc.integer({ min: 1, max: 10_000 }),
  })

  it('draws every entry once, inside the frame', () => {
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 80 }), (months) => {
        for (const size of sizes) {
          const layout = entriesLayout(months, size)
          if (!layout) throw new Error('Nothing is drawn.')
          const { frame, rows, time } = layout
          const sum = months.reduce((all, { count }) => all + count, 0)
          expect(rows.reduce((all, one) => all + one.all, 0)).toBe(sum)
          for (const { path, top, bottom } of rows)
            expectInside({ ...frame, top, bottom }, pointsOf(path))
          expectLabelsApart(time.ticks, frame.width)
        }
      }),
    )
  })

  it('is nothing where there is nothing', () => {
    expect(entriesLayout([], 'desk')).toBeNull()
    expect(standingsLayout([], LAST, 'desk')).toBeNull()
    expect(responsesLayout([], 'phone')).toBeNull()
  })
})

describe('crowd sizes', () => {
  const crowdsOf = (points: CrowdPoint[]): Crowds => {
    const unknown = points.filter(({ low, high }) => low === null && high === null).length
    return { sized: points.length - unknown, unknown, points, bins: null }
  }

  it('draws each known size once from low to high, and never an unknown one as 0', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
        const crowds = crowdsOf(points)
        for (const size of sizes) {
          const layout = crowdsLayout(crowds, size)
          if (!layout) {
            expect(crowds.sized).toBe(0)
            continue
          }
          const { frame, marks, labels, unknown, unknownY } = layout
          expect(marks).toHaveLength(crowds.sized)
          expect(unknown).toHaveLength(crowds.unknown)
          expectInside(
            frame,
            marks.flatMap(({ x, y0, y1 }): [number, number][] => [
              [x, y0],
              [x, y1],
            ]),
          )
          for (const { y0, y1 } of marks) expect(y0).toBeLessThanOrEqual(y1)
          if (crowds.unknown > 0) expect(unknownY).toBeGreaterThan(frame.bottom + 20)
          if (crowds.unknown > 0) expect(unknownY + 22).toBeLessThan(frame.height)
          for (const { x, text } of labels) {
            expect(x - textWidth(text) / 2).toBeGreaterThanOrEqual(0)
            expect(x + textWidth(text) / 2).toBeLessThanOrEqual(frame.width)
          }
        }
      }),
    )
  })
})

describe('words in a drawing', () => {
  it('are cut to their width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const cut = cutText(text, 120)
        expect(textWidth(cut)).toBeLessThanOrEqual(120)
        if (textWidth(text) <= 120) expect(cut).toBe(text)
      }),
    )
  })

  it('are moved apart and stay in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }), (wanted) => {
        const places = spread(
          wanted.sort((a, b) => a - b),
          16,
          0,
          300,
        )
        places
          .slice(1)
          .forEach((place, i) => expect(place - (places[i] ?? 0)).toBeGreaterThanOrEqual(16))
        for (const place of places) expect(place).toBeGreaterThanOrEqual(0)
        for (const place of places) expect(place).toBeLessThanOrEqual(300)
      }),
    )
  })
})
