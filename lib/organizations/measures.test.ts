import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../formats/csv'
import { measuresOf, middle } from './measures'
import { scorecardCsv } from './scorecard-csv'
import type { ScoreCell, ScoreFacts } from './scorecard'
import { keysOf, standingLabels } from '../schemas/words'

const rests = { id: 'a', title: 'Rally', edtf: '2026-02-13' }
const cell = fc
  .record({
    standing: fc.constantFrom(...keysOf(standingLabels)),
    raised: fc.boolean(),
    answered: fc.boolean(),
    days: fc.integer({ min: 0, max: 400 }),
    reversed: fc.boolean(),
  })
  .map(({ standing, raised, answered, days, reversed }): ScoreCell => ({
    ...{ campaign: 'one', demand: { number: 1, wording: 'End it' }, target: 'Amazon' },
    ...{ raised: raised ? rests : null, answered: answered ? rests : null },
    span: raised ? { least: days, most: days, about: false } : null,
    ...{ standing, since: null, reversed },
  }))
const facts = (cells: ScoreCell[]): ScoreFacts => ({ cells, entries: [], inquiries: [] })
const of = (cells: ScoreCell[], key: string) => {
  const found = measuresOf(facts(cells)).find((measure) => measure.key === key)
  if (!found) throw new Error(`${key} is not measured.`)
  return found
}

describe('the numbers of a scorecard', () => {
  it('are the sizes of what they count, and never more than what they are a part of', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const raised = cells.filter((one) => one.raised)
        expect((of(cells, 'answered').value ?? 0) + (of(cells, 'silent').value ?? 0)).toBe(
          raised.length,
        )
        for (const { key, value, of: all, counted, text } of measuresOf(facts(cells))) {
          if (key === 'median' || counted.sort !== 'cells') continue
          expect(value).toBe(counted.cells.length)
          expect(value ?? 0).toBeLessThanOrEqual(all ?? cells.length)
          if (all !== null) expect(text).toBe(`${value} of ${all}`)
        }
        const standings = measuresOf(facts(cells)).filter(({ key }) => key.startsWith('standing-'))
        expect(standings.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(cells.length)
      }),
    )
  })

  it('have a median that half of the responses are not longer than', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1 }), (numbers) => {
        const median = middle(numbers) ?? NaN
        const half = numbers.length / 2
        expect(numbers.filter((one) => one <= median).length).toBeGreaterThanOrEqual(half)
        expect(numbers.filter((one) => one >= median).length).toBeGreaterThanOrEqual(half)
      }),
    )
    expect(middle([])).toBeNull()
    expect(of([], 'median').text).toBe('Not known')
  })

  it('say whose account a retaliation is, and where nobody is named', () => {
    const account = { ...rests, campaign: 'one', kind: 'retaliation' as const }
    const entries = [
      { ...account, accordingTo: 'A former employee' },
      { ...account, accordingTo: null },
    ]
    const found = measuresOf({ cells: [], entries, inquiries: [] }).find(
      ({ key }) => key === 'retaliation',
    )
    expect(found?.text).toBe('2')
    expect(found?.note).toBe(
      'According to A former employee. 1 without the name of whose account it is.',
    )
  })
})

describe('a scorecard as CSV', () => {
  it('reads back, with denominators beside the numbers', () => {
    const card = {
      ...{ organization: { id: 'a', name: '=Amazon' }, divisions: [], withDivisions: true },
      ...{ asOf: '2026-02-13', campaigns: [{ slug: 'one', title: 'One' }] },
      facts: facts([
        {
          ...{ campaign: 'one', demand: { number: 1, wording: 'End it' }, target: 'Amazon' },
          ...{ raised: rests, answered: null, span: { least: 3, most: 3, about: false } },
          ...{ standing: 'open', since: null, reversed: false },
        },
      ]),
    }
    const rows = readCsv(scorecardCsv(card))
    const answered = rows.filter((row) => row[4] === 'answered')
    expect(answered.map((row) => [row[0], row[3], row[6], row[7]])).toEqual([
      ['=Amazon', '', '0', '1'],
      ['=Amazon', 'one', '0', '1'],
    ])
  })
})
