import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'

const first = (text: string) => read(text).drafts[0]
const wordings = (text: string) => read(text).demands.map(({ value }) => value.wording)
const targets = (text: string) =>
  (first(text)?.organizations ?? []).filter(({ part }) => part === 'target')

describe('the place of an action', () => {
  it('is where the report says that people picketed, not where it was written', () => {
    const text =
      'Toledo, OH – Workers and supporters attended a picket in Boise in support of Orbit Systems drivers.'
    expect(first(text)?.place?.value).toBe('Boise')
  })

  it('is not where the war is that it is about', () => {
    const text =
      'Students protested on Monday. They spoke about the war in Ohio and set up tents at the university in Toledo.'
    expect(first(text)?.place?.value).toBe('Toledo')
  })

  it('is not where somebody is to be heard later in the broadcast', () => {
    const text =
      'More than 10,000 hotel workers in nine cities walked out on strike on Monday. Later in the broadcast, we will speak with strikers in Ohio.'
    expect(first(text)?.place ?? null).toBeNull()
  })
})

describe('the day of a vote', () => {
  it('is not the one on which the strike could start', () => {
    const text =
      'Orbit Systems workers voted overwhelmingly to authorize a strike that could start as soon as the beginning of August.'
    expect(first(text)?.date?.value.edtf).toBe('[..2026-03-05]')
  })
})

describe('what is asked', () => {
  it.each([
    'The vote gives the union leverage to win their contract demands with Orbit Systems.',
    'Students at Orbit College will go on with their protest until their demands are met.',
    'In an effort to seek resolution, the union proposed lower raises to Orbit Systems after the strike.',
  ])('is nothing in "%s"', (text) => {
    expect(wordings(text)).toEqual([])
  })

  it('goes before what it is dated by', () => {
    expect(
      wordings(
        'Workers at Orbit Systems walked out, demanding better benefits since their contracts expired in August.',
      ),
    ).toEqual(['Better benefits'])
  })

  it('may be simple, and then listed', () => {
    expect(
      wordings(
        'Orbit Foods workers walked out. Our demands are simple: a fair raise and an end to overtime.',
      ),
    ).toEqual(['A fair raise', 'An end to overtime'])
  })
})

describe('the target', () => {
  it('is no company that is named once, far down', () => {
    const text = `Game workers rallied in Toledo on Monday for severance pay. ${'They sang and they waited for an answer that nobody gave. '.repeat(12)}A demonstration of Orbit Systems was shown to nobody.`
    expect(targets(text)).toEqual([])
  })

  it('is no square, although its name has a union in it', () => {
    const text =
      'Hotel workers rallied on Monday. They marched from Halden Union Square and called for higher wages.'
    expect(targets(text)).toEqual([])
  })
})

it('counts nobody who was apprehended as the crowd', () => {
  const text =
    'The union announced that 85 of its members were apprehended during the demonstration on Monday.'
  expect(read(text).crowds).toEqual([])
})

it('lets no spokesperson speak at the vote', () => {
  const text =
    'Orbit Systems workers voted to authorize a strike on Monday. “We make progress,” spokesperson Bo Lee said. “We are ready,” said Ada Byron, the union’s president.'
  expect(first(text)?.people.map(({ name }) => name)).toEqual(['Ada Byron'])
})
