import { beforeEach, describe, expect, it } from 'vitest'
import type { FormValues } from '@/lib/forms/state'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { withPassword } from '../auth/change-email-test-support'
import { deleteAccount } from '../auth/delete-account'
import { acceptInvitation } from '../auth/invitations'
import { GOOD_PASSWORD, useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { restrictCampaign } from '../campaigns/restriction'
import { withViewer } from '../db'
import { setFollowUp } from '../demands/follow-ups'
import { changeMany, undoMany } from '../entries/bulk'
import { reviewEntry } from '../entries/review'
import { changeRole, inviteMember, removeMember } from '../members/mutations'
import { getEntry } from '../entries/queries'
import { callOff } from '../plans/outcome'
import { getPlan } from '../plans/queries'
import { addTask, planAction } from '../plans/test-support'
import { editOf, saveEdit } from '../testing/editing'
import { newTarget, type Target } from '../testing/target'
import { logEntry, memberIn, TEST_DAY } from '../testing/world'
import { assign } from './mutations'
import { getAssigning, listAssignedToMe } from './queries'
import { listReviewsForMe } from './reviews'

useTestDatabase()

const NOON = new Date('2026-03-01T20:00:00Z')
const to = (member: Organizer, dueOn = '') =>
  assignmentSchema(TEST_DAY).parse({ member: member.memberId, dueOn })
const entry = (id: string) => ({ record: 'entry', id }) as const

let target: Target
beforeEach(async () => {
  target = await newTarget()
})

const inReview = (by: Organizer = target.contributor) =>
  logEntry(by, target.campaign, { title: 'To review', status: 'in_review' })
const draftOf = (by: Organizer) =>
  logEntry(by, target.campaign, { title: 'To finish', status: 'draft' })
const waiting = async (viewer: Organizer) =>
  (await listReviewsForMe(viewer, NOON)).map(({ id }) => id)
const toDo = async (viewer: Organizer) =>
  (await listAssignedToMe(viewer, NOON)).map(({ what }) => what).sort()

async function edit(id: string, changes: FormValues) {
  const { owner } = target
  const entry = await getEntry(owner, id)
  await saveEdit(owner, entry, editOf(entry, changes))
}

async function inviteAgain({ accountId }: Organizer, role: 'editor') {
  const email = `${accountId}@example.org`
  const { url } = await inviteMember(target.owner, { email, role })
  const token = new URL(url).pathname.split('/').at(-1) ?? ''
  await acceptInvitation({ token, email, name: 'Back Again', password: GOOD_PASSWORD }, null)
}

describe('what was handed over to a member', () => {
  it('waits for anybody once they are removed, also when they are back', async () => {
    const { owner, editor, campaign } = target
    await restrictCampaign(owner, campaign.id, { who: 'members', members: [editor.memberId] })
    const { id } = await inReview(owner)
    const other = await memberIn(target.workspaceId, 'owner')
    await assign(owner, entry(id), to(editor, '5 Mar 2026'))
    expect(await waiting(other)).not.toContain(id)
    await withPassword(editor)
    await removeMember(owner, editor.memberId)
    expect(await waiting(other)).toContain(id)
    await inviteAgain(editor, 'editor')
    expect(await waiting(other)).toContain(id)
    expect(await toDo(editor)).toEqual([])
  })

  it('does not come back with somebody who was removed before it ended with that', async () => {
    const { owner, editor } = target
    const { id } = await inReview()
    await assign(owner, entry(id), to(editor))
    await withPassword(editor)
    await removeMember(owner, editor.memberId)
    await withViewer(owner, (tx) => tx.assignment.updateMany({ data: { endedAt: null } }))
    await inviteAgain(editor, 'editor')
    expect(await toDo(editor)).toEqual([])
  })

  it('waits for anybody once its member has deleted their account', async () => {
    const { owner, editor } = target
    const { id } = await inReview()
    await assign(owner, entry(id), to(editor))
    await deleteAccount(await withPassword(editor), GOOD_PASSWORD, '10.3.0.8')
    const ended = await withViewer(owner, (tx) =>
      tx.assignment.count({ where: { entryId: id, endedAt: { not: null } } }),
    )
    expect(ended).toBe(1)
  })

  it('stays as far as another role may do it', async () => {
    const { owner, editor, campaign, demand } = target
    const all = async () => {
      await assign(owner, entry((await inReview()).id), to(editor))
      await assign(owner, entry((await draftOf(editor)).id), to(editor))
      await assign(owner, entry((await draftOf(owner)).id), to(editor))
      const about = { demand: demand.id, organization: demand.targetId, dueOn: TEST_DAY, note: '' }
      const followUp = await setFollowUp(owner, about)
      await assign(owner, { record: 'follow_up', ...followUp }, to(editor))
      await addTask(owner, (await planAction(owner, campaign)).id, { member: editor.memberId })
    }
    await all()
    await changeRole(owner, editor.memberId, 'owner')
    expect(await toDo(editor)).toEqual(['draft', 'draft', 'follow_up', 'in_review', 'plan_task'])
    await changeRole(owner, editor.memberId, 'contributor')
    expect(await toDo(editor)).toEqual(['draft', 'follow_up', 'plan_task'])
    await changeRole(owner, editor.memberId, 'viewer')
    await changeRole(owner, editor.memberId, 'editor')
    expect(await toDo(editor)).toEqual([])
  })

  it('waits for anybody where an owner who is one no more cannot open the campaign', async () => {
    const { owner, editor, campaign } = target
    const other = await memberIn(target.workspaceId, 'owner')
    await restrictCampaign(owner, campaign.id, { who: 'members', members: [editor.memberId] })
    const { id } = await inReview(owner)
    await assign(owner, entry(id), to(other))
    await changeRole(owner, other.memberId, 'editor')
    expect(await waiting(editor)).toContain(id)
    expect((await getAssigning(owner, entry(id)))?.current).toBeNull()
  })

  it('keeps who had a part in what was called off', async () => {
    const { owner, contributor, campaign } = target
    const { id: plan } = await planAction(owner, campaign)
    await addTask(owner, plan, { member: contributor.memberId })
    await callOff(owner, plan, 'Snow')
    await changeRole(owner, contributor.memberId, 'viewer')
    expect((await getPlan(owner, plan)).tasks[0]?.assigned?.member.id).toBe(contributor.memberId)
  })
})

describe('what was handed over of an entry in one status', () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ['is sent back', (id) => reviewEntry(target.owner, id, { decision: 'send_back', note: '' })],
    ['is edited', (id) => edit(id, { status: 'draft' })],
  ])('does not come back with its old day: %s', async (_what, change) => {
    const { owner, editor } = target
    const { id } = await inReview()
    await assign(owner, entry(id), to(editor, '5 Mar 2026'))
    await change(id)
    expect(await toDo(editor)).toEqual([])
    await edit(id, { status: 'in_review' })
    expect(await toDo(editor)).toEqual([])
    expect(await waiting(owner)).toContain(id)
  })

  it('stays while its status does', async () => {
    const { owner, editor, campaign } = target
    const { id } = await inReview()
    await assign(owner, entry(id), to(editor, '5 Mar 2026'))
    await edit(id, { title: 'Another title' })
    const { undo } = await changeMany(owner, campaign.id, { ids: [id], action: 'tag', tag: ['a'] })
    await undoMany(owner, undo)
    expect(await toDo(editor)).toEqual(['in_review'])
  })
})
