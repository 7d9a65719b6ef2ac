import { expect, it } from 'vitest'
import { isOnAt, isOpenEnded, lastsForDays } from './lasting'

it.each([
  ['2026-03-10/..', true],
  ['2026-03-10/', false],
  ['[2026-03-10..]', false],
  ['2026-03-10', false],
  ['2026-03-10/2026-03-12', false],
])('%s is open-ended: %s', (edtf, open) => {
  expect(isOpenEnded(edtf)).toBe(open)
})

it.each([
  ['2026-03-10/2026-03-12', true],
  ['2026-03-10/..', true],
  ['2026-03/2026-04', false],
  ['2026-03-10/2026-04', false],
  ['2026-03/2026-04-02', false],
  ['2026-03-10~/2026-03-12', false],
  ['2026-03-10/2026-03-12?', false],
  ['2026-03-10/', false],
  ['../2026-03-10', false],
  ['2026-03-10', false],
])('%s lasts for days that are known: %s', (edtf, lasts) => {
  expect(lastsForDays(edtf)).toBe(lasts)
})

it.each([
  ['2026-03-10/..', '2026-03-09', false],
  ['2026-03-10/..', '2026-03-10', true],
  ['2026-03-10/..', '2030-01-01', true],
  ['2026-03-10/2026-03-12', '2026-03-12', true],
  ['2026-03-10/2026-03-12', '2026-03-13', false],
  ['2026-03-10/', '2026-03-10', false],
  ['2026-01~/2026-03~', '2026-02-01', false],
  ['2026-03-10', '2026-03-10', false],
])('%s is on at %s: %s', (edtf, day, on) => {
  expect(isOnAt(edtf, day)).toBe(on)
})
