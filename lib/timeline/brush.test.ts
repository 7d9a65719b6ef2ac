import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brushPoints, brushRange, brushTo, brushWords } from './brush'
import { monthNumber } from './rail'

const scale = { first: monthNumber('2018-01'), last: monthNumber('2027-01'), step: 1 }

describe('the range that is chosen on the rail', () => {
  it('is the whole scale without dates, and then asks nothing', () => {
    const range = brushRange({ from: null, to: null }, scale)
    expect(range).toEqual({ start: scale.first, end: scale.last })
    expect(brushPoints(range, scale)).toEqual({ from: '', to: '' })
  })

  it('takes a year, a month and a day, the last one with it', () => {
    expect(brushRange({ from: '2019', to: '2019' }, scale)).toEqual({
      start: monthNumber('2019-01'),
      end: monthNumber('2020-01'),
    })
    expect(brushRange({ from: '2019-03-05', to: '2019-04' }, scale)).toEqual({
      start: monthNumber('2019-03'),
      end: monthNumber('2019-05'),
    })
    expect(brushRange({ from: '1804', to: '3000' }, scale)).toEqual({
      start: scale.first,
      end: scale.last,
    })
  })

  it('says whole years as years and every handle as a month', () => {
    const range = { start: monthNumber('2019-01'), end: monthNumber('2020-04') }
    expect(brushPoints(range, scale)).toEqual({ from: '2019', to: '2020-03' })
    expect(brushWords(range, 'start')).toBe('January 2019')
    expect(brushWords(range, 'end')).toBe('March 2020')
  })

  it('keeps at least one step between its ends, and comes back from the address as it was', () => {
    const month = fc.integer({ min: scale.first - 50, max: scale.last + 50 })
    const side = fc.constantFrom('start' as const, 'end' as const)
    fc.assert(
      fc.property(month, month, side, (a, b, moved) => {
        let range = brushTo(
          { start: scale.first, end: scale.last },
          moved === 'start' ? 'end' : 'start',
          a,
          scale,
        )
        range = brushTo(range, moved, b, scale)
        expect(range.end - range.start).toBeGreaterThanOrEqual(scale.step)
        expect(range.start).toBeGreaterThanOrEqual(scale.first)
        expect(range.end).toBeLessThanOrEqual(scale.last)
        const { from, to } = brushPoints(range, scale)
        expect(brushRange({ from: from || null, to: to || null }, scale)).toEqual(range)
      }),
    )
  })
})
