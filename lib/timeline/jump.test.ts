import { describe, expect, it } from 'vitest'
import { dateHabitsOf } from '../dates/habits'
import { readJump, readLimit } from './jump'

const habits = (dayOrder: 'ask' | 'dmy' | 'mdy', weekStart = 'monday') =>
  dateHabitsOf({ dayOrder, weekStart }, '2026-04-15')

describe('a jump', () => {
  it.each([
    ['2/3/2026', 'dmy', 'monday', '2026-03-02'],
    ['2/3/2026', 'mdy', 'monday', '2026-02-03'],
    ['last week', 'dmy', 'monday', '2026-04-06'],
    ['last week', 'dmy', 'sunday', '2026-04-05'],
    ['March 2018', 'ask', 'monday', '2018-03'],
    ['2018', 'ask', 'monday', '2018'],
  ] as const)('%s by %s from %s', (text, dayOrder, weekStart, point) => {
    expect(readJump(text, habits(dayOrder, weekStart))).toEqual({ point, unclear: null })
  })

  it('offers both readings of what can be read in two ways', () => {
    const { point, unclear } = readJump('2/3/2026', habits('ask'))
    expect(point).toBeNull()
    expect(unclear?.choices?.map(({ value }) => readJump(value, habits('ask')).point)).toEqual([
      '2026-03-02',
      '2026-02-03',
    ])
  })

  it('says so of what is no date, and nothing of no text', () => {
    expect(readJump('soonish', habits('ask')).unclear?.message).toMatch(/./)
    expect(readJump(null, habits('ask'))).toEqual({ point: null, unclear: null })
  })
})

describe('a limit of the time that is shown', () => {
  it.each([
    ['last week', 'from', '2026-04-05'],
    ['last week', 'to', '2026-04-11'],
    ['3/2/2026', 'from', '2026-03-02'],
    ['March 2018', 'to', '2018-03'],
    ['2018-03', 'from', '2018-03'],
    ['spring 2018', 'to', '2018-05-31'],
  ] as const)('%s, %s', (text, side, point) => {
    expect(readLimit(text, side, habits('mdy', 'sunday'))).toMatchObject({ point })
  })

  it('refuses what it cannot read, and takes nothing for no limit', () => {
    expect(readLimit('soonish', 'from', habits('ask'))).not.toHaveProperty('point')
    expect(readLimit(' ', 'from', habits('ask'))).toBeNull()
  })
})
