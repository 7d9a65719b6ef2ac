import { expect, it } from 'vitest'
import { useTestDatabase as aTestDatabase } from '../auth/test-support'
import { logEntry, newCampaignFor, newWorld } from '../testing/world'
import { listEntryChoices } from './choices'

aTestDatabase()

it('offers the kinds that the campaign uses most, and those of no other', async () => {
  const { owner } = await newWorld()
  const campaign = await newCampaignFor(owner)
  const kinds = async () => (await listEntryChoices(owner, campaign.id)).usedKinds
  expect(await kinds()).toEqual([])
  await logEntry(owner, campaign, { kind: 'rally' })
  await logEntry(owner, campaign, { kind: 'picket' })
  await logEntry(owner, campaign, { kind: 'picket', status: 'draft' })
  await logEntry(owner, await newCampaignFor(owner), { kind: 'strike' })
  expect(await kinds()).toEqual(['picket', 'rally'])
})
