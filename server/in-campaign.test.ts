import { beforeAll, expect, it } from 'vitest'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from './auth/test-support'
import { listEntryChoices } from './entries/choices'
import { lookUp } from './search/lookup'
import { createSource } from './sources/mutations'
import { listSources } from './sources/queries'
import { logEntry, newCampaignFor, newWorld, TEST_DAY, type World } from './testing/world'

useTestDatabase()

let world: World
let other: World['campaign']

beforeAll(async () => {
  world = await newWorld()
  other = await newCampaignFor(world.owner)
  const log = (campaign: World['campaign'], name: string) =>
    logEntry(world.owner, campaign, {
      appearances: [{ name: `Speaker ${name}` }],
      organizations: [{ name: `Group ${name}`, part: 'actor' }],
      citations: [{ title: `Report ${name}` }],
      demands: [{ relation: 'raises', wording: `End ${name}.`, targets: `Target ${name}` }],
    })
  await log(world.campaign, 'here')
  await log(other, 'there')
  const added = sourceSchema(TEST_DAY).parse({ title: 'Report added there' })
  await createSource(world.owner, added, other.id)
})

it('offers in a form what belongs to its campaign', async () => {
  const { owner, campaign } = world
  const offered = async (id: string) => {
    const { people, sources } = await listEntryChoices(owner, id)
    return [...people, ...sources].map(({ name }) => name).sort()
  }
  expect(await offered(campaign.id)).toEqual(['Report here', 'Speaker here'])
  expect(await offered(other.id)).toEqual(['Report added there', 'Report there', 'Speaker there'])
})

it('finds as one types what belongs to the campaign, and all when asked for', async () => {
  const { owner, campaign } = world
  const find = async (kind: 'organization' | 'person' | 'source', q: string, id?: string) =>
    (await lookUp(owner, kind, q, id)).map(({ name }) => name).sort()
  expect(await find('organization', 'group', campaign.id)).toEqual(['Group here'])
  expect(await find('organization', 'target', campaign.id)).toEqual(['Target here'])
  expect(await find('person', 'speaker', campaign.id)).toEqual(['Speaker here'])
  expect(await find('source', 'report', campaign.id)).toEqual(['Report here'])
  expect(await find('organization', 'group')).toEqual(['Group here', 'Group there'])
  expect(await find('source', 'report')).toEqual([
    ...['Report added there', 'Report here', 'Report there'],
  ])
})

it('lists the sources of the campaign alone', async () => {
  const { owner, campaign } = world
  const titles = async (campaignId: string) =>
    (await listSources(owner, { campaignId })).sources.map(({ title }) => title)
  expect(await titles(campaign.id)).toEqual(['Report here'])
  expect((await titles(other.id)).sort()).toEqual(['Report added there', 'Report there'])
})
