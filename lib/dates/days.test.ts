import { expect, it } from 'vitest'
import { daysBetween, instantsOf, isZone, todayIn, zonedTimeState } from './days'

it('counts calendar days across a clock change', () => {
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
  expect(daysBetween('2026-02-13', '2026-02-13')).toBe(0)
  expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
  expect(daysBetween('0001-01-01', '9999-12-31')).toBe(3_652_058)
  expect(() => daysBetween('2026-02-30', '2026-03-01')).toThrow(RangeError)
})

it('knows the day at a place', () => {
  const noon = new Date('2026-02-13T12:00:00Z')
  expect(todayIn('Pacific/Auckland', noon)).toBe('2026-02-14')
  expect(todayIn('America/Los_Angeles', new Date('2026-02-13T07:59:59Z'))).toBe('2026-02-12')
  expect(todayIn('America/Los_Angeles', new Date('2026-02-13T08:00:00Z'))).toBe('2026-02-13')
  expect(() => todayIn('Nowhere/City', noon)).toThrow(RangeError)
})

it('knows a zone from an offset or a word', () => {
  expect(['America/Los_Angeles', 'UTC', 'Etc/GMT+5'].every(isZone)).toBe(true)
  expect(['Nowhere/City', '+01:00', '', 'America/', '../etc'].some(isZone)).toBe(false)
})

it.each([
  ['2026-03-08', '02:30', 'America/Los_Angeles', 'skipped'],
  ['2026-03-08', '03:00', 'America/Los_Angeles', 'ok'],
  ['2026-11-01', '01:30', 'America/Los_Angeles', 'doubled'],
  ['2026-11-01', '02:00', 'America/Los_Angeles', 'ok'],
  ['2026-04-05', '01:45', 'Australia/Lord_Howe', 'doubled'],
  ['2011-12-30', '12:00', 'Pacific/Apia', 'skipped'],
  ['1700-01-01', '12:00', 'Europe/Berlin', 'ok'],
])('%s %s in %s is %s', (day, time, zone, state) => {
  expect(zonedTimeState(day, time, zone)).toBe(state)
})

it('gives both moments of a doubled time, the earlier first', () => {
  const moments = instantsOf('2026-11-01', '01:30', 'America/Los_Angeles')
  expect(moments.map((moment) => new Date(moment).toISOString())).toEqual([
    '2026-11-01T08:30:00.000Z',
    '2026-11-01T09:30:00.000Z',
  ])
  expect(() => instantsOf('2026-11-01', '25:00', 'UTC')).toThrow(RangeError)
})
