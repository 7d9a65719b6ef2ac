import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'

const titles = (text: string, kind: string) =>
  read(`${text}\n\nWorkers called on Orbit Systems to raise wages at a rally on Monday.`)
    .drafts.filter((draft) => draft.kind === kind)
    .map(({ title }) => title)

describe('no firing', () => {
  it.each([
    'Manager Karl Ohm denied that Ada Byron was fired for organizing.',
    'If Ada Byron were fired for speaking, the union would strike.',
    'Workers fear that Ada Byron was suspended for speaking.',
    'It is not true that Ada Byron was fired for organizing, Orbit Systems said.',
    'Neither Ada Byron nor Karl Ohm was fired for organizing, Orbit Systems said.',
    'Orbit Systems has neither fired nor suspended Ada Byron for organizing, it said.',
    'Judge Karl Ohm dismissed a complaint by Ada Byron over the protest.',
    'A judge on Monday dismissed Ada Byron’s lawsuit over the protest.',
    'Officials suspended the meeting after Ada Byron, who protested the budget, shouted.',
    'Orbit Systems terminated its contract with a cleaning firm after protests.',
  ])('is drafted from "%s"', (text) => {
    expect(titles(text, 'retaliation')).toEqual([])
  })

  it.each([
    ['Ada Byron, not Karl Ohm, was fired for organizing.', 'Report of a firing'],
    ['Orbit Systems fired Ada Byron’s brother for organizing.', 'Report of a firing'],
    ['Ada Byron said Karl Ohm told her she was fired for organizing.', 'Report of a firing'],
    ['Ada Byron was told by Karl Ohm that she was fired for organizing.', 'Report of a firing'],
    [
      'Ada Byron and Karl Ohm said they were fired for organizing.',
      'Ada Byron and Karl Ohm’s account of a firing',
    ],
    [
      'Orbit Systems is accused of having fired Ada Byron after she led a walkout.',
      'Alleged firing of Ada Byron',
    ],
    ['Orbit Systems fired two engineers for protesting.', 'Report of a firing'],
  ])('is said of anybody else in "%s"', (text, title) => {
    expect(titles(text, 'retaliation')).toEqual([title])
  })
})

describe('no answer of a company', () => {
  it.each([
    'Activists falsely claimed that Orbit Systems cancelled its contract with ICE.',
    'Orbit Systems said it may end its contract with ICE next year.',
    'Orbit Systems says reports that it cancelled its contract with ICE are wrong.',
    'Unlike Vantage Corp., which still has one, Orbit Systems denied it had ended its contract with ICE.',
    'Orbit Systems workers rejected the proposal on Monday.',
    'Workers at Orbit Systems rejected the demands of the mayor.',
    'Employees of Orbit Systems vowed to keep the plant closed.',
    'The mayor, not Orbit Systems, agreed to meet the workers.',
    'After talks with Orbit Systems, Mayor Jane Ross agreed to review the contract.',
    'Orbit Systems shift leader Ada Byron said the mayor, Karl Ohm, had refused to meet them.',
  ])('is drafted from "%s"', (text) => {
    expect(
      ['contract_change', 'commitment', 'refusal', 'policy_change'].flatMap((kind) =>
        titles(text, kind),
      ),
    ).toEqual([])
  })

  it.each([
    ['Orbit Systems said Tuesday that it cancelled its contract with ICE.', 'contract_change'],
    ['Orbit Systems, the union said, has refused to meet.', 'refusal'],
    ['A spokeswoman for Orbit Systems said it agreed to raise wages.', 'commitment'],
    ['In a deal with the city, Orbit Systems agreed to raise wages.', 'commitment'],
  ])('is lost in "%s"', (text, kind) => {
    expect(titles(text, kind)).toHaveLength(1)
  })
})

describe('with whom a contract was', () => {
  it.each([
    [
      'Orbit Systems cancelled its contract with a cleaning firm after protests by ICE officers.',
      'a partner',
    ],
    ['Orbit Systems cancelled its contract with the federal agency ICE after protests.', 'ICE'],
    ['Orbit Systems cancelled its contract with ICE’s local office.', 'a partner'],
  ])('in "%s"', (text, other) => {
    expect(titles(text, 'contract_change')).toEqual([
      `Orbit Systems cancels its contract with ${other}`,
    ])
  })
})
