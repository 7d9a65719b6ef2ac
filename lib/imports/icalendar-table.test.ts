import { describe, expect, it } from 'vitest'
import { calendarTable } from './icalendar-table'
import { checkRow } from './check-rows'
import { planFor } from './plan'
import { propose } from './propose'
import { good, HABITS } from './rows-test-support'

const LOS_ANGELES = 'America/Los_Angeles'
const calendar = (...lines: string[]) =>
  [
    ...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'TZID:Our clocks', 'X-LIC-LOCATION:Europe/Berlin'],
    ...['BEGIN:STANDARD', 'DTSTART:19700101T000000', 'END:STANDARD', 'END:VTIMEZONE'],
    ...['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Rally', ...lines, 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n')

function check(...lines: string[]) {
  const table = calendarTable(calendar(...lines), LOS_ANGELES)
  const plan = planFor(table, propose(table, HABITS).mapping, HABITS, 'calendar.ics')
  return table.rows.map((row) => checkRow(row, table, plan))[0]
}

describe('the hour of an event', () => {
  const newYork = 'GEO:40.7128;-74.006'
  it.each([
    ['in UTC, without a place', ['DTSTART:20260314T221500Z'], '2026-03-14 15:15'],
    ['in UTC, at a place', ['DTSTART:20260314T221500Z', newYork], '2026-03-14 18:15'],
    ['of a zone', ['DTSTART;TZID=America/New_York:20260314T181500'], '2026-03-14 15:15'],
    [
      'of a zone, at its place',
      ['DTSTART;TZID=America/New_York:20260314T181500', newYork],
      '2026-03-14 18:15',
    ],
    ['of a zone in quotes', ['DTSTART;X=1;TZID="Asia/Tokyo":20260314T091500'], '2026-03-13 17:15'],
    [
      'of a zone as Windows calls it',
      ['DTSTART;TZID=Eastern Standard Time:20260314T181500'],
      '2026-03-14 15:15',
    ],
    [
      'of a zone that the calendar explains',
      ['DTSTART;TZID=Our clocks:20260314T181500'],
      '2026-03-14 10:15',
    ],
    [
      'of a zone behind the name of a program',
      ['DTSTART;TZID=/example.org/2007/America/New_York:20260314T181500'],
      '2026-03-14 15:15',
    ],
    ['by whatever clocks', ['DTSTART:20260314T181500', newYork], '2026-03-14 18:15'],
    ['at no place that there is', ['DTSTART:20260314T221500Z', 'GEO:140;-274'], '2026-03-14 15:15'],
  ])('%s', (_name, lines, words) => {
    expect(calendarTable(calendar(...lines), LOS_ANGELES).rows[0]?.cells[0]).toBe(words)
  })

  it('is by the clocks of the campaign where coordinates are left out', () => {
    const text = calendar('DTSTART:20260314T221500Z', newYork)
    expect(calendarTable(text, LOS_ANGELES, false).rows[0]?.cells[0]).toBe('2026-03-14 15:15')
  })

  it('is refused in a sentence where its zone is not known or did not show it', () => {
    expect(check('DTSTART;TZID=Middle Earth:20260314T181500')).toMatchObject({
      state: 'refused',
      refusals: [
        {
          ...{ row: 1, column: 'Start', value: '20260314T181500' },
          sentence:
            'The time zone “Middle Earth” is not known. Use a zone such as America/New_York, or the hour in UTC.',
        },
      ],
    })
    expect(check('DTSTART;TZID=America/New_York:20260308T023000')).toMatchObject({
      refusals: [{ sentence: expect.stringContaining('put forward') as string }],
    })
    expect(check('DTSTART:20260231T023000Z')).toMatchObject({ refusals: [{ column: 'Start' }] })
  })
})

describe('the end of an event', () => {
  it.each([
    ['hours', ['DTSTART:20260314T171500Z', 'DURATION:PT2H30M'], '2026-03-14', '12:45'],
    [
      'hours by whatever clocks',
      ['DTSTART:20260314T101500', 'DURATION:PT45M'],
      '2026-03-14',
      '11:00',
    ],
    ['days', ['DTSTART;VALUE=DATE:20260314', 'DURATION:P3D'], '2026-03-14/2026-03-16', ''],
    ['a week', ['DTSTART;VALUE=DATE:20260314', 'DURATION:P1W'], '2026-03-14/2026-03-20', ''],
    ['a day', ['DTSTART;VALUE=DATE:20260314', 'DURATION:P1D'], '2026-03-14', ''],
    [
      'one day, given twice',
      ['DTSTART;VALUE=DATE:20260314', 'DTEND;VALUE=DATE:20260314'],
      '2026-03-14',
      '',
    ],
  ])('is known by how long it lasts: %s', (_name, lines, edtf, endTime) => {
    expect(good(check(...lines)).input).toMatchObject({ date: { edtf }, endTime })
  })

  it('is refused where the duration is none', () => {
    expect(check('DTSTART:20260314T101500', 'DURATION:two hours')).toMatchObject({
      state: 'refused',
    })
  })
})

it('names what it does not read of an event', () => {
  const text = calendar(
    ...['DTSTART:20260314T221500Z', 'ORGANIZER;CN=A:mailto:a@example.org', 'ATTACH:https://a.org'],
    ...['EXDATE:20260321T221500Z', 'ATTACH:https://b.org', 'BEGIN:VALARM', 'TRIGGER:-PT5M'],
    ...['END:VALARM', 'RECURRENCE-ID:20260314T221500Z'],
  ).replace('END:VCALENDAR', 'BEGIN:VTODO\r\nSUMMARY:Later\r\nEND:VTODO\r\nEND:VCALENDAR')
  expect(calendarTable(text, LOS_ANGELES).unread).toEqual([
    ...['ORGANIZER', 'ATTACH', 'EXDATE', 'VALARM', 'RECURRENCE-ID', 'VTODO'],
  ])
})
