import { describe, expect, it } from 'vitest'
import { capture } from './capture'
import { organizations, places } from './news.test-support'
import { readText } from './read-text'

describe('where it was', () => {
  it('is a building that stands on a street', () => {
    const text = 'Nurses picketed outside Willow Court, on Harbor Road in Toledo, on Monday.'
    expect(places(text)).toContain('Willow Court')
    expect(organizations(text)).not.toContain('Willow Court')
  })

  it('is an abbey or a quay', () => {
    expect(places('Tenants rallied on the steps of Selby Abbey on Monday.')).toContain(
      'Selby Abbey',
    )
  })

  it('is the office of a board with its whole name', () => {
    expect(
      places(
        'Students marched to the offices of the Maple Ridge North District School Board on Monday.',
      ),
    ).toContain('offices of the Maple Ridge North District School Board')
  })

  it('is a town where somebody worked for some years', () => {
    expect(
      places('Ada Byron, who lost her case on Monday, taught in Toledo for 17 years.'),
    ).toEqual(['Toledo'])
  })

  it('is not where an office or a university sits', () => {
    expect(
      places(
        'Workers rallied in Toledo on Monday. The company may appeal to the board in Denver. The agency’s regional office in Chicago gave no date. A scholar at a university in Memphis doubted it.',
      ),
    ).toEqual(['Toledo'])
  })
})

describe('a short name', () => {
  const found = (text: string) => {
    const { organizations, places } = capture(readText(text, { published: '2026-03-05' }), {
      organizations: [],
      people: [],
      isPlace: (name) => ['Toledo', 'Boise', 'Alliance', 'Union'].includes(name),
    })
    return [organizations.map(({ value }) => value.name), places.map(({ value }) => value)]
  }

  it('of a company is no town', () => {
    expect(
      found(
        'Tenants rallied in Toledo on Monday. The homes of 40 families belong to Boise Property Partners, a company that has been cited. At Boise nobody answered, and Boise’s local manager stayed in his car.',
      ),
    ).toEqual([['Boise Property Partners'], ['Toledo']])
  })

  it('of a union is no town', () => {
    expect(found('Workers rallied in Toledo on Monday. Union president Bo Lee spoke.')[1]).toEqual([
      'Toledo',
    ])
  })

  it('of a coalition is its last word', () => {
    expect(
      found(
        'The River Housing Alliance rallied in Toledo on Monday. Alliance spokesman Bo Lee said that it would go on.',
      ),
    ).toEqual([['River Housing Alliance'], ['Toledo']])
  })
})
