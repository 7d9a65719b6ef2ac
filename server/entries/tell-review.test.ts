import { beforeEach, describe, expect, it } from 'vitest'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { bulkSchema } from '@/lib/schemas/record'
import { assign } from '../assignments/mutations'
import { listAssignedToMe } from '../assignments/queries'
import { listReviewsForMe } from '../assignments/reviews'
import { changeWantedNotifications } from '../auth/own-account'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { restrictCampaign } from '../campaigns/restriction'
import { countUnseen, listNotifications, openNotification } from '../comments/notifications'
import { emailOf, later, sent, soon, useMailServer, withMember } from '../mail/test-support'
import { memberIn, logEntry, newWorld, TEST_DAY, type World } from '../testing/world'
import { changeWorkspaceSettings } from '../workspace/mutations'
import { changeMany, undoMany } from './bulk'
import { reviewEntry } from './review'
import { trashEntry } from './trash'

useTestDatabase()
useMailServer()

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const toReview = (title = 'To review') =>
  logEntry(world.contributor, world.campaign, { title, status: 'in_review' })
const told = async (member: Organizer) =>
  (await listNotifications(member)).map(({ kind, title, body }) => [kind, title, body])

describe('an entry that is sent to review', () => {
  it('is told to everybody who may publish, leads to it, and is over with the review', async () => {
    const { owner, editor, contributor, viewer, campaign } = world
    const { id } = await toReview()
    for (const member of [owner, editor])
      expect(await told(member)).toEqual([['review', 'To review', '']])
    expect([await told(contributor), await told(viewer)]).toEqual([[], []])
    const [one] = await listNotifications(editor)
    expect(one?.by).toBe('A contributor')
    expect(await openNotification(editor, one?.id ?? '')).toBe(
      `/campaigns/${campaign.slug}/entries/${id}`,
    )
    expect([await countUnseen(editor), await countUnseen(owner)]).toEqual([0, 1])
    await reviewEntry(editor, id, { decision: 'publish', note: '' })
    expect([await told(editor), await told(owner)]).toEqual([[], []])
    expect(await countUnseen(owner)).toBe(0)
  })

  it('is told once however often it is sent, and not to who sent it', async () => {
    const { owner, editor } = world
    const { id } = await toReview()
    await reviewEntry(editor, id, { decision: 'send_back', note: '' })
    await changeMany(owner, world.campaign.id, bulkSchema.parse({ action: 'review', ids: [id] }))
    expect(await told(editor)).toEqual([['review', 'To review', '']])
    expect(await told(owner)).toEqual([])
  })

  it('is told to nobody whom a restricted campaign is kept from, nor while it is in the trash', async () => {
    const { owner, editor, contributor, campaign } = world
    const inside = await memberIn(world.workspaceId, 'editor')
    const members = [inside.memberId, contributor.memberId]
    await restrictCampaign(owner, campaign.id, { who: 'members', members })
    const { id } = await toReview()
    expect([await told(editor), await listReviewsForMe(editor)]).toEqual([[], []])
    expect(await told(inside)).toHaveLength(1)
    await trashEntry(owner, id)
    expect([await told(inside), await listReviewsForMe(inside)]).toEqual([[], []])
  })

  it('is told to those alone who want it', async () => {
    await changeWantedNotifications(world.editor, ['mention', 'published', 'sent_back'])
    await toReview()
    expect(await told(world.editor)).toEqual([])
  })
})

