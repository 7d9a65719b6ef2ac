import { describe, expect, it } from 'vitest'
import { mailTime } from './when'

const daily = (mailHour: number, timeZone: string, now: string) =>
  mailTime({ mailWhen: 'daily', mailHour, timeZone }, new Date(now), null).toISOString()

describe('mail once a day', () => {
  it.each([
    ['before the hour', 8, 'Europe/London', '2026-02-13T07:59:59Z', '2026-02-13T08:00:00.000Z'],
    ['at the hour', 8, 'Europe/London', '2026-02-13T08:00:00Z', '2026-02-14T08:00:00.000Z'],
    ['in summer', 8, 'Europe/London', '2026-07-13T06:00:00Z', '2026-07-13T07:00:00.000Z'],
    [
      'where it is another day',
      18,
      'Pacific/Auckland',
      '2026-02-13T12:00:00Z',
      '2026-02-14T05:00:00.000Z',
    ],
    ['without a zone, by UTC', 0, '', '2026-12-31T23:30:00Z', '2027-01-01T00:00:00.000Z'],
    [
      'an hour that is skipped',
      2,
      'America/Los_Angeles',
      '2026-03-08T08:00:00Z',
      '2026-03-08T10:00:00.000Z',
    ],
    [
      'an hour that comes twice, the first time',
      1,
      'America/Los_Angeles',
      '2026-11-01T07:00:00Z',
      '2026-11-01T08:00:00.000Z',
    ],
    [
      'and not the second',
      1,
      'America/Los_Angeles',
      '2026-11-01T08:30:00Z',
      '2026-11-02T09:00:00.000Z',
    ],
    [
      'a day that is skipped',
      9,
      'Pacific/Apia',
      '2011-12-30T04:00:00Z',
      '2011-12-30T19:00:00.000Z',
    ],
  ])('comes at the hour of one’s own zone: %s', (_what, hour, zone, now, then) => {
    expect(daily(hour, zone, now)).toBe(then)
  })
})

describe('mail as it comes', () => {
  const now = new Date('2026-02-13T08:00:00Z')
  const after = (minutes: number) =>
    mailTime(
      { mailWhen: 'at_once', mailHour: 8, timeZone: '' },
      now,
      new Date(now.getTime() - minutes * 60_000),
    )

  it('comes at once, and five minutes after the one before at the soonest', () => {
    expect(after(60)).toEqual(now)
    expect(after(2)).toEqual(new Date('2026-02-13T08:03:00Z'))
    expect(mailTime({ mailWhen: 'at_once', mailHour: 8, timeZone: '' }, now, null)).toEqual(now)
  })
})
