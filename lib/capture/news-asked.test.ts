import { describe, expect, it } from 'vitest'
import { demands } from './news.test-support'

const LEAD = 'Workers rallied outside Orbit Systems in Toledo on Monday. '

describe('what is asked of whom', () => {
  it('is asked anew where a sentence asks twice', () => {
    expect(
      demands(
        `${LEAD}The letter asks Orbit Systems to raise wages, and asks the landlord, Harbor Estates, to lower the rent.`,
      ),
    ).toEqual([
      ['Raise wages', 'Orbit Systems'],
      ['Lower the rent', 'Harbor Estates'],
    ])
  })

  it('is several things behind "that"', () => {
    expect(
      demands(
        'The group is demanding that the Ohio Department of Labor inspect all kitchens, that it make the results public, and that Orbit Systems pay for the repairs.',
      ),
    ).toEqual([
      ['Inspect all kitchens', 'Ohio Department of Labor'],
      ['Make the results public', 'Ohio Department of Labor'],
      ['Pay for the repairs', 'Orbit Systems'],
    ])
  })

  it('is told of a trust by its kind, and of several verbs', () => {
    expect(
      demands(
        'The Northern Schools Trust dismissed a teacher in May. The union said the trust should reinstate her, apologise to staff and drop the case.',
      ),
    ).toEqual([
      ['Reinstate her', 'Northern Schools Trust'],
      ['Apologise to staff', 'Northern Schools Trust'],
      ['Drop the case', 'Northern Schools Trust'],
    ])
  })

  it('is what ought not to be done', () => {
    expect(
      demands(`${LEAD}In particular, they say it should not renew its lease on the depot.`),
    ).toEqual([['Not renew its lease on the depot', 'Orbit Systems']])
  })

  it('is asked of who is told about between commas, not of who is named there', () => {
    expect(
      demands(
        'Workers rallied outside Orbit Systems on Monday. Councilman Grant Hotch, who has taken money from Orbit Systems since 2022, was asked by speakers to return it.',
      ),
    ).toEqual([['Return it', 'Grant Hotch']])
  })

  it('is a list behind a colon of verbs, of what shall not be and of nouns', () => {
    expect(
      demands(
        `${LEAD}The tenants’ demands fit on a postcard: fix the boilers, get rid of the mice, no evictions.`,
      ).map(([wording]) => wording),
    ).toEqual(['Fix the boilers', 'Get rid of the mice', 'No evictions'])
  })
})

describe('a letter to somebody', () => {
  const letter = (words: string) =>
    demands(`An open letter on the library\n\nDear President Byron,\n\n${words}`)

  it('asks "you"', () => {
    expect(
      letter('We, 40 members of the staff, ask you to end the contract with Orbit Systems.'),
    ).toEqual([['End the contract with Orbit Systems', 'Byron']])
  })

  it('lists what it asks below', () => {
    expect(
      letter('We therefore call on you to\n\n– end the lease;\n– delete all records;'),
    ).toEqual([
      ['End the lease', 'Byron'],
      ['Delete all records', 'Byron'],
    ])
  })

  it('does not ask for its answer as for a demand', () => {
    expect(letter('We ask for your reply by March 16.')).toEqual([])
  })
})

describe('what is no demand', () => {
  it.each([
    ['A judge ordered Orbit Systems to rehire two drivers.'],
    ['An appeals court ruled on Tuesday that the company must pay 62 workers.'],
    ['The tribunal ordered Orbit Systems to pay her £4,000.'],
  ])('is an order: %j', (sentence) => {
    expect(demands(LEAD + sentence)).toEqual([])
  })

  it.each([
    ['At a rally held on Monday, workers said that Orbit Systems must raise wages.'],
    [
      'Outside the court, at a rally held on Monday, workers said that Orbit Systems must raise wages.',
    ],
    ['They found on Monday that nothing had changed and that Orbit Systems must raise wages.'],
  ])('is no order where no body of law rules: %j', (sentence) => {
    expect(demands(LEAD + sentence)).toEqual([['Raise wages', 'Orbit Systems']])
  })

  it('is what nobody can be asked: to drop a deal with itself', () => {
    expect(
      demands(
        `${LEAD}Orbit Systems is a sponsor. Readers will stay away until it drops its deal with Orbit Systems.`,
      ),
    ).toEqual([])
  })
})
