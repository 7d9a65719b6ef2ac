import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysInMonth } from './calendar'
import { dateBounds, normaliseEdtf } from './edtf'
import { parseDateWords } from './parse'
import { dateInWords } from './words'

const today = '2026-02-16'

/** Every EDTF that the record keeps, in its stored spelling. */
const part = fc
  .record({
    precision: fc.constantFrom('day', 'day', 'month', 'season', 'year', 'decade', 'century'),
    year: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 2024, max: 2027 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    qualifier: fc.constantFrom('', '', '', '~', '?', '%'),
  })
  .map(({ precision, year, month, day, qualifier }) => {
    const y = String(year).padStart(4, '0')
    const m = String(month).padStart(2, '0')
    const d = String(Math.min(day, daysInMonth(year, month))).padStart(2, '0')
    const forms = {
      day: `${y}-${m}-${d}`,
      month: `${y}-${m}`,
      season: `${y}-2${(month % 4) + 1}`,
      year: y,
      decade: `${y.slice(0, 3)}X`,
      century: `${y.slice(0, 2)}XX`,
    }
    return forms[precision] + qualifier
  })

const kept = fc
  .oneof(
    part,
    fc.tuple(part, part).map(([a, b]) => `${a}/${b}`),
    fc.tuple(part, part).map(([a, b]) => `[${a}..${b}]`),
    fc.array(part, { minLength: 2, maxLength: 4 }).map((parts) => `[${parts.join(',')}]`),
    fc
      .tuple(part, fc.constantFrom('[..@]', '[@..]', '../@', '@/..', '@/', '/@'))
      .map(([a, form]) => form.replace('@', a)),
  )
  .map(normaliseEdtf)
  .filter((edtf) => edtf !== null)

