import { beforeAll, describe, expect, it } from 'vitest'
import type { CommentAbout } from '@/lib/comments/comments'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { listDemands } from '../demands/queries'
import { purgeTrash } from '../trash/purge'
import { listSources } from '../sources/queries'
import { logEntry, newWorld, type World } from '../testing/world'
import { changeComment, editComment } from './mutations'
import { findComments, listComments } from './queries'
import { newEntry, say } from './test-support'

useTestDatabase()

let world: World
let entry: CommentAbout

beforeAll(async () => {
  world = await newWorld()
})

const threads = async (viewer: Organizer, about: CommentAbout) =>
  (await listComments(viewer, about)).threads

describe('a comment', () => {
  it('stands with its answers, on entries, demands and sources', async () => {
    const { owner, editor, contributor, campaign } = world
    await logEntry(owner, campaign, {
      demands: [{ wording: 'Close the portal', targets: 'Amazon' }],
      citations: [{ title: 'A report' }],
    })
    const [demand] = await listDemands(owner, campaign.id)
    const {
      sources: [source],
    } = await listSources(owner)
    for (const about of [
      await newEntry(world),
      { record: 'demand', id: demand?.id ?? '' },
      { record: 'source', id: source?.id ?? '' },
    ] satisfies CommentAbout[]) {
      const { id } = await say(editor, about, 'Is this the day?')
      await say(contributor, about, 'It is.', { thread: id })
      expect(await threads(owner, about)).toMatchObject([
        {
          ...{ id, by: 'A editor', body: 'Is this the day?', about: '', resolved: null },
          replies: [{ by: 'A contributor', body: 'It is.' }],
        },
      ])
    }
  })

  it('is about a quote or a claim of its entry, and about nothing that the record does not say', async () => {
    const { editor, owner, contributor } = world
    const mine = await newEntry(world, {
      appearances: [{ name: 'Ada Byron', quotes: [{ text: 'We stay.' }] }],
      ...{ place: 'Seattle', placeClaims: [{ value: 'Tacoma' }], placeReason: 'As pictured.' },
    })
    for (const about of ['We stay.', 'Place: Tacoma'])
      await say(editor, mine, 'Is that so?', { about })
    expect((await threads(owner, mine)).map(({ about }) => about)).toEqual([
      'We stay.',
      'Place: Tacoma',
    ])
    const refused = { code: 'invalid', path: ['about'] }
    for (const record of [mine, await newEntry(world)])
      await expect(say(contributor, record, 'Look!', { about: 'We leave.' })).rejects.toMatchObject(
        refused,
      )
  })

  it('keeps its earlier words, and is changed by whoever wrote it', async () => {
    const { owner, editor } = world
    entry = await newEntry(world)
    const { id } = await say(editor, entry, 'The first words')
    await editComment(editor, id, 'Better words')
    await editComment(editor, id, 'Better words')
    const [thread] = await threads(owner, entry)
    expect(thread).toMatchObject({ body: 'Better words', earlier: [{ body: 'The first words' }] })
    await expect(editComment(owner, id, 'Not mine')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is deleted and restored by its author and by editors, and hidden from the others', async () => {
    const { editor, contributor, owner } = world
    entry = await newEntry(world)
    const { id } = await say(owner, entry, 'A secret')
    await expect(changeComment(contributor, id, 'delete')).rejects.toMatchObject({
      code: 'not_found',
    })
    await changeComment(editor, id, 'delete')
    expect(await threads(contributor, entry)).toEqual([])
    expect(await findComments(contributor, 'secret')).toEqual([])
    expect(await threads(owner, entry)).toMatchObject([{ body: 'A secret', deleted: true }])
    await expect(changeComment(editor, id, 'delete')).rejects.toMatchObject({ code: 'conflict' })
    await changeComment(owner, id, 'restore')
    expect(await threads(contributor, entry)).toMatchObject([{ body: 'A secret', deleted: false }])
  })

  it('says that it was deleted, and not what, where something answers it', async () => {
    const { editor, contributor, owner } = world
    entry = await newEntry(world)
    const { id } = await say(owner, entry, 'A secret')
    await say(contributor, entry, 'An answer', { thread: id })
    await changeComment(editor, id, 'delete')
    expect(await threads(contributor, entry)).toMatchObject([
      { body: '', earlier: [], deleted: true, replies: [{ body: 'An answer' }] },
    ])
  })

  it('is erased when it was deleted for 30 days; what answers it stays', async () => {
    const { owner, contributor } = world
    entry = await newEntry(world)
    const { id } = await say(owner, entry, 'A secret')
    const { id: other } = await say(owner, entry, 'Another one')
    await say(contributor, entry, 'An answer', { thread: id })
    for (const gone of [id, other]) await changeComment(owner, gone, 'delete')
    const job = systemViewer(world.workspaceId)
    await purgeTrash(job, new Date(Date.now() + 29 * 86_400_000))
    expect(await threads(owner, entry)).toMatchObject([
      { body: 'A secret' },
      { body: 'Another one' },
    ])
    await purgeTrash(job, new Date(Date.now() + 31 * 86_400_000))
    expect(await threads(owner, entry)).toMatchObject([
      { body: '', deleted: true, mayDelete: false, replies: [{ body: 'An answer' }] },
    ])
  })

  it('stays while a reply to it can still be restored', async () => {
    const { owner, contributor } = world
    entry = await newEntry(world)
    const { id } = await say(owner, entry, 'A secret')
    const { id: reply } = await say(contributor, entry, 'An answer', { thread: id })
    await changeComment(owner, id, 'delete')
    await changeComment(contributor, reply, 'delete')
    await withViewer(owner, (tx) =>
      tx.comment.updateMany({
        where: { id },
        data: { deletedAt: new Date(Date.now() - 20 * 86_400_000) },
      }),
    )
    await purgeTrash(systemViewer(world.workspaceId), new Date(Date.now() + 15 * 86_400_000))
    await changeComment(contributor, reply, 'restore')
    expect(await threads(owner, entry)).toMatchObject([
      { body: '', deleted: true, replies: [{ body: 'An answer' }] },
    ])
    await expect(changeComment(owner, id, 'restore')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is settled by anybody who writes, and open again with an answer', async () => {
    const { editor, contributor, owner } = world
    entry = await newEntry(world)
    const { id } = await say(editor, entry, 'Who counted?')
    await changeComment(contributor, id, 'resolve')
    expect(await threads(owner, entry)).toMatchObject([{ resolved: { by: 'A contributor' } }])
    await say(editor, entry, 'Not yet.', { thread: id })
    expect(await threads(owner, entry)).toMatchObject([{ resolved: null }])
  })

  it('is about a record that one may see, and in a thread of that record', async () => {
    const { editor, viewer } = world
    const [here, there] = [await newEntry(world), await newEntry(world)]
    const { id } = await say(editor, here, 'Here')
    await expect(listComments(viewer, here)).rejects.toMatchObject({ code: 'not_found' })
    await expect(say(editor, there, 'There', { thread: id })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await findComments(viewer, 'here')).toEqual([])
  })

  it('is found by all of its words, in whatever case, as it reads now', async () => {
    const { owner } = world
    entry = await newEntry(world, { title: 'The rally of the search' })
    const { id } = await say(owner, entry, 'Ask the Picket Captain, 50% sure')
    await editComment(owner, id, 'Ask the Strike Captain, 50% sure')
    const found = async (words: string) => (await findComments(owner, words)).map((one) => one.id)
    expect(await found('captain STRIKE')).toEqual([id])
    expect(await found('picket captain')).toEqual([])
    expect(await found('5_% sure')).toEqual([])
    expect(await found('càptain')).toEqual([id])
    expect(await findComments(owner, 'strike captain')).toMatchObject([
      {
        title: 'The rally of the search',
        href: expect.stringContaining(`#comment-${id}`) as string,
      },
    ])
  })
})
