import { beforeAll, describe, expect, it } from 'vitest'
import { mint } from '../auth/mint'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { restrictCampaign } from '../campaigns/restriction'
import { getCampaign } from '../campaigns/queries'
import { withViewer } from '../db'
import { newDemand } from '../demands/test-support'
import { failureOf } from '../testing/failure'
import { planAction } from '../plans/test-support'
import { memberIn, newCampaignFor, newWorld, readerOf, type World } from '../testing/world'
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

describe('a record that came in', () => {
  let world: World
  let colleague: Organizer
  beforeAll(async () => {
    world = await newWorld()
    colleague = await memberIn(world.workspaceId, 'editor')
  })

  /** Whose record goes to the trash, by whom, after what was done in its campaign. */
  const undo = async (
    viewer: Organizer,
    createdBy: string,
    since: (campaign: World['campaign']) => Promise<unknown> = () => Promise.resolve(),
  ) => {
    const campaign = await newCampaignFor(world.owner)
    const finishedAt = new Date()
    await since(campaign)
    return withViewer(viewer, (tx) =>
      trashRecordOf(tx, viewer, {
        ...{ campaigns: [campaign.id], createdBy, finishedAt, now: new Date() },
      }),
    )
  }

  it('is taken back by the editor who sent it, and by an owner', async () => {
    const { editor, owner } = world
    expect(await undo(editor, editor.memberId)).toBe(0)
    expect(await undo(owner, editor.memberId)).toBe(0)
  })

  it('is taken back by no contributor, and by no editor who did not send it', async () => {
    const { contributor, editor } = world
    for (const [viewer, sender] of [
      [contributor, contributor],
      [colleague, editor],
    ] as const)
      expect((await failureOf(undo(viewer, sender.memberId))).code).toBe('forbidden')
  })

  it.each<[string, (campaign: World['campaign']) => Promise<unknown>]>([
    ['was shared', ({ id }) => readerOf(world.owner, id)],
    ['has a plan', (campaign) => planAction(world.owner, campaign)],
    ['has a demand', (campaign) => newDemand(world.owner, campaign)],
    [
      'was hidden from them',
      ({ id }) => restrictCampaign(world.owner, id, { who: 'members', members: [] }),
    ],
  ])('is taken back by an owner alone once its campaign %s', async (_what, since) => {
    const { editor, owner } = world
    const failure = await failureOf(undo(editor, editor.memberId, since))
    expect(failure.code).toBe('forbidden')
    expect(failure.message).toContain('Only an owner')
    expect(await undo(owner, editor.memberId, since)).toBe(0)
  })
})
