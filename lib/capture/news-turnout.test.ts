import { describe, expect, it } from 'vitest'
import { crowds, read } from './news.test-support'

describe('how many took part', () => {
  it.each<[string, [number | null, number | null][]]>([
    ['Organizers pegged the crowd at 650.', [[650, 650]]],
    ['A security officer gave an estimate of 500.', [[500, 500]]],
    [
      'Police estimated attendance at 400; organisers said it was closer to 700.',
      [
        [400, 400],
        [700, 700],
      ],
    ],
    ['Organiser Ada Smith put the turnout at ‘about 75, and one dog’.', [[75, 75]]],
    ['The company puts the figure at “under 150”.', [[null, 150]]],
    ['Our reporter is on the street, where she counts 70 people.', [[70, 70]]],
    ['Thirty-four of us walked into the store.', [[34, 34]]],
    ['Around 40 people clapped from the park.', [[40, 40]]],
  ])('is counted in "%s"', (text, sizes) => {
    expect(crowds(text)).toEqual(sizes)
  })

  it.each([
    'They rallied against plans to leave five branches without staff.',
    'The union says nine in 10 staff walked out.',
    'Two Orbit employees who handed out flyers for the rally have been suspended without pay.',
  ])('is not in "%s"', (text) => {
    expect(crowds(text)).toEqual([])
  })

  it('is told by who counted it in its own clause', () => {
    const text = 'Police estimated attendance at 400; organisers said it was closer to 700.'
    expect(read(text).crowds.map(({ value }) => value.countedBy)).toEqual(['Police', 'organisers'])
  })
})
