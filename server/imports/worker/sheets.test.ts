import { expect, it } from 'vitest'
import { dateText } from './sheets'

it.each([
  ['1886-05-04T00:00:00Z', '1886-05-04'],
  ['1899-12-30T17:30:00Z', '17:30'],
  ['1899-12-31T09:00:00Z', '09:00'],
  ['2026-02-14T09:00:00Z', '2026-02-14 09:00'],
])('reads the day of a workbook: %s', (moment, words) => {
  expect(dateText(new Date(moment))).toBe(words)
})
