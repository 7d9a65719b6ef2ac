import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'

describe('what happened', () => {
  const first = (text: string) => read(text).drafts[0]

  it.each([
    [
      'Meridian employees were arrested on Tuesday during a sit-in at the office of its chief executive in Toledo.',
      'direct_action',
    ],
    [
      'Nearly 700 people gathered for a community town hall on Wednesday evening in Denver.',
      'meeting',
    ],
    [
      'Thousands of people stormed the headquarters of Meridian in Toledo while the company held its annual shareholders meeting. More than 130 were arrested as they marched up the driveway on Wednesday.',
      'direct_action',
    ],
  ])('in "%s"', (text, kind) => {
    expect(first(text)?.kind).toBe(kind)
  })

  it.each([
    ['Activists on Wednesday blocked several intersections in Denver.', 'direct_action'],
    ['Activists threw black paint on a bank in Denver on Monday in protest.', 'direct_action'],
    ['Workers voted two to one to keep their union at Meridian in Boise.', 'vote'],
  ])('in "%s"', (text, kind) => {
    expect(first(text)?.kind).toBe(kind)
  })

  it('is aimed at whom the activists protest against, however often they are named', () => {
    expect(
      first(
        'Climate group Acme Rebellion has targeted the Meridian Bank in Denver. Acme Rebellion members protested at Meridian Bank. Acme Rebellion said that it will return.',
      )?.organizations,
    ).toEqual([
      { name: 'Acme Rebellion', part: 'actor' },
      { name: 'Meridian Bank', part: 'target' },
    ])
  })

  it('happened in no place that the report only speaks about', () => {
    expect(
      first(
        'Meridian fired two more employees for taking part in Chicago protests at Meridian’s headquarters. They object to what its ads say about Chicago.',
      )?.place?.value,
    ).toBe('Meridian’s headquarters')
  })

  it('has no day that lies years before the report', () => {
    expect(
      first(
        'Workers voted two to one to keep their union at Meridian. The last contract expired July 1, 2024.',
      )?.date?.value.edtf,
    ).toBe('[..2026-03-05]')
  })

  it('happened at the landmark that the report names', () => {
    expect(
      first(
        'Meridian employees walked out at the company’s Toledo headquarters. About 1,000 of them gathered next to the Domes, the landmark entrance of its Toledo headquarters.',
      )?.place?.value,
    ).toBe('the Domes, Toledo')
  })

  it('is not a commitment of whom a company asks to bargain', () => {
    const { drafts } = read(
      'Bakers United members went on strike at Meridian in Toledo on Tuesday.\n\nMeridian issued the following statement:\n\n“We are aware that Bakers United has announced a day of action. We remain committed to working with all partners. We call on Bakers United to respond to our invitations to bargain.”',
    )
    expect(drafts.map(({ kind }) => kind)).not.toContain('commitment')
    expect(
      drafts[0]?.organizations.filter(({ part }) => part === 'target').map(({ name }) => name),
    ).toEqual(['Meridian'])
  })

  it.each([
    'Bakers United president Ada Byron said in a statement on Tuesday that customers can blame Meridian’s greed.',
    'Byron said in a statement that Meridian pays too little.',
  ])('is no statement of the company that another speaks of: "%s"', (text) => {
    const { drafts } = read(
      `Bakers United went on strike at Meridian in Toledo on Tuesday, demanding that Meridian raise pay. ${text}`,
    )
    expect(drafts.map(({ kind }) => kind)).not.toContain('statement')
  })

  it.each([
    'Meridian said in a statement that its stores are open.',
    'A Meridian spokesperson said that its stores are open.',
    'Its stores are open, said Karl Ohm, a spokesperson for Meridian.',
    'In a statement, Meridian said that its stores are open.',
  ])('is a statement of the company: "%s"', (text) => {
    const { drafts } = read(
      `Bakers United went on strike at Meridian in Toledo on Tuesday, demanding that Meridian raise pay. ${text}`,
    )
    expect(drafts.map(({ kind }) => kind)).toContain('statement')
  })

  it('took part in it who did so, and no word before a noun', () => {
    expect(
      first('The noisy protests took place in Toledo. Meridian fired 28 workers who protested.')
        ?.participants,
    ).toBe('')
  })

  it('is no end of a contract that is only demanded', () => {
    const { drafts } = read(
      'Activists rallied at Meridian Foods in Toledo on Tuesday. They read: “We demand that Meridian Foods divest from all tools of surveillance that it sells to towns and cut ties with the police.”',
    )
    expect(drafts.map(({ kind }) => kind)).not.toContain('contract_change')
  })

  it('is the union’s that strikes, and aimed at the company that it names', () => {
    expect(
      first(
        'Members of Together employed by Meridian Foods went on strike on Tuesday. Together general secretary Ada Byron said Together will win. Meridian Foods said it is open.',
      )?.organizations,
    ).toEqual([
      { name: 'Together', part: 'actor' },
      { name: 'Meridian Foods', part: 'target' },
    ])
  })

  it('is no commitment that has not been made', () => {
    expect(
      read(
        'Bakers United is on strike at Meridian in Toledo. Meridian hasn’t agreed to meet. Workers asked Meridian to meet.',
      ).drafts.map(({ kind }) => kind),
    ).not.toContain('commitment')
  })

  it('has the days that the report gives for it, and not those of firings or of statements', () => {
    expect(
      first(
        'Protests at Meridian in Toledo ended with two dozen terminations on Wednesday. Workers protested at its office on Tuesday, the company said on Wednesday.',
      )?.date?.value.edtf,
    ).toBe('2026-03-03')
  })

  it('has the weeks that the report gives for it, where it gives no day', () => {
    expect(
      first(
        'Ten drivers at Meridian were told on Friday that they were suspended. All ten joined a two-day strike in late January.',
      )?.date?.value.edtf,
    ).toBe('2026-01-21~/2026-01-31~')
  })

  it('took place at a crossing', () => {
    expect(
      first(
        'About 30 people marched on Tuesday to a job site at the corner of Fulton and Hank Drive in Toledo.',
      )?.place?.value,
    ).toBe('corner of Fulton and Hank Drive, Toledo')
  })
})

describe('whom a firing hit', () => {
  const titles = (text: string) =>
    read(text)
      .drafts.filter(({ kind }) => kind === 'retaliation')
      .map(({ title }) => title)

  it.each([
    [
      'Two other Meridian employees were fired on Monday for their role in a protest that filled the office of Meridian president Ada Byron.',
      ['Report of a firing'],
    ],
    [
      'Two workers, according to Ada Byron, were fired for organizing a union at Meridian.',
      ['Report of a firing'],
    ],
    [
      'Ada Byron, the head of Meridian, fired two workers for organizing a union.',
      ['Report of a firing'],
    ],
    [
      'Meridian fired two workers, Ada Byron and Karl Ohm, for organizing a union.',
      ['Firing of Ada Byron and Karl Ohm'],
    ],
    [
      'Six drivers were fired for organizing a union, including Ada Byron, a driver at Meridian.',
      ['Firing of Ada Byron'],
    ],
    [
      'Ada Byron, a driver at Meridian who spoke at the rally, was fired for organizing a union.',
      ['Firing of Ada Byron'],
    ],
  ])('in "%s"', (text, expected) => {
    expect(titles(text)).toEqual(expected)
  })
})
