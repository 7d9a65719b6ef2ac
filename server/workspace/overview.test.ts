import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import type { Organizer } from '../auth/viewer'
import { closeSession, openSession } from '../auth/session-store'
import { useTestDatabase } from '../auth/test-support'
import { makeResetLink } from '../auth/password-reset'
import { suspendMember } from '../members/mutations'
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

it('an owner sees in which browsers a member is signed in, in words, until they sign out', async () => {
  const { owner, editor, workspaceId } = await newWorld()
  const words = 'Firefox on Android, Los Angeles time'
  const { token } = await openSession(editor.accountId, new Date(), { workspaceId, device: words })
  const shown = async () =>
    (await accessOverview(owner)).members.find((one) => one.id === editor.memberId)
  expect(await shown()).toMatchObject({ sessions: 1, devices: [{ device: words }] })
  await closeSession(token)
  expect(await shown()).toMatchObject({ sessions: 0, devices: [] })
})

it('an owner sees when each way in ends: sessions, links for a forgotten password, a suspension', async () => {
  const { owner, editor, contributor, workspaceId } = await newWorld()
  const now = new Date()
  const until = (hours: number) => new Date(now.getTime() + hours * 60 * 60_000).toISOString()
  await openSession(editor.accountId, now, { workspaceId, device: 'Firefox' })
  await makeResetLink(owner, editor.memberId, false, now)
  await suspendMember(owner, contributor.memberId)
  const { members } = await accessOverview(owner, now)
  const of = ({ memberId }: Organizer) => members.find(({ id }) => id === memberId)
  expect(of(editor)).toMatchObject({
    ...{ suspended: false, resetUntil: until(1) },
    devices: [{ device: 'Firefox', expiresAt: until(14 * 24) }],
  })
  expect(of(contributor)).toMatchObject({ suspended: true, resetUntil: null, sessions: 0 })
  expect(of(owner)).toMatchObject({ suspended: false, resetUntil: null })
})
