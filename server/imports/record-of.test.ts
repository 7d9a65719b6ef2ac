import { expect, it } from 'vitest'
import { mint } from '../auth/mint'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { getCampaign } from '../campaigns/queries'
import { withViewer } from '../db'
import { failureOf } from '../testing/failure'
import { newCampaignFor, newWorld } from '../testing/world'
import { trashRecordOf } from './record-of'

useTestDatabase()

it('a token for one campaign moves no other one of the same record to the trash', async () => {
  const { owner, campaign } = await newWorld()
  const other = await newCampaignFor(owner)
  const token = { id: owner.accountId, name: 'Sync', scope: 'publish', campaignIds: [campaign.id] }
  const narrow = mint<Organizer>({ ...owner, token })
  const undo = (viewer: Organizer, campaigns: string[]) =>
    withViewer(viewer, (tx) =>
      trashRecordOf(tx, viewer, {
        ...{ campaigns, createdBy: owner.memberId, finishedAt: new Date(), now: new Date() },
      }),
    )
  const failure = await failureOf(undo(narrow, [campaign.id, other.id]))
  expect(failure.code).toBe('forbidden')
  for (const { slug } of [campaign, other])
    expect(await getCampaign(owner, slug)).toMatchObject({ slug })
  expect(await undo(narrow, [campaign.id])).toBe(0)
})
