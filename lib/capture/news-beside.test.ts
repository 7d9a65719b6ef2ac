import { describe, expect, it } from 'vitest'
import { organizations, quotes, read } from './news.test-support'

const first = (text: string) => read(text).drafts[0]
const wordings = (text: string) => read(text).demands.map(({ value }) => value.wording)
const crowds = (text: string) => read(text).crowds.map(({ value }) => value.low)
const firings = (text: string) => read(text).drafts.filter(({ kind }) => kind === 'retaliation')

describe('who is meant by "the company"', () => {
  it('is no country that a contract is with', () => {
    const text =
      'Orbit Systems workers rallied on Monday over its contract with New Jersey. They demanded that the company end it. New Jersey signed it, New Jersey pays for it, and New Jersey will not end it.'
    expect(read(text).demands[0]?.value.targets).toEqual(['Orbit Systems'])
  })

  it('is no board where a complaint was filed', () => {
    const text =
      'Drivers went on strike on Monday, calling for higher wages. They filed complaints with the National Labor Relations Board. The National Labor Relations Board will look at it.'
    expect(first(text)?.organizations ?? []).toEqual([])
  })
})

describe('how many came', () => {
  it('is the size that a rally is called by', () => {
    expect(crowds('They joined a 100,000-strong rally in Chicago.')).toEqual([100_000])
  })

  it.each([
    'About 33 workers have won their jobs back after the protest.',
    'Orbit Systems terminated 28 employees following their protest.',
    'More than 20 workers found themselves out of a job after the rally.',
  ])('is nobody of "%s"', (text) => {
    expect(crowds(text)).toEqual([])
  })
})

describe('the day', () => {
  const dates = (text: string, published?: string) =>
    read(text, published).dates.map(({ value }) => value.edtf)

  it('for which a rally was scheduled has passed, where the next one is far', () => {
    expect(
      dates(
        'They were asked about plans to attend rallies scheduled for February 16.',
        '2026-05-02',
      ),
    ).toEqual(['2026-02-16'])
  })

  it('of a protest is not the one on which a memo about it was sent', () => {
    const text =
      'Orbit Systems has fired 28 employees over Tuesday’s protests, according to a memo sent Wednesday. About 80 employees protested outside its office in Toledo.'
    expect(first(text)?.date?.value.edtf).toBe('2026-03-03')
  })

  it('is not the year in which a contract was awarded', () => {
    const text =
      'Engineers protested outside Orbit Systems. The protest was against Project Dawn, a contract awarded in 2021.'
    expect(first(text)?.date?.value.edtf).toBe('[..2026-03-05]')
  })
})

describe('what is asked', () => {
  it('ends where another clause begins', () => {
    expect(
      wordings(
        'In the last month, as people have held demonstrations pressing for legal status, companies, particularly large ones, have found themselves in a fix.',
      ),
    ).toEqual(['Legal status'])
  })

  it('is not the people for whom a rally was held', () => {
    expect(
      wordings(
        'Demonstrators rallied for two workers who they believe were fired by Orbit Systems.',
      ),
    ).toEqual([])
  })

  it('is not for how long somebody has asked it', () => {
    expect(
      wordings(
        'Ada Byron, who has urged the Toledo City Council to cancel the Orbit contract for the past nine months, said she was shocked.',
      ),
    ).toEqual(['Cancel the Orbit contract'])
  })
})

describe('a firing', () => {
  it.each([
    'Orbit Systems has fired 28 employees over Tuesday’s protests at its offices.',
    'Orbit Systems has terminated the employment of 28 engineers following their protest.',
    'Orbit Systems announced the termination of 28 employees on Thursday, following protests against its contract.',
    'Orbit Systems fired two drivers for taking part in a walkout.',
  ])('is found in "%s"', (text) => {
    expect(firings(text)).toHaveLength(1)
  })
})

describe('whose words they are', () => {
  it('is never who spoke before, where the sentence names another', () => {
    const text =
      'Ada Byron said, “It is a technology that tracks people.”\n\nOrbit representatives, including Bo Lee, presented it. Lee told commissioners that “Orbit does not sell data. Period.”'
    expect(quotes(text)).toEqual([
      ['Ada Byron', 'It is a technology that tracks people.'],
      ['Bo Lee', 'Orbit does not sell data. Period.'],
    ])
  })

  it('is a police chief, whom a surname names', () => {
    const text =
      '“No price is worth this,” said Ada Byron, a resident.\n\nPolice Chief Lee told the council that it is a tool. “It is safe from the start to the end,” he said.'
    expect(quotes(text).at(-1)?.[0]).toBe('Lee')
  })

  it('is the office that belongs to a country, and not the country', () => {
    const text =
      'The contract is a “multi-year, large-scale pilot project” that began in 2019, according to Ohio’s Procurement Administration.'
    expect(quotes(text).map(([speaker]) => speaker)).toEqual(['Ohio’s Procurement Administration'])
  })

  it('is the organization whose statement it is', () => {
    expect(
      quotes(
        '“Workers have the right to protest about our labor,” an Orbit Systems statement said.',
      ),
    ).toEqual([['Orbit Systems', 'Workers have the right to protest about our labor']])
  })
})

it('places a council’s vote in its town', () => {
  const text =
    'The Flaxton City Council voted on Tuesday to end its contract with Orbit Systems after a public hearing.'
  expect(first(text)?.place?.value).toBe('Flaxton')
})

it('takes no bill and no crowd of opponents for an organization', () => {
  expect(
    organizations(
      'Opponents of the cameras packed the meeting on Monday. They asked the Toledo City Council to reject a grant under SB224.',
    ),
  ).toEqual(['Toledo City Council'])
})

it('lets nobody who runs the place speak at the action', () => {
  const text =
    'Workers rallied in Toledo on Monday against Orbit Systems. “They must follow the rules,” said operations manager Bo Lee. “We want our jobs back,” said Ada Byron, a packer.'
  expect(first(text)?.people.map(({ name }) => name)).toEqual(['Ada Byron'])
})
