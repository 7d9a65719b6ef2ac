import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'

const dates = (text: string) => read(text).dates.map(({ value }) => value.edtf)

describe('a date', () => {
  it.each<[string, string[]]>([
    ['The cameras have cut collisions by 38% since January, the company said.', ['2026-01']],
    ['A request was not returned by press time Sunday.', ['2026-03-01']],
    ['Anyone who is not at a desk by 1 June will be let go.', ['2026-06-01']],
    ['The boycott ends Friday with a rally.', ['2026-03-06']],
    [
      'She told me that she will raise the cameras at the Transport for the North West board on Monday.',
      ['2026-03-09'],
    ],
    ['She said that she will bring a bill next month.', ['2026-04']],
    [
      'The provost promised an answer by April 24. The group votes the following Tuesday.',
      ['2026-04-24', '2026-04-28'],
    ],
    ['They will walk out on March 12, 13 and 14.', ['2026-03-12', '2026-03-13', '2026-03-14']],
    ['Letters were sent in August and September.', ['2025-08', '2025-09']],
  ])('is read in "%s"', (text, edtf) => {
    expect(dates(text)).toEqual(edtf)
  })

  it.each([
    '“Sunday is when my kids have a mother,” she said.',
    'The group votes the following Tuesday.',
  ])('is none in "%s"', (text) => {
    expect(dates(text)).toEqual([])
  })

  it('is not a number that only stands behind one', () => {
    expect(dates('On March 2 and 300 others marched.')).toEqual(['2026-03-02'])
    expect(dates('On March 2, 12 and 14 workers spoke.')).toEqual(['2026-03-02'])
  })
})
