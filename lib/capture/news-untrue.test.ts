import { describe, expect, it } from 'vitest'
import { contractChange } from '../kinds/contract-change'
import { quotes, read } from './news.test-support'

const kinds = (text: string) => read(text).drafts.map(({ kind }) => kind)

describe('what a report says did not happen', () => {
  it.each([
    'Rumors that workers at Orbit Systems walked out on Monday are false, the union said.',
    'Workers at Orbit Systems did not walk out on Monday, the union said.',
    '“Nobody walked out,” said Ada Byron, a union steward.',
    'A strike at Orbit Systems planned for Monday was called off on Sunday.',
  ])('is no action in "%s"', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it('is not confused with a strike that was called off after it was held', () => {
    expect(
      kinds('The strike at Orbit Systems, which began on Feb. 2, was called off on Monday.'),
    ).toEqual(['strike'])
  })
})

describe('the day', () => {
  const dates = (text: string) => read(text).dates.map(({ value }) => value.edtf)

  it('is the next such weekday, where a hearing is set for it', () => {
    expect(dates('Orbit Systems workers walked out. A hearing is set for Friday.')).toEqual([
      '2026-03-06',
    ])
  })

  it('is the last such weekday, where a strike went on from it', () => {
    expect(dates('Workers in Toledo went on an indefinite strike from Tuesday.')).toEqual([
      '2026-03-03',
    ])
  })

  const answer = (text: string) =>
    read(text).drafts.find(({ kind }) => kind === 'statement' || kind === 'commitment')?.date?.value

  it('of an answer is no earlier than the report says', () => {
    expect(
      answer(
        'Workers walked out on Monday, calling on Orbit Systems to raise wages. Orbit Systems said in a statement that it pays well.',
      )?.edtf,
    ).toBe('[..2026-03-05]')
  })

  it('of an answer does not lie ahead of the report', () => {
    expect(
      answer(
        'Workers walked out on Monday, calling on Orbit Systems to raise wages. Orbit Systems agreed to raise wages before a hearing set for Friday.',
      )?.edtf,
    ).toBe('[..2026-03-05]')
  })
})

it('of a firing is not that of what it answers', () => {
  const { drafts } = read(
    'Ada Byron and Karl Ohm said they were fired after speaking at a rally at Orbit Systems on Monday.',
  )
  expect(drafts.find(({ kind }) => kind === 'retaliation')?.date?.value.edtf).toBe('[..2026-03-05]')
})

describe('a contract', () => {
  it.each(['cancelled', 'ended', 'suspended', 'did not renew', 'terminated'])(
    'that Acme "%s" changed in a way that the kind knows',
    (verb) => {
      const { change } = contractChange.fields
      const known = change?.type === 'choice' ? Object.keys(change.options) : []
      for (const { details } of read(`Orbit Systems ${verb} its contract with ICE on Monday.`)
        .drafts)
        if (details.change) expect(known).toContain(details.change)
    },
  )
})

describe('whose words they are', () => {
  it.each([
    [
      'The council\'s leader, Karl Ohm, said the demands are "simply unaffordable". Unite\'s general secretary, Ada Byron, hit back: "That is nonsense."',
      'Ada Byron',
    ],
    [
      'The council\'s leader, Karl Ohm, said the demands are "simply unaffordable". Unite\'s general secretary, Ada Byron, let fly: "That is nonsense."',
      'Ada Byron',
    ],
    [
      'A letter from Ada Byron to Karl Ohm, the plant manager, reads: “You lied to all of us here.”',
      'Ada Byron',
    ],
  ])('in "%s"', (text, speaker) => {
    expect(quotes(`Workers walked out on Tuesday. ${text}`).at(-1)?.[0]).toBe(speaker)
  })
})

describe('what is said of somebody', () => {
  it('is not what the next person is', () => {
    const people = read(
      'Workers walked out on Monday.\n\nOf Ada Byron, the manager said: “She is a thief.” “I am not,” said Ada Byron.',
    ).people
    expect(people.map(({ value }) => [value.name, value.description])).toEqual([['Ada Byron', '']])
  })

  it('is no name on a sign', () => {
    const { people } = read(
      'The sign read “Fire Karl Ohm.” Students at Toledo University chanted on Monday. Ohm is the provost.',
    )
    expect(people.map(({ value }) => value.name)).not.toContain('Fire Karl Ohm')
  })

  it('is no organization in "We’re", written with a plain mark', () => {
    expect(
      read('Workers marched in Toledo on Monday. "We\'re fired up," said Karl Ohm.').organizations,
    ).toEqual([])
  })
})

describe('a demand', () => {
  it.each([
    [
      'Workers plan to walk out unless Orbit Systems agrees to raise wages, union president Ada Byron said Monday.',
      'Raise wages',
    ],
    [
      'Workers demanded on Tuesday that Orbit Systems issue a statement condemning the raids.',
      'Issue a statement condemning the raids',
    ],
    ['Workers demanded on Tuesday that Orbit Systems raise wages.', 'Raise wages'],
  ])('holds no word of who says it, or when: "%s"', (text, wording) => {
    expect(read(text).demands[0]?.value.wording).toBe(wording)
  })
})

it('counts a crowd by the police, not by "but police"', () => {
  expect(
    read(
      'Organizers had expected more but police said 800 people turned out for the march in Memphis on Saturday.',
    ).crowds[0]?.value.countedBy,
  ).toBe('police')
})
