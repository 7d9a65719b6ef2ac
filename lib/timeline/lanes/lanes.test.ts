import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, dayNumber } from '../../dates/calendar'
import { axisTicks } from './axis'
import { bucketOf, bucketStart, civil, dayOfMonthStart, levelAt, levelFor, levels } from './levels'
import { roundedWindow } from './rounding'
import { dateShape } from './shape'
import {
  fitWindow,
  pannedWindow,
  readWindow,
  wholeWindow,
  windowAt,
  writeWindow,
  zoomedWindow,
} from './window'
import { gatheredInWords, windowInWords } from './words'

const FIRST = dayNumber('0001-01-01')
const LAST = dayNumber('9999-12-31')
const anyDay = fc.integer({ min: FIRST, max: LAST })
const anyMinute = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 1_439 }))
  .map(([day, minute]) => day + minute / 1_440)
const anyLevel = fc.integer({ min: 0, max: levels.length - 1 })

describe('the calendar of the axis', () => {
  it('knows the same days as the record’s dates', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: date } = civil(day)
        const iso = [String(year).padStart(4, '0'), month, date]
          .map((part) => String(part).padStart(2, '0'))
          .join('-')
        expect(iso).toBe(dayFromNumber(day))
        expect(dayOfMonthStart(year, month)).toBe(day - date + 1)
      }),
    )
  })
})

describe('the levels', () => {
  it('go from coarse to fine', () => {
    const lengths = levels.map(({ days }) => days)
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a))
  })

  it('put every minute into exactly one bucket', () => {
    fc.assert(
      fc.property(anyLevel, anyMinute, (index, time) => {
        const level = levelAt(index)
        const bucket = bucketOf(level, time)
        expect(bucketStart(level, bucket)).toBeLessThanOrEqual(time + 1e-6)
        expect(bucketStart(level, bucket + 1)).toBeGreaterThan(time + 1e-6)
        expect(bucketOf(level, bucketStart(level, bucket))).toBe(bucket)
      }),
    )
  })

  it('draw a span with no more buckets than asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 3_000_000, noNaN: true }), (days) => {
        const index = levelFor(days, 36)
        expect(days / levelAt(index).days).toBeLessThanOrEqual(index === 0 ? Infinity : 36)
      }),
    )
  })
})

describe('a window in the address', () => {
  const anyWindow = fc
    .tuple(
      fc.double({ min: FIRST, max: LAST, noNaN: true }),
      fc.oneof(
        fc.double({ min: 0.01, max: 400_000, noNaN: true }),
        fc.double({ min: 0.01, max: 4, noNaN: true }),
        // Around where minutes give way to days.
        fc.double({ min: 199.9, max: 200.1, noNaN: true }),
      ),
    )
    .map(([from, length]) => fitWindow({ from, to: from + length }, null))

  it('is read back as it was written: to the day where it is long, else to the minute', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const back = readWindow(writeWindow(window)) ?? { from: NaN, to: NaN }
        const most = (window.to - window.from > 199.99 ? 1 / 2 : 0) + 1 / 2 / 1_440 + 1e-6
        expect(Math.abs(back.from - window.from)).toBeLessThanOrEqual(most)
        expect(Math.abs(back.to - window.to)).toBeLessThanOrEqual(most)
        expect(writeWindow(back)).toBe(writeWindow(window))
      }),
    )
  })

  it('reads the same in words after a reload', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const back = readWindow(writeWindow(window)) ?? { from: NaN, to: NaN }
        expect(windowInWords(back)).toBe(windowInWords(window))
        const [again, once] = [roundedWindow(back), roundedWindow(window)]
        expect(again.from - once.from || again.to - once.to).toBe(0)
      }),
    )
  })

  it('may be points', () => {
    expect(readWindow('2018..2020-06')).toEqual({
      from: dayNumber('2018-01-01'),
      to: dayNumber('2020-07-01'),
    })
    expect(readWindow('1804')).toEqual({
      from: dayNumber('1804-01-01'),
      to: dayNumber('1805-01-01'),
    })
    expect(writeWindow(readWindow('2026-02-13T10:00..2026-02-13T1830') ?? { from: 0, to: 1 })).toBe(
      '2026-02-13T1000..2026-02-13T1830',
    )
    for (const wrong of [null, '', 'x', '2018..', '2020..2018', '2018..2019..2020', '2018-02-30'])
      expect(readWindow(wrong)).toBeNull()
  })

  it('stays in reach of the whole, however it is moved and zoomed', () => {
    const whole = { from: dayNumber('2016-01-01'), to: dayNumber('2026-01-01') }
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.double({ min: -5, max: 5, noNaN: true })), {
          maxLength: 30,
        }),
        (steps) => {
          let window = wholeWindow(whole)
          for (const [zoom, by] of steps)
            window = fitWindow(
              zoom ? zoomedWindow(window, 2 ** by) : pannedWindow(window, by),
              whole,
            )
          const middle = (window.from + window.to) / 2
          expect(middle).toBeGreaterThanOrEqual(whole.from - 1e-6)
          expect(middle).toBeLessThanOrEqual(whole.to + 1e-6)
          expect(window.to - window.from).toBeGreaterThan(0.02)
        },
      ),
    )
  })

  it('keeps its length in a jump, and the time under the pointer in a zoom', () => {
    const window = windowAt('2018-03', { from: 0, to: 40 })
    expect(window.to - window.from).toBeCloseTo(40)
    expect((window.from + window.to) / 2).toBeCloseTo(dayNumber('2018-03-16') + 0.5)
    const near = zoomedWindow({ from: 0, to: 100 }, 0.5, 30)
    expect((30 - near.from) / (near.to - near.from)).toBeCloseTo(0.3)
  })
})

