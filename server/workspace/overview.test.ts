import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import type { Organizer } from '../auth/viewer'
import { useTestDatabase } from '../auth/test-support'
import { restrictCampaign } from '../campaigns/restriction'
import { revokeShare } from '../shares/links/ending'
import { createShare } from '../shares/links/mutations'
import { listShares } from '../shares/links/queries'
import { newCampaignFor, newWorld } from '../testing/world'
import { accessOverview } from './overview'

useTestDatabase()

const link = (owner: Organizer, campaign: { id: string }, label: string) =>
  createShare(owner, shareSchema.parse({ campaign: campaign.id, label }))

it('a restricted campaign is listed with its members and live links, until it is opened', async () => {
  const { owner, editor, campaign } = await newWorld()
  const shut = await newCampaignFor(owner)
  await link(owner, campaign, 'For everyone')
  await link(owner, shut, 'For the press')
  await revokeShare(owner, (await link(owner, shut, 'Ended')).id)
  const listed = async () => (await accessOverview(owner)).restricted
  expect(await listed()).toEqual([])

  await restrictCampaign(owner, shut.id, { who: 'members', members: [editor.memberId] })
  const campaigns = await listed()
  expect(campaigns).toMatchObject([{ id: shut.id, slug: shut.slug }])
  expect(campaigns[0]?.members.map(({ id }) => id).sort()).toEqual(
    [owner.memberId, editor.memberId].sort(),
  )
  const live = (await listShares(owner)).filter(({ state }) => state === 'live')
  expect(live.filter((one) => one.campaign.slug === shut.slug)).toMatchObject([
    { label: 'For the press' },
  ])

  await restrictCampaign(owner, shut.id, { who: 'everyone', members: [] })
  expect(await listed()).toEqual([])
})
