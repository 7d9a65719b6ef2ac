import { beforeEach, describe, expect, it } from 'vitest'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { changeWantedNotifications } from '../auth/own-account'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { countUnseen, listNotifications, openNotification } from '../comments/notifications'
import { withViewer } from '../db'
import { endFollowUp, listFollowUps, reopenFollowUp, setFollowUp } from '../demands/follow-ups'
import { reviewEntry } from '../entries/review'
import { trashEntry } from '../entries/trash'
import { removeMember } from '../members/mutations'
import { newTarget, type Target } from '../testing/target'
import { logEntry, memberIn, TEST_DAY } from '../testing/world'
import { assign } from './mutations'
import { getAssigning, listAssignedToMe, listWriters } from './queries'

useTestDatabase()

const NOON = new Date('2026-03-01T20:00:00Z')
const input = (member: Organizer | null, dueOn = '') =>
  assignmentSchema(TEST_DAY).parse({ member: member?.memberId ?? '', dueOn })
const entry = (id: string) => ({ record: 'entry', id }) as const

let target: Target
beforeEach(async () => {
  target = await newTarget()
  for (const member of [target.owner, target.editor])
    await changeWantedNotifications(member, ['assigned'])
})

const inReview = () =>
  logEntry(target.contributor, target.campaign, { title: 'To review', status: 'in_review' })
const titles = async (viewer: Organizer) =>
  (await listAssignedToMe(viewer, NOON)).map(({ title }) => title)

describe('a review that is handed over', () => {
  it('waits for its member with its day, is in the bell, and is done with the review', async () => {
    const { editor, owner } = target
    const { id } = await inReview()
    await assign(owner, entry(id), input(editor, '5 Mar 2026'))
    expect(await listAssignedToMe(editor, NOON)).toMatchObject([
      {
        ...{ what: 'in_review', title: 'To review', by: 'Test Owner' },
        ...{ dueOn: '2026-03-05', today: '2026-03-01' },
        href: `/campaigns/${target.campaign.slug}/entries/${id}`,
      },
    ])
    const [notified] = await listNotifications(editor)
    expect(notified).toMatchObject({ kind: 'assigned', title: 'To review', seen: false })
    expect(notified?.body).toBe('Review, by Thu 5 Mar 2026')
    expect(await countUnseen(editor)).toBe(1)
    expect(await openNotification(editor, notified?.id ?? '')).toMatch(new RegExp(`${id}$`))
    expect(await countUnseen(editor)).toBe(0)
    await reviewEntry(editor, id, { decision: 'publish', note: '' })
    expect(await listAssignedToMe(editor, NOON)).toEqual([])
    expect(await listNotifications(editor)).toEqual([])
  })

  it('goes to one member at a time, and can be taken back', async () => {
    const { editor, owner } = target
    const { id } = await inReview()
    await assign(owner, entry(id), input(owner))
    expect(await countUnseen(owner)).toBe(0)
    await assign(owner, entry(id), input(editor))
    expect([await titles(owner), await titles(editor)]).toEqual([[], ['To review']])
    expect(await getAssigning(owner, entry(id))).toMatchObject({
      current: { member: { id: editor.memberId }, dueOn: null },
    })
    await assign(owner, entry(id), input(null))
    expect(await titles(editor)).toEqual([])
    expect((await getAssigning(owner, entry(id)))?.current).toBeNull()
  })

  it('goes to one of two members to whom it is given at once', async () => {
    const { editor, owner } = target
    const { id } = await inReview()
    const given = await Promise.allSettled([
      ...Array.from({ length: 4 }, () => assign(owner, entry(id), input(editor))),
      ...Array.from({ length: 4 }, () => assign(editor, entry(id), input(owner))),
    ])
    for (const one of given)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' })
    expect([...(await titles(owner)), ...(await titles(editor))]).toEqual(['To review'])
  })

  it('goes to those alone who may review, and not to somebody who left', async () => {
    const { editor, owner, contributor, viewer, workspaceId } = target
    const { id } = await inReview()
    for (const member of [contributor, viewer])
      await expect(assign(owner, entry(id), input(member))).rejects.toMatchObject({
        ...{ code: 'invalid', path: ['member'] },
      })
    const other = await memberIn(workspaceId, 'editor')
    await assign(owner, entry(id), input(other))
    await removeMember(owner, other.memberId)
    await expect(assign(owner, entry(id), input(other))).rejects.toMatchObject({ code: 'invalid' })
    const assigning = await getAssigning(owner, entry(id))
    expect(assigning?.current).toBeNull()
    expect(assigning?.members.map((member) => member.id).sort()).toEqual(
      [owner.memberId, editor.memberId].sort(),
    )
  })
})

