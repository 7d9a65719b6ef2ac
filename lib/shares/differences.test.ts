import { describe, expect, it } from 'vitest'
import { differences } from './differences'
import type { LinkedDemand } from './record'

type Target = LinkedDemand['targets'][number]

const target: Target = {
  ...{ id: 't1', name: 'Amazon', standing: 'acknowledged', since: '2026-02-14' },
  ...{ evidence: { id: 'e1', title: 'Rally' }, note: 'They said so', disputes: [] },
  history: [
    { standing: 'open', edtf: '2026-01', day: '2026-01-01' },
    { standing: 'acknowledged', edtf: '2026-02-14', day: '2026-02-14' },
  ],
}
const demand: LinkedDemand = {
  ...{ id: 'd1', number: 1, wording: 'End it.', version: 1, earlier: [], proposals: [] },
  ...{ counterparties: [], targets: [target] },
}

const told = (before: Partial<LinkedDemand>, after: Partial<LinkedDemand>) =>
  differences(
    { entries: [], demands: [{ ...demand, ...before }] },
    { entries: [], demands: [{ ...demand, ...after }] },
  ).besides
const at = (changed: Partial<Target>) => ({ targets: [{ ...target, ...changed }] })
const kept: Partial<Target> = { standing: null, since: null, evidence: null, note: '', history: [] }

describe('what changed of a demand', () => {
  it.each<[Partial<LinkedDemand>, string]>([
    [{ wording: 'End it now.' }, 'Demand 1 was reworded.'],
    [
      { earlier: [{ number: 1, wording: 'E.', note: '', createdAt: '' }] },
      'Demand 1: its earlier wordings were changed.',
    ],
    [
      { counterparties: [{ id: 'o1', name: 'ICE' }] },
      'Demand 1: the organizations whose ties it concerns were changed.',
    ],
    [at({ note: 'On the phone' }), 'Demand 1 at Amazon: the note on its status was changed.'],
    [
      at({ evidence: { id: 'e2', title: 'Rally' } }),
      'Demand 1 at Amazon: the entry that its status rests on was changed.',
    ],
    [
      at({ history: target.history.slice(1) }),
      'Demand 1 at Amazon: the list of its earlier statuses was changed.',
    ],
    [
      at({ since: '2026-02-15' }),
      'Demand 1 at Amazon: the date from which it is acknowledged was changed.',
    ],
    [at({ standing: 'met' }), 'Demand 1 at Amazon: now met, before: acknowledged.'],
    [{ targets: [] }, 'Demand 1: Amazon is no longer a target.'],
  ])('%# is told', (changed, sentence) => {
    expect(told({}, changed)).toEqual([sentence])
    expect(told(changed, changed)).toEqual([])
  })

  it('tells of a new target where standings are left out too', () => {
    expect(told({ targets: [] }, at(kept))).toEqual(['Demand 1: Amazon is a target now.'])
    expect(told(at(kept), at(kept))).toEqual([])
  })
})
