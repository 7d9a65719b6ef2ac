import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { getEntry } from '../entries/queries'
import { editOf, saveEdit } from '../testing/editing'
import { decide } from './assessments'
import { listProposed } from './proposed'
import { getDemand, listDemands } from './queries'
import {
  answered,
  assessAs,
  inRole,
  logEntry,
  newCampaign,
  newDemand,
  standings,
} from './test-support'

useTestDatabase()

describe('a standing', () => {
  it('follows from assessments alone, as of any day', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    const ring = { demand: demand.id, organization: demand.target('Ring') }
    await assessAs(owner, { ...ring, standing: 'reversed', date: '20 Feb 2026' })
    await assessAs(owner, { ...ring, standing: 'met', date: '13 Feb 2026' })
    expect(await standings(owner, id, '2026-02-12')).toEqual([
      ['Amazon', 'open', null],
      ['Ring', 'open', null],
    ])
    expect((await standings(owner, id, '2026-02-13'))?.[1]).toEqual(['Ring', 'met', '2026-02-13'])
    expect((await standings(owner, id, '2026-02-19'))?.[1]).toEqual(['Ring', 'met', '2026-02-13'])
    expect((await standings(owner, id))?.[1]).toEqual(['Ring', 'reversed', '2026-02-20'])
    expect((await standings(owner, id))?.[0]).toEqual(['Amazon', 'open', null])
  })

  it('of one day is what was assessed last', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    const ring = { demand: demand.id, organization: demand.target('Ring'), date: '13 Feb 2026' }
    await assessAs(owner, { ...ring, standing: 'met' })
    await assessAs(owner, { ...ring, standing: 'partly_met' })
    expect((await standings(owner, id))?.[1]).toEqual(['Ring', 'partly_met', '2026-02-13'])
  })

  it.each(['2026-02-30', 'soon', '2026-2-1', ''])('is not asked for %j', async (asOf) => {
    const { owner, id } = await newCampaign()
    await expect(listDemands(owner, id, { asOf })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is assessed at a target, on an entry of the campaign, by an editor', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    const other = await newCampaign()
    const elsewhere = await logEntry(other.owner, other.slug, { kind: 'news' })
    const ring = { demand: demand.id, organization: demand.target('Ring') }
    const met = { ...ring, standing: 'met', date: '13 Feb 2026' } as const
    await expect(assessAs(owner, { ...met, organization: demand.id })).rejects.toMatchObject({
      code: 'invalid',
      path: ['organization'],
    })
    await expect(assessAs(owner, { ...met, entry: elsewhere.id })).rejects.toMatchObject({
      code: 'invalid',
      path: ['entry'],
    })
    await expect(assessAs(inRole(owner, 'contributor'), met)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('a response with a stance', () => {
  it('changes nothing by itself, and proposes once', async () => {
    const { owner, id, entry, proposals } = await answered()
    expect((await standings(owner, id))?.[1]).toEqual(['Ring', 'open', null])
    expect(await proposals()).toMatchObject([
      { organization: 'Ring', standing: 'met', edtf: '2026-02-13', entry: { id: entry.id } },
    ])
  })

  it('is told with the entry that proposes it, until it is decided', async () => {
    const { owner, entry, proposals } = await answered()
    const [waiting] = await proposals()
    const id = waiting?.id ?? ''
    expect(await listProposed(owner, entry.id)).toEqual([
      { id, demand: 1, organization: 'Ring', standing: 'met' },
    ])
    const contributor = inRole(owner, 'contributor')
    expect(await listProposed(contributor, entry.id)).toHaveLength(1)
    await decide(owner, { assessment: id, decision: 'confirmed', reason: '' })
    expect(await listProposed(owner, entry.id)).toEqual([])
  })

  it.each([
    ['partly_meets', 'partly_met'],
    ['refuses', 'refused'],
    ['deflects', undefined],
    ['gives_no_reply', undefined],
  ])('that %s proposes %s', async (stance, standing) => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    await logEntry(owner, slug, {
      kind: 'statement',
      demands: [{ demand: demand.id, relation: 'answers', stance, at: 'Ring' }],
    })
    expect((await listDemands(owner, id))[0]?.proposals[0]?.standing).toBe(standing)
  })

  it('has its standing once it is confirmed, and a later reversal is a new assessment', async () => {
    const { owner, id, slug, demand, entry, proposals } = await answered()
    const [proposal] = await proposals()
    await decide(owner, { assessment: proposal?.id ?? '', decision: 'confirmed', reason: '' })
    const [read] = await listDemands(owner, id)
    expect(read?.proposals).toEqual([])
    expect(read?.targets[1]).toMatchObject({
      standing: 'met',
      evidence: { id: entry.id, title: 'Ring ends it' },
    })
    const organization = demand.target('Ring')
    await assessAs(owner, {
      ...{ demand: demand.id, organization, standing: 'reversed', date: '20 Feb 2026' },
    })
    expect((await standings(owner, id))?.[1]).toEqual(['Ring', 'reversed', '2026-02-20'])
    const { assessments } = await getDemand(owner, slug, 1)
    expect(
      assessments.map(({ standing, state, decidedBy }) => [standing, state, decidedBy]),
    ).toEqual([
      ['reversed', 'confirmed', 'Test Owner'],
      ['met', 'confirmed', 'Test Owner'],
    ])
  })

  it('that is rejected with a reason leaves the standing, and cannot be decided again', async () => {
    const { owner, id, slug, proposals } = await answered()
    const [proposal] = await proposals()
    const assessment = proposal?.id ?? ''
    await expect(
      decide(owner, { assessment, decision: 'rejected', reason: '' }),
    ).rejects.toMatchObject({ code: 'invalid', path: ['reason'] })
    await decide(owner, { assessment, decision: 'rejected', reason: 'Only a pause.' })
    await expect(
      decide(owner, { assessment, decision: 'confirmed', reason: '' }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect((await standings(owner, id))?.[1]).toEqual(['Ring', 'open', null])
    expect((await getDemand(owner, slug, 1)).assessments).toMatchObject([
      { state: 'rejected', decisionReason: 'Only a pause.' },
    ])
  })

  it('that was rejected does not come back with the next save of its entry', async () => {
    const { owner, entry, proposals } = await answered()
    const [proposal] = await proposals()
    await decide(owner, {
      ...{ assessment: proposal?.id ?? '', decision: 'rejected' },
      reason: 'Only a pause.',
    })
    const read = await getEntry(owner, entry.id)
    await saveEdit(owner, read, editOf(read, { title: 'Ring pauses it' }))
    expect(await proposals()).toEqual([])
    const again = await getEntry(owner, entry.id)
    await saveEdit(owner, again, editOf(again, { 'demands.0.stance': 'partly_meets' }))
    expect(await proposals()).toMatchObject([{ standing: 'partly_met' }])
  })

  it('of what is yet to come is not confirmed before it has come', async () => {
    const { owner, entry, proposals } = await answered()
    const read = await getEntry(owner, entry.id)
    await saveEdit(owner, read, editOf(read, { date: '5 Jan 2999' }))
    const [proposal] = await proposals()
    const assessment = proposal?.id ?? ''
    await expect(
      decide(owner, { assessment, decision: 'confirmed', reason: '' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await decide(owner, { assessment, decision: 'rejected', reason: 'Called off.' })
  })

  it('is decided once by two editors at once', async () => {
    const { owner, proposals } = await answered()
    const assessment = (await proposals())[0]?.id ?? ''
    const both = await Promise.allSettled([
      decide(owner, { assessment, decision: 'confirmed', reason: '' }),
      decide(owner, { assessment, decision: 'rejected', reason: 'No.' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is answered by an assessment by hand on the same entry', async () => {
    const { owner, id, demand, entry, proposals } = await answered()
    const organization = demand.target('Ring')
    await assessAs(owner, {
      ...{ demand: demand.id, organization, standing: 'partly_met' },
      ...{ date: '13 Feb 2026', entry: entry.id },
    })
    expect(await proposals()).toEqual([])
    expect((await standings(owner, id))?.[1]).toEqual(['Ring', 'partly_met', '2026-02-13'])
  })

  it('at an organization that was no target gives it a place in the ledger when confirmed', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug }, { targets: 'Amazon' })
    await logEntry(owner, slug, {
      kind: 'contract_change',
      demands: [{ demand: demand.id, relation: 'answers', stance: 'meets', at: 'Ring' }],
    })
    const [before] = await listDemands(owner, id)
    expect(before?.targets.map(({ name }) => name)).toEqual(['Amazon'])
    const assessment = before?.proposals[0]?.id ?? ''
    await decide(owner, { assessment, decision: 'confirmed', reason: '' })
    expect(await standings(owner, id)).toEqual([
      ['Amazon', 'open', null],
      ['Ring', 'met', '2026-02-13'],
    ])
  })
})
