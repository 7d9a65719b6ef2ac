import { expect, it } from 'vitest'
import { useTestDatabase as aTestDatabase } from '../auth/test-support'
import { logEntry, newCampaignFor, newWorld } from '../testing/world'
import { lastEntryFrom } from './last-entry'
import { listSources } from './queries'

aTestDatabase()

it('finds the entry that was logged last from a source, within the campaign and what one may see', async () => {
  const { owner, contributor, campaign: other } = await newWorld()
  const campaign = await newCampaignFor(owner)
  const citations = [{ title: 'Report of the day' }]
  const first = await logEntry(owner, campaign, { citations })
  const {
    sources: [source],
  } = await listSources(owner, { campaignId: campaign.id })
  const last = (viewer = owner) => lastEntryFrom(viewer, campaign.id, source?.id ?? '')
  expect(await last()).toBe(first.id)
  const second = await logEntry(owner, campaign, {
    status: 'draft',
    citations: [{ source: source?.id ?? '', title: '' }],
  })
  expect(await last()).toBe(second.id)
  expect(await last(contributor)).toBe(first.id)
  expect(await lastEntryFrom(owner, other.id, source?.id ?? '')).toBeNull()
})
