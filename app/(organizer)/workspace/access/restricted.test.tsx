import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { AccessCampaigns } from '@/components/workspace/access-campaigns'
import { shareSchema } from '@/lib/schemas/share'
import type { Organizer } from '@/server/auth/viewer'
import { useTestDatabase } from '@/server/auth/test-support'
import { restrictCampaign } from '@/server/campaigns/restriction'
import { revokeShare } from '@/server/shares/links/ending'
import { createShare } from '@/server/shares/links/mutations'
import { listShares } from '@/server/shares/links/queries'
import { newCampaignFor, newWorld } from '@/server/testing/world'
import { accessOverview } from '@/server/workspace/overview'

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
  const links = (await listShares(owner)).filter(({ state }) => state === 'live')
  const page = renderToStaticMarkup(
    <AccessCampaigns campaigns={campaigns} owners={['An owner']} links={links} />,
  )
  expect(page).toContain('For the press')
  expect(page).not.toMatch(/For everyone|Ended/)
  for (const { name } of campaigns[0]?.members ?? []) expect(page).toContain(name)

  await restrictCampaign(owner, shut.id, { who: 'everyone', members: [] })
  expect(await listed()).toEqual([])
})