describe('a draft that is handed over', () => {
  it('goes to whoever logged it or an editor, and is gone while it is in the trash', async () => {
    const { contributor, owner } = target
    const draft = { title: 'To finish', status: 'draft' }
    const { id } = await logEntry(contributor, target.campaign, draft)
    await assign(owner, entry(id), input(contributor))
    expect(await titles(contributor)).toEqual(['To finish'])
    const { id: others } = await logEntry(owner, target.campaign, draft)
    await expect(assign(owner, entry(others), input(contributor))).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(assign(contributor, entry(others), input(owner))).rejects.toMatchObject({
      code: 'not_found',
    })
    await trashEntry(owner, id)
    expect(await titles(contributor)).toEqual([])
    expect(await countUnseen(contributor)).toBe(0)
  })

  it('is nothing once it is published', async () => {
    const { owner, entryId } = target
    expect(await getAssigning(owner, entry(entryId))).toBeNull()
    await expect(assign(owner, entry(entryId), input(owner))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

it('a follow-up that is handed over waits until it ends, and names its member', async () => {
  const { owner, contributor, viewer, demand, campaign } = target
  const about = { demand: demand.id, organization: demand.targetId }
  const { id } = await setFollowUp(owner, { ...about, dueOn: TEST_DAY, note: '' })
  const followUp = { record: 'follow_up', id } as const
  await assign(owner, followUp, input(contributor, '28 Feb 2027'))
  expect(await listAssignedToMe(contributor, NOON)).toMatchObject([
    { what: 'follow_up', title: 'Canary Corporation: Canary demand' },
  ])
  const { open } = await listFollowUps(owner, campaign.slug)
  expect(open[0]?.assigned?.member.id).toBe(contributor.memberId)
  expect((await listWriters(owner, campaign.slug)).map((member) => member.id)).not.toContain(
    viewer.memberId,
  )
  await endFollowUp(contributor, id, 'done')
  expect(await titles(contributor)).toEqual([])
  await reopenFollowUp(contributor, id)
  expect(await titles(contributor)).toHaveLength(1)
})

it('a follow-up whose day is changed stays with whoever it was handed to, who is told', async () => {
  const { owner, editor, contributor, demand, campaign } = target
  const about = { demand: demand.id, organization: demand.targetId, note: '' }
  const set = (dueOn: string) => setFollowUp(owner, { ...about, dueOn })
  const { id } = await set(TEST_DAY)
  await assign(owner, { record: 'follow_up', id }, input(editor, '1 Mar 2026'))
  await set('2026-03-15')
  expect(await listAssignedToMe(editor, NOON)).toMatchObject([
    { what: 'follow_up', dueOn: '2026-03-15', by: 'Test Owner' },
  ])
  expect((await listNotifications(editor)).map(({ body }) => body)).toEqual([
    'Ask again, by Sun 15 Mar 2026',
  ])
  const { open } = await listFollowUps(owner, campaign.slug)
  expect(open[0]?.assigned?.member.id).toBe(editor.memberId)
  await assign(owner, { record: 'follow_up', id: open[0]?.id ?? '' }, input(contributor))
  await set('2026-03-20')
  expect(await listAssignedToMe(contributor, NOON)).toMatchObject([{ dueOn: null }])
  await withViewer(owner, (tx) =>
    tx.member.updateMany({ where: { id: contributor.memberId }, data: { role: 'viewer' } }),
  )
  await set('2026-03-22')
  expect(await listAssignedToMe(contributor, NOON)).toEqual([])
})

it('a day that is not one day is refused at its field', () => {
  const { error } = assignmentSchema(TEST_DAY).safeParse({ member: '', dueOn: 'March 2026' })
  expect(error?.issues).toMatchObject([
    { path: ['dueOn'], message: 'Give one day, such as 13 Feb 2026.' },
  ])
})