describe('words', () => {
  const words = (text: string) => windowInWords(readWindow(text) ?? { from: 0, to: 0 })
  it.each([
    ['2019-03', 'March 2019'],
    ['2019-03..2019-05', 'March–May 2019'],
    ['2018-12..2019-01', 'December 2018 – January 2019'],
    ['1804', '1804'],
    ['0800..0899', '0800–0899'],
    ['2026-02-13', 'Fri 13 Feb 2026'],
    ['2026-02-12..2026-02-14', '12–14 Feb 2026'],
    ['2026-02-28..2026-03-02', '28 Feb – 2 Mar 2026'],
    ['2025-12-28..2026-01-03', '28 Dec 2025 – 3 Jan 2026'],
    ['2026-02-13T1000..2026-02-13T1830', 'Fri 13 Feb 2026, 10:00–18:30'],
    ['2026-02-13T1000..2026-02-13T2400', 'Fri 13 Feb 2026, 10:00–24:00'],
    ['2026-02-13T2200..2026-02-14T0130', 'Fri 13 Feb 2026, 22:00 – Sat 14 Feb 2026, 01:30'],
  ])('%s is %s', (text, expected) => expect(words(text)).toBe(expected))

  it('says what a counted mark holds', () => {
    const mark = {
      ...{ row: 0, lanes: {}, reach: 0, parts: true, id: null },
      count: 38,
      early: false,
    }
    const march = { from: dayNumber('2019-03-01'), to: dayNumber('2019-04-01') }
    expect(gatheredInWords({ ...mark, ...march })).toBe('38 entries, March 2019')
    expect(gatheredInWords({ ...mark, ...march, count: 1, early: true })).toBe(
      '1 entry that began before Fri 1 Mar 2019',
    )
  })
})

describe('the axis', () => {
  it('has room for its labels, from centuries to minutes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 2_000_000, noNaN: true }), (days) => {
        const ticks = axisTicks({ from: 1_000, to: 1_000 + days }, 1_000 / days)
        expect(ticks.length).toBeLessThan(60)
      }),
    )
    const years = axisTicks({ from: dayNumber('1804-01-01'), to: dayNumber('2026-01-01') }, 0.01)
    expect(years.map(({ label }) => label)).toContain('1860')
  })
})

it('draws a date as sharp only where it is known to the day', () => {
  const shapes = [
    '2026-02-13',
    '2026-02-13~',
    '2026',
    '2026-02/2026-05',
    '[..2026-02-13]',
    '2026-02-13/',
    '2026-02-13/..',
  ]
  expect(shapes.map(dateShape)).toEqual([
    ...['sharp', 'about', 'soft', 'lasting', 'before', 'after', 'ongoing'],
  ])
})
