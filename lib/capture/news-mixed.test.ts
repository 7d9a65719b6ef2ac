import { describe, expect, it } from 'vitest'
import { quotes, read } from './news.test-support'

const action = (text: string) => read(text).drafts[0]
const demands = (text: string) => read(text).demands.map(({ value }) => value)
const wordings = (text: string) => demands(text).map(({ wording }) => wording)

describe('a report of more than one action', () => {
  const two =
    'Three dozen drivers in Ohio walked off their jobs at Orbit Systems on Monday. Two days later, 30 drivers in Idaho walked out too.'

  it('gives the first its own place', () => {
    expect(action(two)?.place?.value).toBe('Ohio')
  })

  it('counts nobody of the second at the first', () => {
    expect(action(two)?.crowd?.value.words ?? '').not.toContain('30')
  })
})

describe('the day of a strike', () => {
  it('is not the one on which it ended', () => {
    const text =
      'Workers at Orbit Systems returned to work on February 28, ending a two-week strike.'
    expect(action(text)?.date?.value.edtf).toBe('[..2026-03-05]')
  })
})

describe('the place', () => {
  it('is where the report says that they walked off, not where it was written', () => {
    const text =
      'CHICAGO – Drivers went on strike on Wednesday. They walked off the job at an Orbit warehouse in Toledo to call for an end to retaliation.'
    expect(action(text)?.place?.value).toBe('Orbit warehouse, Toledo')
  })

  it('is not where somebody who signed a petition lives', () => {
    const text =
      'More than 220 people have signed the petition. Ada Byron, a consultant in Denver who drafted it, said six of them work at Orbit Systems.'
    expect(action(text)?.place ?? null).toBeNull()
  })

  it('is not a town that a later paragraph begins with', () => {
    const text =
      'A small group of engineers has signed a petition calling on Orbit Systems to end the contract.\n\nDenver — the city where a driver was hurt — saw protests too.'
    expect(action(text)?.place?.value ?? '').not.toContain('Denver')
  })
})

describe('what is asked', () => {
  it('is not how long somebody has been fighting', () => {
    const text =
      'Nurses at Orbit Health have been on strike for more than a week. They have been fighting for more than a year for safe staffing.'
    expect(wordings(text).some((wording) => /week|year/i.test(wording))).toBe(false)
  })

  it('may be an eight-hour day', () => {
    expect(wordings('Workers at Orbit Systems are fighting for an eight-hour day.')).toEqual([
      'An eight-hour day',
    ])
  })

  it('is no ideal', () => {
    expect(wordings('“We are fighting for dignity,” said Ada Byron, a loader at Orbit.')).toEqual(
      [],
    )
  })

  it('is each thing of a list that goes on in the line', () => {
    const text =
      '“We call on Orbit Systems to act: 1. Cancel the contract with Vexel. 2. Rehire Ada Byron. 3. Speak out against the raids,” the letter reads.'
    expect(wordings(text)).toEqual(
      expect.arrayContaining(['Cancel the contract with Vexel', 'Speak out against the raids']),
    )
  })

  it('is told as a request where the report says what the demands include', () => {
    expect(
      wordings(
        'Engineers at Orbit Systems signed a petition. Their demands include canceling the contract with Vexel and speaking out publicly against the raids.',
      ),
    ).toEqual(['Cancel the contract with Vexel', 'Speak out publicly against the raids'])
  })

  it('is put to those whom a petition calls on', () => {
    const [demand] = demands(
      'Engineers signed a petition calling on the chief executives of major firms to end their contracts. Orbit Systems was not among them. Orbit Systems makes lamps.',
    )
    expect(demand?.targets).toEqual(['chief executives of major firms'])
  })

  it('is put to the board that a petition was delivered to', () => {
    const [demand] = demands(
      'Parents delivered a petition to the Toledo Board of Education, asking it to end its use of a camera system. Orbit Systems sells it. Orbit Systems is large.',
    )
    expect(demand?.targets).toEqual(['Toledo Board of Education'])
  })

  it('of an inspector does not make the inspector the target of a strike', () => {
    const text =
      'Drivers at Orbit Systems went on strike on Monday. They asked the National Labor Relations Board to investigate unfair practices at Orbit Systems.'
    expect(action(text)?.organizations.filter(({ part }) => part === 'target')).toEqual([
      expect.objectContaining({ name: 'Orbit Systems' }),
    ])
  })
})

describe('words of others', () => {
  it('end where a text closes with another mark than it opened with', () => {
    expect(
      quotes('"Whenever they are ready, I will be back at the table,” said Ada Byron, a nurse.'),
    ).toEqual([['Ada Byron', 'Whenever they are ready, I will be back at the table']])
  })

  it('of a government’s spokesperson are not spoken at the action', () => {
    const text =
      'Hundreds rallied in Toledo on Monday. “We want answers from Orbit Systems,” said Ada Byron, a welder. “They are wrong,” White House spokeswoman Bo Lee said.'
    expect(action(text)?.people.map(({ name }) => name)).toEqual(['Ada Byron'])
  })
})

it('ends a sentence where a caption was glued to the next', () => {
  const text =
    'Engineers signed a petition calling on Orbit Systems to end contracts with the agency.Toledo Chronicle via Vexel Images'
  expect(demands(text)[0]?.counterparties).toEqual([])
})

it('takes no part of a town for a group that acts', () => {
  const text =
    'Drivers at Orbit Systems went on strike on Monday, and supporters from Chicago joined them.'
  expect(action(text)?.organizations.map(({ name }) => name)).toEqual(['Orbit Systems'])
})
