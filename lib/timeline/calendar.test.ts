import { describe, expect, it } from 'vitest'
import { weekdayOf } from '../dates/calendar'
import { spansOf, weekdaysFrom, weeksOf, type CalendarEntry } from './calendar'

it.each([
  ['Monday', 1, 6],
  ['Sunday', 0, 0],
  ['Saturday', 6, 1],
])('a month begins its weeks on %s', (name, firstWeekday, empty) => {
  const weeks = weeksOf('2026-02', firstWeekday)
  expect(weekdaysFrom(firstWeekday)[0]).toBe(name)
  expect(weeks[0]?.filter((day) => day === null)).toHaveLength(empty)
  for (const week of weeks) {
    expect(week).toHaveLength(7)
    week.forEach((day, index) => {
      if (day) expect(weekdayOf(day)).toBe((firstWeekday + index) % 7)
    })
  }
  expect(weeks.flat().filter(Boolean)).toHaveLength(28)
})

describe('what lasts several days', () => {
  const entry = (id: string, edtf: string, firstDay: string, lastDay: string): CalendarEntry => ({
    ...{ id, edtf, firstDay, lastDay, title: id, lane: 'action', kind: 'strike', time: null },
    signs: [],
  })
  // March 2026 begins on a Sunday.
  const weeks = weeksOf('2026-03', 1)
  const drawn = (entries: CalendarEntry[], today = '2026-03-31') =>
    spansOf(weeks, entries, today).map((pieces) =>
      pieces.map(({ entry: { id }, day, days, line, begins, ends }) =>
        [id, day, days, line, begins ? 'begins' : '', ends ? 'ends' : ''].join(' ').trim(),
      ),
    )

  it('is drawn across its days, week by week', () => {
    expect(drawn([entry('strike', '2026-03-06/2026-03-10', '2026-03-06', '2026-03-10')])).toEqual([
      [],
      ['strike 2026-03-06 3 0 begins'],
      ['strike 2026-03-09 2 0  ends'],
      [],
      [],
      [],
    ])
  })

  it('stands on a line of its own where others last at the same time', () => {
    const week = drawn([
      entry('late', '2026-03-05/2026-03-06', '2026-03-05', '2026-03-06'),
      entry('long', '2026-03-02/2026-03-04', '2026-03-02', '2026-03-04'),
      entry('both', '2026-03-03/2026-03-05', '2026-03-03', '2026-03-05'),
    ])[1]
    expect(week).toEqual([
      'long 2026-03-02 3 0 begins ends',
      'both 2026-03-03 3 1 begins ends',
      'late 2026-03-05 2 0 begins ends',
    ])
  })

  it('reaches until today where it goes on, and from the months before', () => {
    const goingOn = entry('boycott', '2026-01-10/..', '2026-01-10', '2026-01-10')
    expect(drawn([goingOn], '2026-03-03').slice(0, 3)).toEqual([
      ['boycott 2026-03-01 1 0'],
      ['boycott 2026-03-02 2 0  ends'],
      [],
    ])
  })

  it.each([
    ['one of several days', '[2026-03-02,2026-03-04]'],
    ['about a span', '2026-03-02~/2026-03-04~'],
    ['a month', '2026-03'],
    ['a span to an end that nobody knows', '2026-03-02/'],
  ])('is not %s', (_, edtf) => {
    expect(drawn([entry('x', edtf, '2026-03-02', '2026-03-04')]).flat()).toEqual([])
  })
})
