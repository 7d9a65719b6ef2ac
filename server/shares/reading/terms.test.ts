import { describe, expect, it } from 'vitest'
import { lensRules, type LensRules } from '@/lib/shares/lens'
import { noFilter } from '@/lib/timeline/filters'
import { noFacts } from '@/lib/demands/clock'
import { countsDays, type ShareTerms } from './terms'
import { sameAsRecord } from './whole-record'

type Terms = Pick<ShareTerms, 'scope' | 'filter' | 'rules'>

const whole: Terms = { rules: lensRules.public, scope: 'campaign', filter: noFilter }
const without = (rules: Partial<LensRules>): Terms => ({
  ...whole,
  rules: { ...whole.rules, ...rules },
})

const asking = (filter: Partial<Terms['filter']>): Terms => ({
  ...whole,
  ...{ scope: 'filter', filter: { ...noFilter, ...filter } },
})

describe('days without an answer', () => {
  it.each<[string, Terms, boolean]>([
    ['of a whole campaign', whole, true],
    ['of its ledger', { ...whole, scope: 'ledger' }, true],
    ['of what a filter leaves', { ...whole, scope: 'filter' }, false],
    ['on one demand', asking({ demands: [2] }), true],
    ['on two demands', asking({ demands: [1, 2] }), false],
    ['on one demand of some days', asking({ demands: [2], from: '2026' }), false],
    ['of one entry', { ...whole, scope: 'entry' }, false],
    ['without actions', without({ lanes: ['response', 'outcome', 'context'] }), false],
    ['without responses', without({ lanes: ['action', 'outcome', 'context'] }), false],
    [
      'without standings',
      without({ fields: whole.rules.fields.filter((field) => field !== 'standings') }),
      false,
    ],
  ])('%s', (_what, terms, counts) => {
    expect(countsDays(terms)).toBe(counts)
  })

  it.each([
    [2, 1, true],
    [1, 1, false],
    [2, 0, false],
  ])('raised %i times and answered %i times of 2 and 1', (times, answers, same) => {
    const record = { ...noFacts, times: 2, answers: 1 }
    expect(sameAsRecord({ ...noFacts, times, answers }, record)).toBe(same)
  })
})
