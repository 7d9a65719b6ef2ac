import { expect, it } from 'vitest'
import { campaignEditSchema } from '@/lib/schemas/campaign'
import { useTestDatabase } from '../auth/test-support'
import { newCampaignFor, newWorld } from '../testing/world'
import type { Viewer } from '../auth/viewer'
import { updateCampaign } from './edit'
import { getCampaign, listCampaigns, listOtherCampaigns } from './queries'
import { restrictCampaign } from './restriction'

useTestDatabase()

it('a campaign is read with its order of day and month and its first day of the week', async () => {
  const { owner, campaign } = await newWorld()
  const { id, slug } = campaign
  const { title, summary, status, timeZone, version } = await getCampaign(owner, slug)
  const set = { dayOrder: 'dmy', weekStart: 'saturday' }
  await updateCampaign(
    owner,
    id,
    campaignEditSchema.parse({ title, summary, status, timeZone, ...set, version }),
  )
  expect(await getCampaign(owner, slug)).toMatchObject(set)
  expect(await listCampaigns(owner)).toMatchObject([set])
})

it('a member changes between the campaigns that they may see, the active ones first', async () => {
  const { owner, viewer, campaign } = await newWorld()
  const ended = await newCampaignFor(owner)
  const open = await newCampaignFor(owner)
  const { id, title, summary, timeZone, version } = await getCampaign(owner, ended.slug)
  await updateCampaign(
    owner,
    id,
    campaignEditSchema.parse({ title, summary, timeZone, version, status: 'ended' }),
  )
  const slugs = async (who: Viewer) =>
    (await listOtherCampaigns(who, campaign.slug)).map(({ slug }) => slug)
  expect(await slugs(viewer)).toEqual([open.slug, ended.slug])
  await restrictCampaign(owner, open.id, { who: 'members', members: [] })
  expect(await slugs(viewer)).toEqual([ended.slug])
})
