import { beforeAll, describe, expect, it } from 'vitest'
import { bulkSchema, reviewSchema } from '@/lib/schemas/record'
import { openSession, viewerFromToken } from '../auth/session-store'
import { useTestDatabase } from '../auth/test-support'
import type { Viewer } from '../auth/viewer'
import { AppError } from '../errors'
import { listRevisions } from '../history/queries'
import { restoreRevision } from '../history/restore'
import { changeRole } from '../members/mutations'
import { entryInput, logEntry, memberIn, newWorld, type World } from '../testing/world'
import { changeMany, undoMany } from './bulk'
import { updateEntry } from './mutations'
import { getEntry } from './queries'
import { reviewEntry } from './review'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const many = (viewer: Viewer, input: object) =>
  changeMany(viewer, world.campaign.id, bulkSchema.parse(input))

async function logged(by: Viewer, ...fields: object[]): Promise<string[]> {
  const ids = []
  for (const one of fields) ids.push((await logEntry(by, world.campaign, { ...one })).id)
  return ids
}

async function failureOf(work: Promise<unknown>): Promise<AppError['code']> {
  const error: unknown = await work.then(
    () => new Error('Nothing was refused.'),
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error.code
  throw error
}

describe('many entries', () => {
  it('are tagged at once, each with a revision, and all are taken back at once', async () => {
    const { owner } = world
    const ids = await logged(owner, { tags: 'old' }, {}, { tags: 'new' })
    const { undo, count } = await many(owner, { ids, action: 'tag', tag: 'new, second' })
    expect(count).toBe(3)
    const tagsOf = async () =>
      Promise.all(ids.map(async (id) => (await getEntry(owner, id)).tags.join('+')))
    expect(await tagsOf()).toEqual(['old+new+second', 'new+second', 'new+second'])
    const [last] = await listRevisions(owner, 'entry', ids[0] ?? '')
    expect(last).toMatchObject({ version: 2, by: 'Test Owner' })
    expect(last?.fields).toMatchObject([{ field: 'tags', from: 'old', to: 'old, new, second' }])
    expect(await undoMany(owner, undo)).toEqual({ undone: 3, left: 0 })
    expect(await tagsOf()).toEqual(['old', '', 'new'])
    expect(await failureOf(undoMany(owner, undo))).toBe('not_found')
  })

  it('are published and trashed, and come back', async () => {
    const { owner, viewer } = world
    const ids = await logged(owner, { status: 'draft' }, { status: 'in_review' })
    await many(owner, { ids, action: 'publish' })
    for (const id of ids) expect((await getEntry(viewer, id)).status).toBe('published')
    const { undo } = await many(owner, { ids, action: 'trash' })
    for (const id of ids) expect(await failureOf(getEntry(owner, id))).toBe('not_found')
    await undoMany(owner, undo)
    for (const id of ids) expect((await getEntry(owner, id)).status).toBe('published')
  })

  it('that somebody changed since stay as they left them', async () => {
    const { owner, editor } = world
    const ids = await logged(owner, { title: 'One' }, { title: 'Two' })
    const { undo } = await many(owner, { ids, action: 'tag', tag: 'x' })
    const second = ids[1] ?? ''
    await updateEntry(editor, second, entryInput({ title: 'Mended', tags: 'x', version: '2' }), {})
    expect(await undoMany(owner, undo)).toEqual({ undone: 1, left: 1 })
    expect(await getEntry(owner, second)).toMatchObject({ title: 'Mended', tags: ['x'] })
  })

  it('change all or none, and only those that one may change', async () => {
    const { owner, contributor } = world
    const own = await logged(contributor, { status: 'draft' })
    const [others] = await logged(owner, { status: 'published' })
    const mixed = { ids: [...own, others], action: 'trash' }
    expect(await failureOf(many(contributor, mixed))).toBe('forbidden')
    expect((await getEntry(contributor, own[0] ?? '')).version).toBe(1)
    expect(await failureOf(many(contributor, { ids: own, action: 'publish' }))).toBe('forbidden')
    const { undo } = await many(contributor, { ids: own, action: 'review' })
    const colleague = await memberIn(world.workspaceId, 'contributor')
    expect(await failureOf(undoMany(colleague, undo))).toBe('not_found')
    await undoMany(contributor, undo)
    expect((await getEntry(contributor, own[0] ?? '')).status).toBe('draft')
    const elsewhere = changeMany(
      owner,
      world.workspaceId,
      bulkSchema.parse({ ids: own, action: 'trash' }),
    )
    expect(await failureOf(elsewhere)).toBe('not_found')
  })

  it('are taken back by nobody who may not write any more', async () => {
    const { owner, workspaceId } = world
    const leaving = await memberIn(workspaceId, 'contributor')
    const ids = await logged(leaving, { status: 'draft' })
    const { undo } = await many(leaving, { ids, action: 'tag', tag: 'mine' })
    await changeRole(owner, leaving.memberId, 'viewer')
    const reading = await viewerFromToken((await openSession(leaving.accountId)).token)
    if (!reading) throw new Error('Not signed in.')
    expect(await failureOf(undoMany(reading, undo))).toBe('forbidden')
    expect(await undoMany(owner, undo)).toEqual({ undone: 1, left: 0 })
  })

  it('are taken back by nobody who may no longer publish what was published', async () => {
    const { owner, editor } = world
    const ids = await logged(editor, { status: 'published' })
    const { undo } = await many(editor, { ids, action: 'review' })
    await changeRole(owner, editor.memberId, 'contributor')
    const writing = await viewerFromToken((await openSession(editor.accountId)).token)
    if (!writing) throw new Error('Not signed in.')
    expect(await failureOf(undoMany(writing, undo))).toBe('forbidden')
    expect((await getEntry(owner, ids[0] ?? '')).status).toBe('in_review')
    expect(await undoMany(owner, undo)).toEqual({ undone: ids.length, left: 0 })
  })

  it('need to be chosen, at most two hundred, and a tag to be written', () => {
    const id = '00000000-0000-7000-8000-000000000001'
    expect(bulkSchema.safeParse({ action: 'trash' }).success).toBe(false)
    expect(bulkSchema.safeParse({ ids: [id], action: 'tag' }).success).toBe(false)
    expect(bulkSchema.safeParse({ ids: Array(201).fill(id), action: 'trash' }).success).toBe(false)
  })

  it('keep a state that can be restored as a whole', async () => {
    const { owner } = world
    const [id = ''] = await logged(owner, { title: 'Kept', summary: 'All of it' })
    await many(owner, { ids: [id], action: 'tag', tag: 'kept' })
    await updateEntry(owner, id, entryInput({ title: 'Gone', version: '2' }), {})
    await restoreRevision(owner, 'entry', id, 2)
    expect(await getEntry(owner, id)).toMatchObject({
      ...{ title: 'Kept', summary: 'All of it', tags: ['kept'] },
    })
  })
})

describe('an entry in review', () => {
  it('is published by an editor, or sent back with a word', async () => {
    const { editor, contributor, viewer } = world
    const [first = '', second = ''] = await logged(
      contributor,
      { status: 'in_review' },
      { status: 'in_review' },
    )
    const publish = reviewSchema.parse({ decision: 'publish' })
    expect(await failureOf(reviewEntry(contributor, first, publish))).toBe('forbidden')
    await reviewEntry(editor, first, publish)
    expect((await getEntry(viewer, first)).status).toBe('published')
    expect(await failureOf(reviewEntry(editor, first, publish))).toBe('conflict')
    // A draft is published from its own page, and cannot be sent back.
    const [draft = ''] = await logged(contributor, { status: 'draft' })
    const sendBack = reviewSchema.parse({ decision: 'send_back', note: 'Why?' })
    expect(await failureOf(reviewEntry(editor, draft, sendBack))).toBe('conflict')
    expect(await failureOf(reviewEntry(contributor, draft, publish))).toBe('forbidden')
    await reviewEntry(editor, draft, publish)
    expect((await getEntry(viewer, draft)).status).toBe('published')
    expect(reviewSchema.safeParse({ decision: 'send_back' }).success).toBe(false)
    await reviewEntry(editor, second, { decision: 'send_back', note: 'Add the source.' })
    expect((await getEntry(contributor, second)).status).toBe('draft')
    const [last] = await listRevisions(contributor, 'entry', second)
    expect(last).toMatchObject({ done: 'sent back', note: 'Add the source.', by: 'A editor' })
  })
})
