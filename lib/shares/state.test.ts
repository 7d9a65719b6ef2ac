import { describe, expect, it } from 'vitest'
import { noFacts, type ClockFacts } from '../demands/clock'
import { Withholder } from '../people/withholder'
import type { Standing } from '../schemas/words'
import type { LinkedDemand, SharedDemand } from './record'
import { requestsPart, stateInWords, stateOf } from './state'

const point = {
  days: { first: '2026-02-13', last: '2026-02-13', about: false },
  edtf: '2026-02-13',
}
const raised: ClockFacts = {
  ...{ ...noFacts, raised: { ...point, entry: { id: 'e', title: 'A rally' } }, times: 1 },
}
const answered: ClockFacts = { ...raised, answered: raised.raised, lastWord: raised.raised }

function demand(
  number: number,
  ...targets: [string, Standing | null, ClockFacts?][]
): SharedDemand {
  const linked: LinkedDemand = {
    ...{ id: `d${number}`, number, wording: `Demand ${number}`, version: 1 },
    ...{ earlier: [], counterparties: [], proposals: [] },
    targets: targets.map(([name, standing, clock]) => ({
      ...{ id: name, name, standing, since: null, evidence: null, note: '' },
      ...{ disputes: [], history: [] },
      ...(clock && { clock }),
    })),
  }
  return new Withholder([]).showAll(linked)
}

const said = (...demands: SharedDemand[]) =>
  stateOf(demands, '2026-11-28').map(({ lead, names, more, href }) => ({
    ...{ text: lead + names.join(' and ') + more, href },
  }))

describe('the sentence on how demands stand', () => {
  it('says what was reached first, and for how long nobody answered', () => {
    const parts = said(
      demand(1, ['AWS', 'open', raised]),
      demand(2, ['Amazon', 'open', raised], ['Ring', 'met']),
    )
    expect(parts).toEqual([
      { text: '2 demands', href: '#demands' },
      { text: '1 met at Ring', href: '#demand-2' },
      { text: '1 open at AWS, unanswered for 288 days', href: '#demand-1' },
      { text: '1 open at Amazon, unanswered for 288 days', href: '#demand-2' },
    ])
  })

  it('counts no silence beside a standing that says that something came of it', () => {
    for (const standing of ['acknowledged', 'in_progress', 'partly_met', 'reversed'] as const) {
      const [, part] = said(demand(1, ['AWS', standing, raised]))
      expect(part?.text).not.toContain('unanswered')
    }
  })

  it('names organizations only where each of the demands stands so at each', () => {
    const parts = said(
      demand(1, ['A', 'open', raised], ['B', 'open', raised]),
      demand(2, ['A', 'open', raised], ['B', 'open', raised]),
      demand(3, ['A', 'open', answered]),
    )
    expect(parts.map(({ text }) => text)).toEqual([
      '3 demands',
      '2 open at A and B, unanswered for 288 days',
      '1 open at A',
    ])
  })

  it('counts demands, not the places where they stand so', () => {
    const [, open] = said(
      demand(1, ['A', 'open', raised], ['B', 'open', raised]),
      demand(2, ['A', 'open', raised], ['B', 'open', answered]),
      demand(3, ['A', 'open', answered], ['B', 'open', answered]),
    )
    expect(open?.text).toBe('3 open at A and B, 2 of them unanswered by some for 288 days')
  })

  it('keeps names apart from what follows them, for each to stand in its own direction', () => {
    const [, open] = stateOf(
      [demand(1, ['רינג', 'open', raised]), demand(2, ['רינג', 'open', answered])],
      '2026-11-28',
    )
    expect(open).toMatchObject({ lead: '2 open at ', names: ['רינג'] })
    expect(open?.more).toBe(', 1 of them unanswered for 288 days')
  })

  it('counts as unanswered only what is', () => {
    const [, open] = said(demand(1, ['A', 'open', raised]), demand(2, ['A', 'open', answered]))
    expect(open?.text).toBe('2 open at A, 1 of them unanswered for 288 days')
  })

  it('says nothing of days that the link does not show, nor of standings kept back', () => {
    expect(said(demand(1, ['A', 'open']))[1]?.text).toBe('open at A')
    expect(said(demand(1, ['A', null]))).toEqual([{ text: '1 demand', href: '#demands' }])
    expect(said()).toEqual([])
  })

  it('says where a standing is disputed', () => {
    const linked = demand(1, ['A', 'met'], ['B', 'met'])
    const [one, two] = linked.targets
    const dispute = { id: 'x', reason: 'No', saidBy: 'C', citations: [] }
    if (one) one.disputes = new Withholder([]).showAll([dispute])
    expect(said(linked)[1]?.text).toBe('met at A and B, disputed in part')
    if (two) two.disputes = new Withholder([]).showAll([dispute])
    expect(said(linked)[1]?.text).toBe('met at A and B, disputed')
  })

  it('counts many organizations', () => {
    const [, open] = said(demand(1, ['A', 'open'], ['B', 'open'], ['C', 'open']))
    expect(open).toEqual({ text: 'open across 3 organizations', href: '#demand-1' })
  })

  it('says how many requests had no answer, and leads to what tells of them', () => {
    const requests = { asked: 3, unanswered: 2, kinds: ['no_reply' as const] }
    expect(requestsPart(requests)).toMatchObject({
      ...{ lead: '2 of 3 requests unanswered', href: '?kind=no_reply#timeline' },
    })
    const about = { asOf: '2026-11-28', entries: 6, requests }
    expect(stateInWords([demand(1, ['A', 'open'])], about)).toBe(
      '1 demand: open at A. 2 of 3 requests unanswered. 6 entries.',
    )
    expect(stateInWords([], { ...about, requests: null })).toBe('6 entries.')
  })
})
