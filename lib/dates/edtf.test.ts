import edtfPackage from 'edtf'
import { describe, expect, it } from 'vitest'
import { dateBounds, normaliseEdtf } from './edtf'

describe('dateBounds', () => {
  it.each([
    ['2026-02-13', '2026-02-13', '2026-02-13'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-11~', '2025-11-01', '2025-11-30'],
    ['182X', '1820-01-01', '1829-12-31'],
    ['18XX?', '1800-01-01', '1899-12-31'],
    ['2025-21', '2025-03-01', '2025-05-31'],
    ['2025-22%', '2025-06-01', '2025-08-31'],
    ['2025-23', '2025-09-01', '2025-11-30'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['9999-24', '9999-12-01', '9999-12-31'],
    ['0001', '0001-01-01', '0001-12-31'],
    ['2026-02-12/2026-02-14', '2026-02-12', '2026-02-14'],
    ['[2026-02-12,2026-02-13]', '2026-02-12', '2026-02-13'],
    ['[2026-02-12..2026-02-14]', '2026-02-12', '2026-02-14'],
    ['[..2026-02-13]', '2026-02-13', '2026-02-13'],
    ['[2026-02-13..]', '2026-02-13', '2026-02-13'],
    ['../2026-02', '2026-02-28', '2026-02-28'],
    ['2026-02/..', '2026-02-01', '2026-02-01'],
    ['2026-02-13/', '2026-02-13', '2026-02-13'],
    ['2026-XX', '2026-01-01', '2026-12-31'],
  ])('%s lies from %s to %s', (edtf, firstDay, lastDay) => {
    expect(dateBounds(edtf)).toEqual({ firstDay, lastDay })
  })

  it.each([
    '',
    '0000',
    '-0100',
    '000X',
    '00XX',
    'XXXX',
    '2026-02-30',
    '2025-02-29',
    '2026-13',
    '2026-25',
    '2026-XX-12',
    '2026-02-1X',
    '2026-02-13T17:00',
    '../..',
    '/',
    '2026-02-14/2026-02-12',
    '2026/2027/2028',
    '[..]',
    '[2026',
    '{2026,2027}',
    'Y12026',
    ' 2026',
    '2026~~',
    '2026'.repeat(100),
  ])('refuses %s', (edtf) => {
    expect(dateBounds(edtf)).toBeNull()
  })

  // The package takes seasons for quarters, 2025-02-29 for 1 March and loses the end of `[a..b]`, so it is a
  // second opinion on what it reads rightly only.
  it.each(['2026-02-13', '2024-02', '2025~', '182X', '18XX', '2026-02-12/2026-02-14', '182X/184X'])(
    'agrees with the edtf package on %s',
    (edtf) => {
      const other = edtfPackage(edtf)
      const day = (moment: number) => new Date(moment).toISOString().slice(0, 10)
      expect(dateBounds(edtf)).toEqual({ firstDay: day(other.min), lastDay: day(other.max) })
    },
  )
})

describe('normaliseEdtf', () => {
  it.each([
    [' [2026-02-13, 2026-02-12] ', '[2026-02-12,2026-02-13]'],
    ['[2026-02-13,2026-02-13]', '2026-02-13'],
    ['2026-02-13/2026-02-13', '2026-02-13'],
    ['[2026-02-13..2026-02-13]', '2026-02-13'],
    ['182x', '182X'],
    ['2026-02-xx', '2026-02'],
    ['2026-02-13/open', '2026-02-13/..'],
    ['unknown/2026', '/2026'],
    ['2026?~', '2026%'],
    ['2026-02-12 / 2026-02-14', '2026-02-12/2026-02-14'],
  ])('writes %s as %s', (text, edtf) => {
    expect(normaliseEdtf(text)).toBe(edtf)
    expect(normaliseEdtf(edtf)).toBe(edtf)
  })

  it('refuses what is not a date', () => {
    expect(normaliseEdtf('13 Feb 2026')).toBeNull()
    expect(normaliseEdtf('')).toBeNull()
    expect(normaliseEdtf('x'.repeat(10_000))).toBeNull()
  })
})
