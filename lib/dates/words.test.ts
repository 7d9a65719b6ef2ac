import { describe, expect, it } from 'vitest'
import { dateInWords, isApproximate, isExact, isKnownToTheDay, precisionOf } from './words'

describe('dateInWords', () => {
  it.each([
    ['2026-02-13', 'Fri 13 Feb 2026', 'Fri Feb 13, 2026'],
    ['2025-11~', 'about November 2025', 'about November 2025'],
    ['2026-02-13?', 'possibly 13 Feb 2026', 'possibly Feb 13, 2026'],
    ['2026-02-13%', 'possibly about 13 Feb 2026', 'possibly about Feb 13, 2026'],
    ['2025', '2025', '2025'],
    ['2025-22', 'summer 2025', 'summer 2025'],
    ['182X', 'the 1820s', 'the 1820s'],
    ['180X', 'the decade 1800–1809', 'the decade 1800–1809'],
    ['20XX', 'the 21st century', 'the 21st century'],
    ['11XX', 'the 12th century', 'the 12th century'],
    ['[..2026-02-13]', 'by 13 Feb 2026', 'by Feb 13, 2026'],
    ['[2026-02-13..]', '13 Feb 2026 or later', 'Feb 13, 2026 or later'],
    ['2026-02-13/..', 'since 13 Feb 2026', 'since Feb 13, 2026'],
    ['../2026-02-13', 'until 13 Feb 2026', 'until Feb 13, 2026'],
    ['2026-02/', 'from February 2026, end not known', 'from February 2026, end not known'],
    ['/2026', 'until 2026, start not known', 'until 2026, start not known'],
    ['[2026-02-12,2026-02-13]', '12 or 13 Feb 2026', 'Feb 12 or 13, 2026'],
    ['[2026-02-12,2026-02-13,2026-02-15]', '12, 13 or 15 Feb 2026', 'Feb 12, 13 or 15, 2026'],
    ['[2026-02-28,2026-03-02]', '28 Feb or 2 Mar 2026', 'Feb 28 or Mar 2, 2026'],
    ['2026-02-12/2026-02-14', '12–14 Feb 2026', 'Feb 12–14, 2026'],
    ['2026-02-28/2026-03-02', '28 Feb – 2 Mar 2026', 'Feb 28 – Mar 2, 2026'],
    ['2025-12-30/2026-01-02', '30 Dec 2025 – 2 Jan 2026', 'Dec 30, 2025 – Jan 2, 2026'],
    ['2026-02/2026-03', 'February–March 2026', 'February–March 2026'],
    ['2019/2021', '2019–2021', '2019–2021'],
    ['2024-24/2025', 'from winter 2024 to 2025', 'from winter 2024 to 2025'],
    ['2025-01~/2025-04~', 'early 2025', 'early 2025'],
    ['2025-03-21~/2025-03-31~', 'late March 2025', 'late March 2025'],
    [
      '[2026-02-12..2026-02-14]',
      'some time between 12 and 14 Feb 2026',
      'some time between Feb 12 and 14, 2026',
    ],
  ])('%s is “%s”', (edtf, words, american) => {
    expect(dateInWords(edtf)).toBe(words)
    expect(dateInWords(edtf, { locale: 'en-US' })).toBe(american)
  })

  it('adds the time with the zone as it was that day', () => {
    const zone = 'America/Los_Angeles'
    expect(dateInWords('2026-02-13', { time: '17:00', zone })).toBe('Fri 13 Feb 2026, 17:00 PST')
    expect(dateInWords('2026-07-13', { time: '17:00', zone })).toBe('Mon 13 Jul 2026, 17:00 PDT')
    expect(dateInWords('2026-07-13', { time: '09:05', weekday: false })).toBe('13 Jul 2026, 09:05')
    expect(dateInWords('2026-07', { time: '09:05', zone })).toBe('July 2026')
    expect(dateInWords('2026-07-13', { time: '09:05', zone: 'Nowhere' })).toBe(
      'Mon 13 Jul 2026, 09:05',
    )
  })

  it('gives back what is not EDTF', () => {
    expect(dateInWords('2026-02-30')).toBe('2026-02-30')
  })
})

it('tells how exactly a date is known', () => {
  const known = [
    '2026-02-13',
    '2026-02',
    '2026-22',
    '2026',
    '202X',
    '20XX',
    '2025/2026',
    '[2025,2026]',
  ]
  const names = ['day', 'month', 'season', 'year', 'decade', 'century', 'range', 'set']
  expect(known.map(precisionOf)).toEqual(names)
  expect(['[..2026]', '[2026..]', '2026/..', '/2026'].map(precisionOf)).toEqual(
    Array.from({ length: 4 }, () => 'open'),
  )
  expect(() => precisionOf('soon')).toThrow(RangeError)
  expect(['2026-02-13', '2026-02-13~', '2026-02', 'soon'].map(isExact)).toEqual([
    true,
    false,
    false,
    false,
  ])
  const lasting = [
    '2026-02-13/2026-02-15',
    '2026-02-13/2026-02-15~',
    '2026-02/2026-03',
    '2026-02-13/..',
  ]
  expect(['2026-02-13', ...lasting].map(isKnownToTheDay)).toEqual([true, true, false, false, false])
  expect(['2026~', '2026%', '2026?', '~'].map(isApproximate)).toEqual([true, true, false, false])
})
