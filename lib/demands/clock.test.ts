import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, dayNumber } from '../dates/calendar'
import { todayIn } from '../dates/days'
import { clockInWords, noFacts, readClock, type ClockPoint } from './clock'
import { certainDay, daysFromTo, possibleDays, daySpanInWords } from './spans'

const at = (edtf: string, asOf: string): ClockPoint => {
  const days = possibleDays(edtf, asOf)
  if (!days) throw new Error(`${edtf} does not count on ${asOf}.`)
  return { days, edtf, entry: { id: edtf, title: edtf } }
}
const reading = (raised: string, answered: string | null, asOf: string) => {
  const answer = answered === null ? null : at(answered, asOf)
  return readClock(
    { ...noFacts, raised: at(raised, asOf), answered: answer, lastWord: answer },
    asOf,
  )
}

describe('the days that a date may mean', () => {
  it.each([
    ['2026-02-13', '2026-02-13', '2026-02-13'],
    ['[2026-02-12,2026-02-13]', '2026-02-12', '2026-02-13'],
    ['[..2026-02-13]', null, '2026-02-13'],
    ['[2026-02-13..]', '2026-02-13', '2026-03-01'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026-02-10/2026-02-14', '2026-02-10', '2026-02-10'],
    ['2026-03', '2026-03-01', '2026-03-01'],
  ])('%s', (edtf, first, last) => {
    expect(possibleDays(edtf, '2026-03-01')).toEqual({ first, last, about: false })
  })

  it('are none for what lies after the day that is asked for', () => {
    expect(possibleDays('2026-03-02', '2026-03-01')).toBeNull()
    expect(possibleDays('[..2026-03-02]', '2026-03-01')).toBeNull()
    expect(possibleDays('no date', '2026-03-01')).toBeNull()
  })
})

describe('the clock', () => {
  it.each([
    ['2026-02-13', null, '2026-02-13', ['Raised today. No reply recorded yet.']],
    ['2026-02-13', null, '2026-02-14', ['No reply recorded for 1 day.']],
    ['[2026-02-12,2026-02-13]', null, '2026-02-24', ['No reply recorded for 11 to 12 days.']],
    ['[..2026-02-13]', null, '2026-02-25', ['No reply recorded for at least 12 days.']],
    ['2025-11~', null, '2026-01-01', ['No reply recorded for about 32 to 61 days.']],
    [
      '2026-02-13',
      '2026-02-25',
      '2026-03-01',
      ['First answer after 12 days.', 'Last answer recorded 4 days ago.'],
    ],
    [
      '2026-02-13',
      '[..2026-02-25]',
      '2026-02-25',
      ['First answer after at most 12 days.', 'Last answer recorded by today.'],
    ],
    [
      '2026-02-13',
      '[..2026-02-13]',
      '2026-02-14',
      ['Answered the same day or earlier.', 'Last answer recorded at least 1 day ago.'],
    ],
    [
      '2026-02-13',
      '2026-02-01',
      '2026-02-13',
      ['Answered before the first entry that raises it.', 'Last answer recorded 12 days ago.'],
    ],
  ])('raised %s, answered %s, on %s', (raised, answered, asOf, words) => {
    expect(clockInWords(reading(raised, answered, asOf))).toEqual(words)
  })

  it('counts nothing that no entry raised', () => {
    expect(readClock(noFacts, '2026-03-01')).toEqual({
      ...{ state: 'unraised', toAnswer: null, silence: null },
    })
  })

  it('goes on at midnight of the campaign, not of the server', () => {
    const before = todayIn('America/Los_Angeles', new Date('2026-02-14T07:59:59Z'))
    const after = todayIn('America/Los_Angeles', new Date('2026-02-14T08:00:00Z'))
    expect(clockInWords(reading('2026-02-13', null, before))[0]).toContain('Raised today')
    expect(clockInWords(reading('2026-02-13', null, after))[0]).toContain('1 day')
    expect(todayIn('Pacific/Auckland', new Date('2026-02-14T07:59:59Z'))).toBe('2026-02-14')
  })

  it('counts days, whatever the clocks of the zone did in between', () => {
    // Clocks went forward on 8 March and back on 1 November 2026.
    const moments = ['2026-03-09T06:59:00Z', '2026-11-02T07:59:00Z']
    const [spring = '', autumn = ''] = moments.map((moment) =>
      todayIn('America/Los_Angeles', new Date(moment)),
    )
    expect(daySpanInWords(daysFromTo(certainDay('2026-03-07'), certainDay(spring)))).toBe('1 day')
    expect(daySpanInWords(daysFromTo(certainDay('2026-10-31'), certainDay(autumn)))).toBe('1 day')
  })
})

const day = fc.integer({ min: 15_000, max: 25_000 }).map((number) => dayFromNumber(number) ?? '')
const window = fc.tuple(day, fc.nat({ max: 400 }), fc.boolean()).map(([first, more, open]) => ({
  ...{ first: open ? null : first, about: false },
  last: dayFromNumber(dayNumber(first) + more) ?? first,
  inside: (part: number) => dayFromNumber(dayNumber(first) + Math.round(part * more)) ?? first,
}))
const part = fc.float({ min: 0, max: 1, noNaN: true })

describe('a span', () => {
  it('holds the true number of days, wherever in their windows the two days lie', () => {
    fc.assert(
      fc.property(window, window, part, part, (from, to, one, other) => {
        const { least, most } = daysFromTo(from, to)
        const truth = dayNumber(to.inside(other)) - dayNumber(from.inside(one))
        if (truth >= 0) expect(least ?? 0).toBeLessThanOrEqual(truth)
        expect(most ?? truth).toBeGreaterThanOrEqual(truth)
      }),
    )
  })

  it('grows by one with each day', () => {
    fc.assert(
      fc.property(window, (from) => {
        const tomorrow = dayFromNumber(dayNumber(from.last) + 1) ?? ''
        const today = daysFromTo(from, certainDay(from.last))
        const next = daysFromTo(from, certainDay(tomorrow))
        expect((next.least ?? 0) - (today.least ?? 0)).toBe(1)
      }),
    )
  })
})