describe('the author of an entry', () => {
  it('is told that it was published, and nobody else', async () => {
    const { owner, editor, contributor } = world
    const { id } = await toReview()
    await reviewEntry(editor, id, { decision: 'publish', note: '' })
    expect(await told(contributor)).toEqual([['published', 'To review', '']])
    expect(await told(owner)).toEqual([])
  })

  it('is told that it was sent back, with the reviewer’s words, until it is sent again', async () => {
    const { owner, editor, contributor } = world
    const { id } = await toReview()
    await reviewEntry(editor, id, { decision: 'send_back', note: 'Which source?' })
    expect(await told(contributor)).toEqual([['sent_back', 'To review', 'Which source?']])
    expect(await told(owner)).toEqual([])
    await changeMany(
      contributor,
      world.campaign.id,
      bulkSchema.parse({ action: 'review', ids: [id] }),
    )
    expect(await told(contributor)).toEqual([])
  })

  it('is told nothing of what they did themselves, or took back', async () => {
    const { owner, contributor } = world
    const { id } = await logEntry(owner, world.campaign, { status: 'in_review' })
    await reviewEntry(owner, id, { decision: 'publish', note: '' })
    expect(await told(owner)).toEqual([])
    const { id: theirs } = await toReview()
    const ids = bulkSchema.parse({ action: 'publish', ids: [theirs] })
    const { undo } = await changeMany(owner, world.campaign.id, ids)
    expect(await told(contributor)).toHaveLength(1)
    await undoMany(owner, undo)
    expect(await told(contributor)).toEqual([])
  })

  it('comes back to reviewers when its publishing is undone; a draft that is one again was not sent back', async () => {
    const { owner, editor, contributor, campaign } = world
    const bulk = async (action: string, id: string) =>
      (await changeMany(owner, campaign.id, bulkSchema.parse({ action, ids: [id] }))).undo
    const { id } = await toReview()
    const undo = await bulk('publish', id)
    expect(await told(editor)).toEqual([])
    await undoMany(owner, undo)
    expect(await told(editor)).toEqual([['review', 'To review', 'Taken back.']])
    const draft = await logEntry(contributor, campaign, { title: 'A draft', status: 'draft' })
    await undoMany(owner, await bulk('review', draft.id))
    expect(await told(contributor)).toEqual([])
  })
})

describe('mail about reviews', () => {
  it('says no word of the record, and none of the reviewer where names are allowed', async () => {
    const place = await withMember()
    const { owner, campaign } = place.world
    for (const title of ['Secret first', 'Secret second'])
      await logEntry(owner, campaign, { title, status: 'in_review' })
    const { id } = await logEntry(place.member, campaign, {
      ...{ title: 'Secret third', status: 'in_review' },
    })
    await reviewEntry(owner, id, { decision: 'send_back', note: 'Secret words' })
    const [mail] = await sent(place)
    expect(mail?.to).toBe(emailOf(place.member))
    expect(mail?.text).toContain('- 2 entries to review\n- 1 entry you logged was sent back\n')
    expect(mail?.text).not.toContain('Secret')
    const settings = { name: 'Picket', keepsNames: true, requiresCodes: false, mailQuotes: true }
    await changeWorkspaceSettings(owner, settings)
    await reviewEntry(place.member, id, { decision: 'publish', note: '' })
    const { id: other } = await logEntry(place.member, campaign, {
      ...{ title: 'Open title', status: 'in_review' },
    })
    await reviewEntry(owner, other, { decision: 'send_back', note: 'Secret words' })
    const [quoting] = await sent(place, later(soon(), 10))
    expect(quoting?.text).toContain('Test Owner sent this back to you: Open title')
    expect(quoting?.text).not.toContain('Secret words')
  })
})

describe('what waits for a member', () => {
  const titles = async (member: Organizer) =>
    (await listReviewsForMe(member)).map(({ what, title }) => [what, title])

  it('has reviews by whoever may publish, but not of their own, nor given to somebody', async () => {
    const { owner, editor, contributor, viewer } = world
    const { id } = await toReview()
    await logEntry(editor, world.campaign, { title: 'Of the editor', status: 'in_review' })
    expect(await titles(editor)).toEqual([['in_review', 'To review']])
    expect(await titles(owner)).toHaveLength(2)
    expect([await titles(contributor), await titles(viewer)]).toEqual([[], []])
    const input = assignmentSchema(TEST_DAY).parse({ member: editor.memberId, dueOn: '' })
    await assign(owner, { record: 'entry', id }, input)
    expect(await titles(owner)).toEqual([['in_review', 'Of the editor']])
    expect([await titles(editor), await listAssignedToMe(editor)]).toEqual([
      [],
      [expect.objectContaining({ title: 'To review' })],
    ])
  })

  it('has drafts that were sent back to them, until they are sent again', async () => {
    const { owner, contributor } = world
    const { id } = await toReview()
    await logEntry(contributor, world.campaign, { title: 'Own draft', status: 'draft' })
    await reviewEntry(owner, id, { decision: 'send_back', note: '' })
    expect(await titles(contributor)).toEqual([['sent_back', 'To review']])
    await changeMany(
      contributor,
      world.campaign.id,
      bulkSchema.parse({ action: 'review', ids: [id] }),
    )
    expect(await titles(contributor)).toEqual([])
  })
})
