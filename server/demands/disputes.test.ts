import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { disputedStandingSchema } from '@/lib/schemas/demand'
import { get } from '../../app/s/crawl'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '../auth/test-support'
import { createShare } from '../shares/links/mutations'
import { listSources } from '../sources/queries'
import { logEntry, newCampaignFor, newWorld, type World } from '../testing/world'
import { disputeStanding, takeBackDispute } from './disputes'
import { getDemand } from './queries'
import { assessAs, newDemand } from './test-support'

aTestDatabase()

let world: World
let campaign: World['campaign']
let demand: Awaited<ReturnType<typeof newDemand>>
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(async () => {
  campaign = await newCampaignFor(world.owner)
  demand = await newDemand(world.owner, campaign)
  const ring = { demand: demand.id, organization: demand.target('Ring') }
  await assessAs(world.owner, { ...ring, standing: 'met', date: '12 Feb 2026' })
})

const read = () => getDemand(world.owner, campaign.slug, demand.number)
const atRing = async () => (await read()).demand.targets.find(({ name }) => name === 'Ring')
async function disputed(fields: object = {}) {
  const [assessment] = (await read()).assessments
  const said = { reason: 'The contract goes on', saidBy: 'The union' }
  await disputeStanding(
    world.editor,
    disputedStandingSchema.parse({ assessment: assessment?.id, ...said, ...fields }),
  )
  return (await read()).assessments[0]?.disputes[0]?.id ?? ''
}

describe('a standing that somebody disputes', () => {
  it('stays what it is, with who says so, why and where', async () => {
    await logEntry(world.owner, campaign, { citations: [{ title: 'A report' }] })
    const [source] = (await listSources(world.owner)).sources
    await disputed({ source: source?.id })
    expect(await atRing()).toMatchObject({
      standing: 'met',
      disputes: [
        {
          ...{ reason: 'The contract goes on', saidBy: 'The union' },
          citations: [{ source: { title: 'A report' } }],
        },
      ],
    })
  })

  it('can be taken back and put back; the history keeps it', async () => {
    const id = await disputed()
    await takeBackDispute(world.editor, id)
    expect((await atRing())?.disputes).toEqual([])
    expect((await read()).assessments[0]?.disputes).toMatchObject([{ id, takenBack: true }])
    await takeBackDispute(world.editor, id, false)
    expect((await atRing())?.disputes).toMatchObject([{ id }])
  })

  it('says so through a link, and no longer once it was taken back', async () => {
    await logEntry(world.owner, campaign, {
      demands: [{ demand: demand.id, relation: 'raises' }],
      appearances: [{ name: 'Zora Hidden' }],
    })
    const id = await disputed({ reason: 'Zora Hidden saw it go on' })
    const { url } = await createShare(world.owner, shareSchema.parse({ campaign: campaign.id }))
    const page = async () => (await (await get(url)).text()).replaceAll(/<[^>]*>/g, '')
    expect(await page()).toMatch(/Disputed by The union: .* saw it go on/)
    expect(await page()).toContain('1 demand: met at Ring, disputed')
    expect(await page()).toContain('Ring: met (disputed)')
    expect(await page()).not.toContain('Zora')
    await takeBackDispute(world.editor, id)
    expect(await page()).not.toContain('isputed')
  })

  it('is recorded by an editor, of a standing that is there', async () => {
    const [assessment] = (await read()).assessments
    const input = { assessment: assessment?.id, reason: 'No', saidBy: 'The union' }
    const by = (viewer: World['owner'], fields: object = {}) =>
      disputeStanding(viewer, disputedStandingSchema.parse({ ...input, ...fields }))
    await expect(by(world.contributor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(by(world.editor, { assessment: demand.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(by(world.editor, { source: demand.id })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})
