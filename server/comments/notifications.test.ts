import { beforeAll, describe, expect, it } from 'vitest'
import type { CommentAbout } from '@/lib/comments/comments'
import { changeWantedNotifications } from '../auth/own-account'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { withViewer } from '../db'
import { trashEntry } from '../entries/trash'
import { newWorld, type World } from '../testing/world'
import { editComment } from './mutations'
import { countUnseen, listNotifications, markSeen, openNotification } from './notifications'
import { listComments } from './queries'
import { newEntry, say } from './test-support'

useTestDatabase()

let world: World
let entry: CommentAbout

beforeAll(async () => {
  world = await toldOfComments()
})

/** A world whose members are told of comments alone, not of reviews. */
async function toldOfComments(): Promise<World> {
  const made = await newWorld()
  for (const member of [made.owner, made.editor])
    await changeWantedNotifications(member, ['mention', 'reply', 'comment'])
  return made
}

describe('a notification', () => {
  const nameOf = async (member: Organizer) =>
    (await listComments(member, entry)).members.find(({ id }) => id === member.memberId)?.name ?? ''
  const told = async (viewer: Organizer) =>
    (await listNotifications(viewer)).map(({ kind, body, seen }) => ({ kind, body, seen }))

  it('tells whoever is mentioned, answered, or logged the entry, once, and not oneself', async () => {
    const { owner, editor, contributor, viewer } = world
    entry = await newEntry(world, { status: 'in_review' })
    const asked = `@A contributor, who counted? @${await nameOf(owner)} too`
    const { id } = await say(editor, entry, asked)
    await editComment(editor, id, `${asked}, and @A editor`)
    await say(contributor, entry, 'The organizers.', { thread: id })
    expect(await told(contributor)).toMatchObject([{ kind: 'mention' }])
    expect(await told(owner)).toMatchObject([{ kind: 'mention' }])
    expect(await told(editor)).toMatchObject([{ kind: 'reply', body: 'The organizers.' }])
    expect(await told(viewer)).toEqual([])
  })

  it('counts until it was opened, which leads to the comment', async () => {
    const { editor } = world
    expect(await countUnseen(editor)).toBe(1)
    const [first] = await listNotifications(editor)
    expect(await openNotification(editor, first?.id ?? '')).toBe(first?.href)
    expect(await countUnseen(editor)).toBe(0)
    expect(await told(editor)).toMatchObject([{ seen: true }])
    await expect(openNotification(world.owner, first?.id ?? '')).rejects.toMatchObject({
      code: 'not_found',
    })
    await markSeen(world.owner)
    expect(await countUnseen(world.owner)).toBe(0)
  })

  it('tells nothing about what one may not see, or what was deleted', async () => {
    const { owner, editor, viewer } = world
    const draft = await newEntry(world)
    await say(editor, draft, `Look, @A viewer and @${await nameOf(owner)}`)
    expect(await told(viewer)).toEqual([])
    expect(await countUnseen(viewer)).toBe(0)
    const before = await countUnseen(owner)
    await trashEntry(owner, draft.id)
    expect(await countUnseen(owner)).toBe(before - 1)
  })

  it('is listed while it is counted, however many came since and were seen', async () => {
    const { owner, editor } = world
    const own = await newEntry({ ...world, contributor: editor }, { status: 'in_review' })
    await markSeen(editor)
    const { id: first } = await say(owner, own, 'The first')
    for (let n = 0; n < 101; n += 1) await say(owner, own, `And ${n}`)
    await withViewer(editor, (tx) =>
      tx.notification.updateMany({
        where: { memberId: editor.memberId, NOT: { commentId: first } },
        data: { seenAt: new Date() },
      }),
    )
    expect(await countUnseen(editor)).toBe(1)
    const listed = await told(editor)
    expect([listed.length, listed[0]]).toEqual([
      100,
      { kind: 'comment', body: 'The first', seen: false },
    ])
  })
})
