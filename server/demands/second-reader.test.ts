import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase as aTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { getSharedCampaign } from '../shares/links/queries'
import { memberIn, readerOf, newWorld, logEntry, type World } from '../testing/world'
import { readLedger } from './ledger'
import { getDemand } from './queries'
import { checkStanding, uncheckStanding } from './second-reader'
import { assessAs, newDemand } from './test-support'

aTestDatabase()

let world: World
let demand: Awaited<ReturnType<typeof newDemand>>
let entry: string
beforeAll(async () => {
  world = await newWorld()
  entry = (await logEntry(world.owner, world.campaign)).id
})
beforeEach(async () => {
  demand = await newDemand(world.owner, world.campaign)
  await assessed('acknowledged', '12 Feb 2026')
})

const NOON = new Date('2026-11-29T20:00:00Z')
const assessed = (
  standing: 'acknowledged' | 'met',
  date: string,
  evidence: { entry?: string } = { entry },
) =>
  assessAs(world.owner, {
    ...{ demand: demand.id, organization: demand.target('Ring'), standing, date, ...evidence },
  })
const read = () => getDemand(world.owner, world.campaign.slug, demand.number)
const atRing = async () => (await read()).demand.targets.find(({ name }) => name === 'Ring')
const latest = async () => (await read()).assessments[0]?.id ?? ''

describe('a second reader of a standing', () => {
  it('is a person, and never the operator', async () => {
    const operator = systemViewer(world.workspaceId)
    await expect(checkStanding(operator, await latest())).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await atRing())?.checked).toBeUndefined()
  })

  it('marks it, with their name for members and the day for readers', async () => {
    await checkStanding(world.contributor, await latest(), NOON)
    const named = { day: '2026-11-29', by: 'A contributor' }
    expect((await atRing())?.checked).toEqual(named)
    expect((await read()).assessments[0]?.checked).toEqual(named)
    await logEntry(world.owner, world.campaign, {
      demands: [{ demand: demand.id, relation: 'raises' }],
    })
    const reader = await readerOf(world.owner, world.campaign.id)
    const { demands } = await getSharedCampaign(reader, { order: 'newest', after: null })
    const shared = demands.find(({ number }) => number === demand.number)
    expect(shared?.targets.find(({ name }) => String(name) === 'Ring')?.checked).toEqual({
      ...{ day: '2026-11-29' },
    })
  })

  it('has not read the next standing there', async () => {
    await checkStanding(world.contributor, await latest())
    await assessed('met', '20 Feb 2026')
    expect((await atRing())?.checked).toBeUndefined()
  })

  it('is nobody who confirmed it, and can be doubted', async () => {
    const id = await latest()
    await expect(checkStanding(world.owner, id)).rejects.toMatchObject({ code: 'forbidden' })
    await checkStanding(world.contributor, id)
    await uncheckStanding(await memberIn(world.workspaceId, 'contributor'), id)
    expect((await atRing())?.checked).toBeUndefined()
  })

  it('needs evidence to compare it with, which they can see', async () => {
    const refused = { code: 'conflict' }
    await assessed('met', '20 Feb 2026', {})
    await expect(checkStanding(world.contributor, await latest())).rejects.toMatchObject(refused)
    const draft = await logEntry(world.owner, world.campaign, { status: 'draft' })
    await assessed('met', '21 Feb 2026', { entry: draft.id })
    await expect(checkStanding(world.contributor, await latest())).rejects.toMatchObject(refused)
    await checkStanding(world.editor, await latest())
    expect((await atRing())?.checked).toBeDefined()
  })

  it('is what the ledger can be asked for, at any target or at one', async () => {
    await checkStanding(world.contributor, await latest())
    const { id: other } = await newDemand(world.owner, world.campaign, { wording: 'Another one.' })
    await assessAs(world.owner, {
      ...{ demand: other, organization: demand.target('Ring'), standing: 'open' },
      date: '12 Feb 2026',
    })
    const found = async (checked: boolean, target: string | null = null) => {
      const { demands } = await readLedger(world.owner, world.campaign.slug, { checked, target })
      return demands.map(({ id }) => id)
    }
    expect(await found(true)).toContain(demand.id)
    expect(await found(true)).not.toContain(other)
    expect(await found(false)).toContain(other)
    expect(await found(false)).not.toContain(demand.id)
    expect(await found(true, demand.target('Amazon'))).not.toContain(demand.id)
  })
})
