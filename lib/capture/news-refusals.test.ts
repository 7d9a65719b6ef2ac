import { describe, expect, it } from 'vitest'
import { quotes, silences } from './news.test-support'

const LEAD = 'Workers walked out at Orbit Systems in Toledo on Monday. '

describe('a refusal', () => {
  it.each([
    ['Orbit Systems said that it did not comment on individual cases.'],
    ['Orbit Systems would not be drawn on what the app had cost.'],
    ['Orbit Systems said it was not in a position to comment.'],
    ['Orbit Systems said that it could not discuss an open case.'],
    ['Orbit Systems declined to answer detailed questions.'],
    ['Orbit Systems said: “No comment.”'],
  ])('is told in %j', (sentence) => {
    expect(silences(LEAD + sentence)).toEqual([['Orbit Systems', 'declined']])
  })

  it('is no quote where all that was said is "no comment"', () => {
    expect(quotes(`${LEAD}Orbit Systems said: “No comment.”`)).toEqual([])
  })

  it('is told by "it" of the body that the sentence before spoke of', () => {
    expect(
      silences(
        'Tenants asked the Idaho Housing Department to inspect the boilers. They also wrote to Orbit Systems. The department opened an inquiry in May. It said that it could not discuss an open case.',
      ),
    ).toEqual([['Idaho Housing Department', 'declined']])
  })
})

describe('a question that got no answer', () => {
  it.each([
    ['Orbit Systems did not answer a question about the cost.'],
    ['Orbit Systems did not answer when asked if it had met the drivers.'],
    ['Orbit Systems did not reply to queries.'],
    ['Orbit Systems was not available for comment.'],
  ])('is told in %j', (sentence) => {
    expect(silences(LEAD + sentence)).toEqual([['Orbit Systems', 'no_reply']])
  })

  it('is told of a fund by its kind', () => {
    expect(
      silences(
        'Protesters sat down at the Ohio Teachers Fund on Monday. The fund did not respond to questions.',
      ),
    ).toEqual([['Ohio Teachers Fund', 'no_reply']])
  })

  it('is told of a person who left first', () => {
    expect(
      silences(
        'Manager Ada Byron of Orbit Systems told the council that trees would be planted. She left early and did not respond to questions from a reporter.',
      ).map(([name]) => name),
    ).toEqual(['Ada Byron'])
  })

  it('is told of a person who was written to in the sentence before', () => {
    expect(
      silences(
        'In May the students wrote to Provost Ada Byron and asked who may see the files. She has not answered.',
      ),
    ).toEqual([['Ada Byron', 'no_reply']])
  })

  it('is told of both whom "neither" joins, a title before the second', () => {
    expect(
      silences(
        `${LEAD}Neither the plant manager, Ada Byron, nor Toledo Mayor Grace Hopper returned calls.`,
      ).map(([name]) => name),
    ).toEqual(['Ada Byron', 'Grace Hopper'])
  })

  it('is none where an answer came', () => {
    expect(silences(`${LEAD}Orbit Systems did answer when asked about the fans.`)).toEqual([])
    expect(
      silences(
        `${LEAD}Orbit Systems did not answer directly, saying only that safety comes first.`,
      ),
    ).toEqual([])
  })
})

describe('whose refusal it is', () => {
  it('is that of an office which goes by its holder', () => {
    expect(
      silences(
        'Drivers filled the hall on Monday, led by Lake City Neighbors. The city attorney’s office declined to comment on the contract.',
      ),
    ).toEqual([['city attorney’s office', 'declined']])
  })

  it('is that of the body which the sentence before let speak', () => {
    expect(
      silences(
        'Readers sat down in the library of the Ohio Reading Trust. Idaho Police came and went, and so did Idaho Police dogs. In a statement the trust said it needed money. A spokeswoman would not be drawn on the sum.',
      ),
    ).toEqual([['Ohio Reading Trust', 'declined']])
  })

  it('is that of no other where a name that nothing explains begins the sentence', () => {
    expect(
      silences(
        `${LEAD}Orbit Systems closed the gates. Customs and Harbor Protection declined to comment, saying it does not discuss personnel matters.`,
      ).filter(([name]) => name === 'Orbit Systems'),
    ).toEqual([])
  })
})
