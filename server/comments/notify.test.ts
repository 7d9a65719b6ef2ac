import { beforeAll, expect, it } from 'vitest'
import type { NotificationKind } from '@/lib/comments/comments'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { commentSchema } from '@/lib/schemas/comment'
import { assign } from '../assignments/mutations'
import { changeWantedNotifications, wantedNotifications } from '../auth/own-account'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { logEntry, memberIn, newWorld, TEST_DAY, type World } from '../testing/world'
import { addComment } from './mutations'
import { countUnseen, listNotifications } from './notifications'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

/** An entry that a new editor logged, who wants these kinds alone. */
async function loggedByWho(wanted: NotificationKind[]) {
  const member = await memberIn(world.workspaceId, 'editor')
  await changeWantedNotifications(member, wanted)
  const { id } = await logEntry(member, world.campaign, { status: 'in_review' })
  return { member, entry: { record: 'entry', id } as const }
}
const say = (viewer: Organizer, entry: { record: 'entry'; id: string }, fields: object) =>
  addComment(viewer, entry, commentSchema.parse({ body: 'Words', ...fields }))
const kinds = async (member: Organizer) => (await listNotifications(member)).map(({ kind }) => kind)

it('everybody is notified of everything at first', async () => {
  const member = await memberIn(world.workspaceId, 'editor')
  expect(await wantedNotifications(member)).toEqual([
    ...['mention', 'reply', 'comment', 'assigned', 'plan_changed'],
    ...['review', 'published', 'sent_back'],
  ])
})

it('somebody is notified of the kinds that they want, and of no other', async () => {
  const { member, entry } = await loggedByWho(['reply'])
  const { id: thread } = await say(world.owner, entry, {})
  expect(await kinds(member)).toEqual([])
  await say(member, entry, { thread })
  await say(world.owner, entry, { thread })
  expect(await kinds(member)).toEqual(['reply'])
  const input = assignmentSchema(TEST_DAY).parse({ member: member.memberId, dueOn: '' })
  await assign(world.owner, entry, input)
  expect(await kinds(member)).toEqual(['reply'])
  expect(await countUnseen(member)).toBe(1)
})

it('a comment of two kinds is of the one that is wanted', async () => {
  const { member, entry } = await loggedByWho(['comment', 'assigned'])
  await say(world.owner, entry, { body: '@A editor, have a look' })
  expect(await kinds(member)).toEqual(['comment'])
  await changeWantedNotifications(member, [])
  await say(world.owner, entry, { body: '@A editor, have a look' })
  expect(await kinds(member)).toEqual(['comment'])
})
