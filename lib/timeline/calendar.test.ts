import { expect, it } from 'vitest'
import { weekdayOf } from '../dates/calendar'
import { weekdaysFrom, weeksOf } from './calendar'

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
