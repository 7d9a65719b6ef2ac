import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'

// Published on Thursday, 5 March 2026.
const dates = (text: string, published = '2026-03-05') =>
  read(text, published).dates.map(({ value }) => value.edtf)

describe('a day', () => {
  it.each([
    ['The drivers will meet again on Friday week.', ['2026-03-13']],
    ['A public meeting will be held on Thursday week, 12 March.', ['2026-03-12']],
    ['The fair runs from 9 to 18 April.', ['2026-04-09/2026-04-18']],
    ['The trustees meet June 12 in Toledo.', ['2026-06-12']],
    ['They put it on the agenda of their June meeting.', []],
    ['A vote in June is a vote when nobody is here.', ['2026-06']],
    ['The walkout in January is under review.', ['2026-01']],
    ['After the first of its votes on January 12, staff walked out.', ['2026-01-12']],
    ['Bus runs on Monday were cancelled.', ['2026-03-02']],
    ['"I would have stayed till Friday," said Ada Byron.', ['2026-03-06']],
  ])('is counted in "%s"', (text, days) => {
    expect(dates(text)).toEqual(days)
  })

  it('is none where a weekday only says what kind of thing is meant', () => {
    expect(dates('Staff protest against Sunday closures.')).toEqual([])
    expect(dates('The union wants extra pay for Christmas Day shifts.')).toEqual([])
  })

  it('may be a holiday', () => {
    expect(
      dates(
        'Police escorted trucks on New Year’s Eve. She has come every day since Boxing Day.',
        '2027-01-05',
      ),
    ).toEqual(['2026-12-31', '2026-12-26'])
  })
})
