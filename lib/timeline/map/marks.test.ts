import { describe, expect, it } from 'vitest'
import { markRadius, withoutOverlaps, ringOf, type PlacedMark } from './marks'

const mark = (x: number, fields: Partial<PlacedMark> = {}): PlacedMark => ({
  ...{ count: 1, longitude: x, latitude: 0, id: String(x), title: `Rally ${x}`, place: 'Seattle' },
  ...{ lanes: { action: 1 }, signs: [], x, y: 0, ...fields },
})

describe('marks that would lie on each other', () => {
  it('become one that has the lanes of both', () => {
    const [one, ...others] = withoutOverlaps([
      mark(0, { count: 3, lanes: { action: 2, response: 1 } }),
      mark(5, { count: 2, lanes: { response: 1, outcome: 1 }, signs: ['date'] }),
    ])
    expect(others).toEqual([])
    expect(one).toMatchObject({
      ...{ count: 5, longitude: 2, signs: ['date'] },
      lanes: { action: 2, response: 2, outcome: 1 },
    })
  })

  it('stay apart where there is room for both', () => {
    expect(withoutOverlaps([mark(0), mark(2 * markRadius(1, 1) + 1)])).toHaveLength(2)
  })

  it('leave what was given as it was', () => {
    const given = [mark(0), mark(5)]
    withoutOverlaps(given)
    expect(given.map(({ lanes }) => lanes)).toEqual([{ action: 1 }, { action: 1 }])
  })
})

it('the mark of one entry is as large as its shape, however many others have', () => {
  expect(markRadius(1, 1)).toBe(markRadius(1, 500))
  expect(markRadius(2, 2)).toBeGreaterThan(markRadius(1, 1))
})

it('a ring has a part for each lane, one after the other', () => {
  expect(ringOf({ lanes: { outcome: 1, action: 2 } })).toEqual([
    { lane: 'action', count: 2, before: 0 },
    { lane: 'outcome', count: 1, before: 2 },
  ])
})