describe('properties', () => {
  it('reads back what is shown, in both orders of day and month', () => {
    fc.assert(
      fc.property(
        kept,
        fc.constantFrom('en-GB', 'en-US'),
        fc.boolean(),
        (edtf, locale, weekday) => {
          const words = dateInWords(edtf, { locale, weekday })
          const parsed = parseDateWords(words, { today })
          expect(parsed).toMatchObject({ ok: true, edtf, warning: null })
        },
      ),
      { numRuns: 10_000 },
    )
  })

  it('reads back a time of day', () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    fc.assert(
      fc.property(clock, fc.constantFrom('en-GB', 'en-US'), ([hours, minutes], locale) => {
        const time = [hours, minutes].map((value) => String(value).padStart(2, '0')).join(':')
        const words = dateInWords('2026-02-13', { time, locale })
        expect(parseDateWords(words, { today })).toMatchObject({ ok: true, time, warning: null })
      }),
      { numRuns: 10_000 },
    )
  })

  it('orders first and last day, and later dates after earlier ones', () => {
    fc.assert(
      fc.property(kept, kept, (a, b) => {
        const [left, right] = [dateBounds(a), dateBounds(b)]
        if (!left || !right) throw new Error('A kept date must have bounds.')
        expect(left.firstDay <= left.lastDay).toBe(true)
        const whole = dateBounds(`${left.firstDay}/${left.lastDay}`)
        expect(whole).toEqual(left)
        const ordered = left.firstDay <= right.lastDay
        const span = dateBounds(`${left.firstDay}/${right.lastDay}`)
        expect(span !== null).toBe(ordered)
      }),
      { numRuns: 10_000 },
    )
  })

  it('answers any text without failing, and only with dates that can be kept', () => {
    const word = fc.constantFrom(
      ...'13 14 31 2026 0000 feb march may or and to - , 2026-02-13 2/3/2026 by since about'.split(
        ' ',
      ),
      ...'last next thursday fri week ago a 5pm 17:00 the 1820s summer early possibly ? /'.split(
        ' ',
      ),
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 7 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const parsed = parseDateWords(typed, { today })
        if (!parsed.ok) {
          expect(parsed.message).toMatch(/\.$/)
          return
        }
        expect(normaliseEdtf(parsed.edtf)).toBe(parsed.edtf)
        const shown = parseDateWords(parsed.words, { today })
        expect(shown).toMatchObject({ ok: true, edtf: parsed.edtf, time: parsed.time })
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('what is asked or refused', () => {
  it('offers both readings of 02/03/2026, and takes the order that is known', () => {
    expect(parseDateWords('02/03/2026', { today })).toMatchObject({
      ok: false,
      choices: [{ edtf: '2026-03-02' }, { edtf: '2026-02-03' }],
    })
    expect(parseDateWords('02/03/2026', { today, dayOrder: 'mdy' })).toMatchObject({
      edtf: '2026-02-03',
    })
    expect(parseDateWords('02/13/2026', { today, dayOrder: 'dmy' })).toMatchObject({
      edtf: '2026-02-13',
    })
  })

  it.each(['Feb-01', 'Feb-31'])('asks whether %s is a day or a year', (text) => {
    expect(parseDateWords(text, { today })).toMatchObject({ ok: false, choices: [{}, {}] })
  })

  it('asks for the year of a season', () => {
    expect(parseDateWords('winter', { today })).toMatchObject({
      ok: false,
      message: 'Add the year, such as winter 2025.',
    })
  })

  it('keeps the time of day with each reading', () => {
    for (const [text, labels] of [
      ['2/3/2026 5pm', ['Mon 2 Mar 2026, 17:00', 'Tue 3 Feb 2026, 17:00']],
      ['Friday at 17:30', ['Fri 13 Feb 2026, 17:30', 'Fri 20 Feb 2026, 17:30']],
    ] as const) {
      const parsed = parseDateWords(text, { today })
      expect(!parsed.ok && parsed.choices?.map(({ label }) => label)).toEqual(labels)
      for (const label of labels) expect(parseDateWords(label, { today }).ok).toBe(true)
    }
  })

  it('offers no choice that would lose a part of the text', () => {
    for (const text of ['by Friday', 'possibly Friday', 'Friday or Saturday', 'by the 1800s']) {
      const parsed = parseDateWords(text, { today })
      expect(parsed.ok).toBe(false)
      expect(parsed).not.toHaveProperty('choices')
    }
    expect(parseDateWords('by 02/03/2026', { today })).toMatchObject({
      choices: [{ edtf: '[..2026-03-02]' }, { edtf: '[..2026-02-03]' }],
    })
  })

  it('says when the weekday contradicts the date', () => {
    expect(parseDateWords('Thursday 13 February 2026', { today })).toMatchObject({
      edtf: '2026-02-13',
      warning: '13 February 2026 is a Friday, not a Thursday.',
    })
  })

  it('takes the latest year that has begun, unless something ahead is expected', () => {
    const year = (text: string, day: string, more: object = {}) => {
      const parsed = parseDateWords(text, { today: day, ...more })
      return parsed.ok ? parsed.edtf.slice(0, 4) : (parsed.choices?.map(({ edtf }) => edtf) ?? [])
    }
    expect(year('30 Dec', '2026-01-05')).toBe('2025')
    expect(year('2 Jan', '2026-12-28')).toBe('2026')
    expect(year('2 Jan', '2026-12-28', { expects: 'ahead' })).toBe('2027')
    expect(year('coming 2 Jan', '2026-12-28')).toBe('2027')
    expect(year('13 Feb', '2026-11-28')).toBe('2026')
    expect(year('13 Feb', '2026-11-28', { expects: 'action' })).toBe('2026')
    expect(year('13 Dec', '2026-11-28', { expects: 'action' })).toEqual([
      '2025-12-13',
      '2026-12-13',
    ])
    expect(year('29 Feb', '2027-12-01')).toEqual(['2024-02-29', '2028-02-29'])
    expect(year('27 Nov - 3 Dec', '2026-11-28')).toBe('2026')
  })

  it('lets the day of the week decide the year, and asks where it fits none that is near', () => {
    const edtf = (text: string, more: object = {}) => {
      const parsed = parseDateWords(text, { today: '2026-11-28', ...more })
      return parsed.ok ? parsed.edtf : parsed.choices?.map(({ edtf }) => edtf)
    }
    expect(edtf('Thurs 12 Feb')).toBe('2026-02-12')
    expect(edtf('Thursday, December 4')).toBe('2025-12-04')
    expect(edtf('Thurs 3 Dec')).toEqual(['2020-12-03', '2025-12-03', '2026-12-03'])
    expect(edtf('Thurs 3 Dec', { expects: 'ahead' })).toBe('2026-12-03')
  })

  it('counts from the day of the source where one is given', () => {
    const edtf = (text: string, anchor: string) => {
      const parsed = parseDateWords(text, { today: '2026-11-28', anchor })
      return parsed.ok ? parsed.edtf : parsed.choices?.map(({ edtf }) => edtf)
    }
    expect(edtf('13 Feb', '2025-02-15')).toBe('2025-02-13')
    expect(edtf('30 Dec', '2021-01-03')).toBe('2020-12-30')
    expect(edtf('3 March', '2025-02-15')).toEqual(['2024-03-03', '2025-03-03'])
    expect(edtf('yesterday', '2025-02-15')).toEqual(['2025-02-14', '2026-11-27'])
    expect(edtf('13 Feb 2024', '2025-02-15')).toBe('2024-02-13')
    expect(edtf('Thursday', '2026-02-13')).toBe('2026-02-12')
    expect(edtf('Friday', '2026-02-13')).toBe('2026-02-13')
    expect(edtf('on Saturday evening', '2026-02-13')).toBe('2026-02-07')
    expect(edtf('next Thursday', '2026-02-13')).toHaveLength(4)
  })

  it('refuses hidden signs, long texts and a wrong today', () => {
    expect(parseDateWords('13 Feb\u0000 2026', { today }).ok).toBe(false)
    expect(parseDateWords('\u202e13 Feb 2026', { today }).ok).toBe(false)
    expect(parseDateWords('9'.repeat(201), { today }).ok).toBe(false)
    expect(() => parseDateWords('today', { today: 'now' })).toThrow(RangeError)
  })
})

it('takes EDTF as EDTF where programs write it', () => {
  const read = (text: string) => parseDateWords(text, { today, isEdtf: true })
  expect(read('2021-22')).toMatchObject({ ok: true, edtf: '2021-22', warning: null })
  expect(read('2009-10')).toMatchObject({ ok: true, edtf: '2009-10', warning: null })
  expect(read('2019/20')).toMatchObject({ ok: true, edtf: '2019/2020' })
})
