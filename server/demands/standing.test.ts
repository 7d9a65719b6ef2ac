import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingLabels, keysOf } from '@/lib/schemas/words'
import { historyAsOf, type Assessed } from './standing'

const day = fc
  .integer({ min: 0, max: 20 })
  .map((n) => new Date(Date.UTC(2026, 1, 1 + n)).toISOString().slice(0, 10))

const assessment: fc.Arbitrary<Assessed> = fc.record({
  organizationId: fc.constantFrom('amazon', 'ring'),
  standing: fc.constantFrom(...keysOf(standingLabels)),
  firstDay: day,
  createdAt: fc.integer({ min: 0, max: 5 }).map((n) => new Date(n)),
  id: fc.uuid(),
})

const assessmentAsOf = (list: Assessed[], organization: string, asOf: string) =>
  historyAsOf(list, organization, asOf).at(-1) ?? null

describe('a history', () => {
  it('only grows with the days, and each day’s is the beginning of a later one’s', () => {
    fc.assert(
      fc.property(fc.array(assessment), day, day, (list, one, other) => {
        const [before, after] = [one, other].sort().map((asOf) => historyAsOf(list, 'ring', asOf))
        expect(after?.slice(0, before?.length)).toEqual(before)
      }),
    )
  })

  it('loses and invents nothing', () => {
    fc.assert(
      fc.property(fc.array(assessment), (list) => {
        const found = historyAsOf(list, 'ring', '9999-12-31')
        const own = list.filter(({ organizationId }) => organizationId === 'ring')
        expect(found.length).toBe(own.length)
        expect(new Set(found)).toEqual(new Set(own))
      }),
    )
  })
})

describe('a standing', () => {
  it('does not depend on the order in which assessments are read', () => {
    fc.assert(
      fc.property(fc.array(assessment), day, (list, asOf) => {
        const found = assessmentAsOf(list, 'ring', asOf)
        expect(assessmentAsOf([...list].reverse(), 'ring', asOf)).toEqual(found)
      }),
    )
  })

  it('is that of the last assessment by that day, whatever comes later or elsewhere', () => {
    fc.assert(
      fc.property(fc.array(assessment), day, (list, asOf) => {
        const found = assessmentAsOf(list, 'ring', asOf)
        const candidates = list.filter((a) => a.organizationId === 'ring' && a.firstDay <= asOf)
        expect(found === null).toBe(candidates.length === 0)
        expect(assessmentAsOf(candidates, 'ring', '9999-12-31')).toEqual(found)
        if (found) expect(candidates.every((a) => a.firstDay <= found.firstDay)).toBe(true)
      }),
    )
  })
})
