import { describe, expect, it } from 'vitest'
import { noFacts, type ClockPoint } from './clock'
import { historyLine } from './history-line'
import type { LedgerCell } from './ledger'
import { possibleDays, daySpanInWords } from './spans'
import { historyInWords, stretchesOf } from './stretches'

const AS_OF = '2026-05-24'
const point = (edtf: string): ClockPoint => ({
  ...{ edtf, entry: { id: edtf, title: edtf } },
  days: possibleDays(edtf, AS_OF) ?? { first: edtf, last: edtf, about: false },
})
const cell = (
  clock: Partial<LedgerCell['clock']>,
  history: LedgerCell['history'] = [],
): LedgerCell => ({
  ...{ id: 'ring', name: 'Ring', since: null, evidence: null, note: '' },
  ...{ disputes: [], history },
  standing: history.at(-1)?.standing ?? 'open',
  clock: { ...noFacts, ...clock },
})
const rally = point('2026-02-13')

describe('the line of a cell', () => {
  it('is dotted from the first raise to today while nobody answers', () => {
    const line = historyLine(cell({ raised: rally, repeated: rally }), '2026-02-13', AS_OF)
    expect(line).toMatchObject({ dotted: 'M9 26L251 26', solid: '', doubts: [] })
    expect(line.marks).toEqual([{ shape: 'demand', x: 9, y: 38 }])
  })

  it('goes on in full after the answer, and steps where the standing changed', () => {
    const met = { standing: 'met', edtf: '2026-04-04', day: '2026-04-04' } as const
    const answer = point('2026-03-15')
    const line = historyLine(
      cell({ raised: rally, repeated: rally, answered: answer, lastWord: answer }, [met]),
      '2026-02-13',
      AS_OF,
    )
    expect(line.dotted).toBe('M9 26L81.6 26')
    expect(line.solid).toBe('M81.6 26L130 26L130 8L251 8')
    expect(line.marks.map(({ shape }) => shape)).toEqual(['demand', 'response', 'outcome'])
  })

  it('ends where the demand was withdrawn, and is nothing where it was never raised', () => {
    const gone = { standing: 'withdrawn', edtf: '2026-04-04', day: '2026-04-04' } as const
    const ended = historyLine(cell({ raised: rally }, [gone]), '2026-02-13', AS_OF)
    expect(ended.solid).toBe('')
    expect(ended.dotted).toBe('M9 26L130 26')
    expect(historyLine(cell({}), AS_OF, AS_OF)).toMatchObject({ dotted: '', solid: '', marks: [] })
  })

  it('shows the days that an uncertain date may mean', () => {
    const raised = point('[2026-02-13..2026-03-01]')
    const { doubts } = historyLine(cell({ raised }), '2026-02-13', AS_OF)
    expect(doubts).toHaveLength(1)
    expect(doubts[0]?.width).toBeGreaterThan(30)
  })
})

describe('the days in each standing', () => {
  it('run from the first raise over each assessment to the day asked for', () => {
    const changes = [
      { standing: 'met', edtf: '2026-03-13', day: '2026-03-13' },
      { standing: 'reversed', edtf: '[2026-04-01,2026-04-02]', day: '2026-04-01' },
    ] as const
    const of = cell({ raised: rally }, [...changes])
    const found = stretchesOf(of, AS_OF)
    expect(
      found.map(({ standing, lasts, days }) => [standing, lasts, days && daySpanInWords(days)]),
    ).toEqual([
      ['open', false, '28 days'],
      ['met', false, '19 to 20 days'],
      ['reversed', true, '52 to 53 days'],
    ])
    expect(historyInWords(of, AS_OF)).toBe(
      'Raised on 13 Feb 2026; met on 13 Mar 2026; reversed 1 or 2 Apr 2026.',
    )
  })

  it('count nothing before a demand is raised', () => {
    expect(stretchesOf(cell({}), AS_OF)).toEqual([
      { standing: 'open', since: null, lasts: true, days: null },
    ])
  })
})
