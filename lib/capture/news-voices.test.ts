import { describe, expect, it } from 'vitest'
import { people, quotes } from './news.test-support'

const speakers = (text: string) => quotes(text).map(([speaker]) => speaker)

describe('whose words they are', () => {
  it('is nobody’s where they are a heading', () => {
    expect(
      quotes(
        'In a judgment published on Tuesday, Judge Ada Byron said that the leaflet, which carried the heading "Thirty-four is a crowd", was "moderate and rather well drawn".',
      ).map(([, words]) => words),
    ).toEqual(['moderate and rather well drawn'])
  })

  it.each([
    [
      'is his though he speaks of her',
      'Manager Grace Hopper said: "I never once read it to the end."\n\nThe union’s secretary, Samar Lind, said the trust should reinstate her and pay her wages. "They have spent more on lawyers than on books," he added.',
      ['Grace Hopper', 'Samar Lind'],
    ],
    [
      'is hers who is told about, not his whose mother she is',
      'The union says that an apprentice, Dylan Achne, died in a bin.\n\nMarlene Achne, Dylan’s mother, has brought bread to the line. "I know he would be here," she said.',
      ['Marlene Achne'],
    ],
    [
      'is a grandson’s and not his grandfather’s',
      'Staff held a vigil for Harold Come, who died on Monday.\n\nCome’s grandson, Luc, said his family did not blame them. "They cried more than we did," he said.',
      ['Come’s grandson, Luc'],
    ],
    [
      'is no place’s',
      'Librarian Ada Byron told councillors that her branch at Sandy Point was full. "They do not sing to a kiosk," she said.',
      ['Ada Byron'],
    ],
    [
      'is the company’s that the sentence before is about',
      'Orbit Systems said it would appeal. “We strongly disagree with this ruling,” the company said in a statement.',
      ['Orbit Systems'],
    ],
    [
      'is one assistant’s who gave no name',
      'The union’s secretary, Ada Byron, said it would go on.\n\nOne care assistant at the home, who asked not to be named, said: "I came in with shingles in January."',
      ['one care assistant'],
    ],
    [
      'is the farm’s',
      'Pickers rallied at Orbit Farm in Toledo on Monday.\n\n"These folks are like family to us," the farm wrote in a post.',
      ['the farm'],
    ],
  ])('%s', (_whose, text, expected) => {
    expect(speakers(text)).toEqual(expected)
  })
})

describe('a person', () => {
  it.each([
    ['Mom of two Denise Kowal watched from across Harbor Drive.', 'Denise Kowal'],
    ['A 23-year-old apprentice, Dylan Achne, died in a bin in 2024.', 'Dylan Achne'],
    ['Among them are the novelist Marian Osei and the poet Gethin Pryce.', 'Gethin Pryce'],
    ['The owner, Craig Hollis, hung up when reached by phone.', 'Craig Hollis'],
    ['The landlord, Craig Hollis, said he would sell.', 'Craig Hollis'],
    ['The lender, Ada Williams, said she would wait.', 'Ada Williams'],
    [
      'Mayor Denise Okon’s office released a statement. It said the mayor stands by it.',
      'Denise Okon',
    ],
  ])('is named in "%s"', (text, name) => {
    expect(people(text)).toContain(name)
  })

  it.each([
    ['The building was closed, according to Campus Safety, until noon.'],
    ['Its Dublin solicitors, Tynan Roche, said they would not comment.'],
    ['Members of Grandparents First and Youth Strike Lothian sat down on Monday.'],
  ])('is none in "%s"', (text) => {
    expect(people(text)).toEqual([])
  })
})
