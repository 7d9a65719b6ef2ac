import { describe, expect, it } from 'vitest'
import { organizations, people, places, read } from './news.test-support'

describe('who wrote a report', () => {
  it('is nobody whom it names, wherever it says so', () => {
    expect(
      people(
        'By ADA SMITH and Bo Lee, The Ledger\n\nDrivers at Orbit Freight struck on Monday. Our reporter Bo Lee counted 70 people. (Reporting by Ada Smith in Toledo; Editing by Cy Ray)',
      ),
    ).toEqual([])
  })

  it('makes no dateline of a name with a hyphen', () => {
    const text =
      'Aides stage die-in outside Orbit Health headquarters\n\nBy Ada Smith-Webb, Ledger News\n\nDozens of aides staged a die-in outside Orbit Health headquarters on Wednesday.'
    expect(read(text).drafts[0]?.place?.value ?? '').not.toContain('Smith')
  })
})

describe('somebody', () => {
  it.each<[string, string[]]>([
    [
      'Joint Commissioner of Labour P. Yadav Rao assured the employees that a notice would be served.',
      ['P. Yadav Rao'],
    ],
    [
      'The firm terminated two of the group’s office-bearers, A. Farhan and Bo Lee, on March 2.',
      ['A. Farhan', 'Bo Lee'],
    ],
    ['His flack, Ada Smith, sent a two-line e-mail.', ['Ada Smith']],
    ['A federal mediator, Ada Smith, has asked both sides to meet.', ['Ada Smith']],
    [
      'Join us on Thursday at the hall.\n\nIn solidarity,\nAda May Smith\nPresident',
      ['Ada May Smith'],
    ],
  ])('is named in "%s"', (text, names) => {
    expect(people(text)).toEqual(names)
  })

  it.each([
    'The local filed a charge with Region 9 of the Labor Board on Monday.',
    'The banner, by a crew that calls itself Thirsty Dogs, is the third this summer.',
  ])('is not named in "%s"', (text) => {
    expect(people(text)).toEqual([])
  })
})

describe('a body', () => {
  it.each([
    ['The vigil was organised by the Riders’ Network Toledo on Monday.', 'Riders’ Network Toledo'],
    ['The protest was led by the Toledo IT Workers Front.', 'Toledo IT Workers Front'],
    [
      'The event was hosted by the Graduate Student Workers’ Assembly.',
      'Graduate Student Workers’ Assembly',
    ],
    ['The banner, by a crew that calls itself Thirsty Dogs, is the third.', 'Thirsty Dogs'],
    ['Members of the union Uplift voted on Monday.', 'Uplift'],
    ['The actors’ union, Playhouse, has not backed the boycott.', 'Playhouse'],
    ['The firm behind the screens, Openshelf, said nothing.', 'Openshelf'],
    ['We walked into Marlowe’s flagship store on Friday.', 'Marlowe'],
  ])('is named in "%s"', (text, name) => {
    expect(organizations(text)).toContain(name)
  })

  it('is none of what a banner shouts', () => {
    expect(
      organizations('Half of the town had read it by noon: YOUR DATA CENTER DRANK OUR LAKE.'),
    ).toEqual([])
  })

  it('is not what its maker makes', () => {
    expect(
      organizations('We e-mailed ShiftWell’s maker, Corvane Labs of Denver, on Monday.'),
    ).not.toContain('ShiftWell')
  })
})

describe('where something happened', () => {
  it('is a town whose quays are full', () => {
    expect(places('Several hundred people stood on Denver’s quays last night.')).toContain('Denver')
  })

  it.each([
    'His cousin read a letter from his mother in Denver.',
    'Toledo MP Ada Smith has been asked for comment.',
    'The lockout is the first at an East Coast container terminal since 2013.',
    'Angry words at a town hall on software that grades essays.',
  ])('is not told by "%s"', (text) => {
    expect(places(text)).toEqual([])
  })
})
