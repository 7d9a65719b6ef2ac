import { describe, expect, it } from 'vitest'
import { demandSchema } from '@/lib/schemas/demand'
import { useTestDatabase } from '../auth/test-support'
import { createDemand, updateDemand } from './mutations'
import { getDemand, listDemands } from './queries'
import { assessAs, inRole, logEntry, newCampaign, newDemand } from './test-support'

useTestDatabase()

const input = (more: Record<string, unknown>) =>
  demandSchema.parse({ wording: 'End it.', targets: 'Amazon; AWS; Ring', ...more })

describe('the numbers of demands', () => {
  it('are counted from 1 without gaps when many are made at once', async () => {
    const { owner, id, slug } = await newCampaign()
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        createDemand(owner, slug, input({ wording: `Do thing ${index}.` })),
      ),
    )
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(await listDemands(owner, id)).toHaveLength(8)
  })

  it('are not used up by an entry that names a demand again', async () => {
    const { owner, id, slug } = await newCampaign()
    const raised = (wording: string) => ({ relation: 'raises', wording, targets: 'AWS' })
    await logEntry(owner, slug, { kind: 'rally', demands: [raised('AWS  ends it.')] })
    await logEntry(owner, slug, {
      kind: 'march',
      demands: [{ ...raised('aws ends it.'), relation: 'repeats' }, raised('AWS says so.')],
    })
    const demands = await listDemands(owner, id)
    expect(demands.map(({ number, wording }) => [number, wording])).toEqual([
      [1, 'AWS  ends it.'],
      [2, 'AWS says so.'],
    ])
    const { thread } = await getDemand(owner, slug, 1)
    expect(thread.map(({ relation, entry }) => [relation, entry.kind])).toEqual([
      ['raises', 'rally'],
      ['repeats', 'march'],
    ])
  })
})

describe('a demand that is changed', () => {
  it('keeps its earlier wordings', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    await updateDemand(owner, demand.id, input({ wording: 'End it by May.', note: 'A date.' }))
    await updateDemand(
      owner,
      demand.id,
      input({ wording: 'End it by May.', targets: 'Ring', counterparties: 'Flock', version: 2 }),
    )
    expect((await listDemands(owner, id))[0]).toMatchObject({
      wording: 'End it by May.',
      version: 3,
      earlier: [{ number: 1, wording: 'End it.' }],
      targets: [{ name: 'Ring' }],
      counterparties: [{ name: 'Flock' }],
    })
  })

  it('by two at once gives the second both texts and writes nothing of theirs', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug }, { targets: 'Ring; AWS; Amazon' })
    const both = await Promise.allSettled([
      updateDemand(owner, demand.id, input({ wording: 'One.', version: 1 })),
      updateDemand(owner, demand.id, input({ wording: 'Two.', version: 1 })),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const won = both[0]?.status === 'fulfilled' ? 'One.' : 'Two.'
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason).toMatchObject({
      name: 'ConflictError',
      version: 2,
      conflicts: [{ field: 'wording', theirs: won }],
    })
    expect((await listDemands(owner, id))[0]).toMatchObject({ wording: won, version: 2 })
  })

  it('cannot lose a target whose standing is recorded', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    const organization = demand.target('Ring')
    await assessAs(owner, { demand: demand.id, organization, standing: 'met', date: '2026-02-13' })
    await expect(
      updateDemand(owner, demand.id, input({ targets: 'Amazon' })),
    ).rejects.toMatchObject({ code: 'invalid', path: ['targets'] })
  })
})

describe('who may', () => {
  it('make and change demands: editors', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    for (const role of ['viewer', 'contributor'] as const) {
      const member = inRole(owner, role)
      await expect(createDemand(member, slug, input({}))).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(updateDemand(member, demand.id, input({}))).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })

  it('see and change them from another workspace: nobody', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    const { owner: stranger, reader } = await newCampaign()
    const refused = { code: 'not_found' }
    await expect(listDemands(stranger, id)).rejects.toMatchObject(refused)
    await expect(listDemands(reader, id)).rejects.toMatchObject(refused)
    await expect(updateDemand(stranger, demand.id, input({}))).rejects.toMatchObject(refused)
    await expect(
      assessAs(stranger, {
        ...{ demand: demand.id, organization: demand.target('Ring') },
        ...{ standing: 'met', date: '2026-02-13' },
      }),
    ).rejects.toMatchObject(refused)
  })

  it('see a demand that only a draft raises: those who see the draft', async () => {
    const { owner, reader, id, slug } = await newCampaign()
    await logEntry(owner, slug, {
      kind: 'rally',
      status: 'draft',
      demands: [{ relation: 'raises', wording: 'A secret demand.', targets: 'AWS' }],
    })
    expect(await listDemands(owner, id)).toHaveLength(1)
    expect(await listDemands(inRole(owner, 'viewer'), id)).toEqual([])
    expect(await listDemands(reader, id)).toEqual([])
  })

  it('see a name that may not be named: members', async () => {
    const { owner, reader, id, slug } = await newCampaign()
    await logEntry(owner, slug, { kind: 'rally', appearances: [{ name: 'Jo Canary' }] })
    await newDemand(owner, { id, slug }, { wording: 'Hire Jo Canary again.' })
    expect((await listDemands(owner, id))[0]?.wording).toContain('Jo Canary')
    expect(JSON.stringify(await listDemands(reader, id))).not.toContain('Canary')
  })
})
