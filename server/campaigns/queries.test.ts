import { expect, it } from 'vitest'
import { campaignEditSchema } from '@/lib/schemas/campaign'
import { useTestDatabase } from '../auth/test-support'
import { newWorld } from '../testing/world'
import { updateCampaign } from './edit'
import { getCampaign, listCampaigns } from './queries'

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
