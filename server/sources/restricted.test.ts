import { beforeEach, describe, expect, it } from 'vitest'
import { commentSchema } from '@/lib/schemas/comment'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { restrictCampaign } from '../campaigns/restriction'
import { addComment } from '../comments/mutations'
import { findComments } from '../comments/queries'
import { withViewer } from '../db'
import { exported } from '../exports/test-support'
import { listRevisions } from '../history/queries'
import { mergeRecords } from '../merging/merge'
import { lookUp } from '../search/lookup'
import { idsFound } from '../search/test-support'
import { purgeTrash } from '../trash/purge'
import {
  logEntry,
  memberIn,
  newCampaignFor,
  newWorld,
  TEST_DAY,
  type World,
} from '../testing/world'
import { createSource } from './mutations'
import { getSource, listSources } from './queries'

useTestDatabase()

let world: World
let outside: Organizer
let shut: { id: string; slug: string }
beforeEach(async () => {
  world = await newWorld()
  outside = world.editor
  shut = await newCampaignFor(world.owner)
  await restrict(shut)
})

const restrict = ({ id }: { id: string }, who: 'members' | 'everyone' = 'members') =>
  restrictCampaign(world.owner, id, { who, members: [] })
const letter = (addedIn: { id: string } | null = null) =>
  createSource(
    world.owner,
    sourceSchema(TEST_DAY).parse({ title: 'A leaked letter', capturedText: 'Unsaid words.' }),
    addedIn?.id ?? null,
  )
const cite = (source: string, campaign = shut) =>
  logEntry(world.owner, campaign, { citations: [{ source, exact: 'Unsaid' }] })
const seen = (viewer: Organizer, id: string) =>
  getSource(viewer, id).then(
    () => true,
    () => false,
  )

describe('a source that restricted campaigns alone cite', () => {
  it('is in no list, page, search, offer, file, comment, history or merge of others', async () => {
    const { owner, workspaceId } = world
    const id = await letter()
    expect(await seen(outside, id)).toBe(true)
    await cite(id)
    const about = { record: 'source', id } as const
    await addComment(owner, about, commentSchema.parse({ body: 'Who leaked it?' }))
    expect(await seen(owner, id)).toBe(true)
    await expect(getSource(outside, id)).rejects.toMatchObject({ code: 'not_found' })
    expect((await listSources(outside)).sources).toEqual([])
    expect(await idsFound(outside, 'leaked')).toEqual([])
    expect(await idsFound(owner, 'leaked')).toContain(id)
    expect(await lookUp(outside, 'source', 'leaked')).toEqual([])
    expect(await findComments(outside, 'leaked')).toEqual([])
    await expect(listRevisions(outside, 'source', id)).rejects.toMatchObject({ code: 'not_found' })
    expect((await exported(outside, 'json', null)).text).not.toContain('Unsaid')
    const own = await createSource(outside, sourceSchema(TEST_DAY).parse({ title: 'Mine' }))
    const pair = { survivorId: own, duplicateId: id, take: {} }
    await expect(mergeRecords(outside, 'source', pair)).rejects.toMatchObject({ code: 'not_found' })
    const kept = await withViewer(outside, (tx) =>
      tx.revision.findMany({ where: { workspaceId, recordId: id }, select: { id: true } }),
    )
    expect(kept).toEqual([])
  })

  it.each<[what: string, citing: (source: string) => Record<string, unknown>]>([
    ['an entry', (source) => ({ citations: [{ source }] })],
    [
      'a quote',
      (source) => ({
        appearances: [{ name: 'Jo Example', quotes: [{ text: 'Enough.', source }] }],
      }),
    ],
    [
      'a claim',
      (source) => ({ place: 'Here', placeClaims: [{ value: 'There', saidBy: 'it', source }] }),
    ],
    ['a dispute', (source) => ({ disputes: [{ reason: 'It was not.', saidBy: 'Them', source }] })],
    [
      'a dispute about a quote',
      (source) => ({
        appearances: [
          {
            name: 'Jo Example',
            quotes: [{ text: 'Enough.', disputes: [{ reason: 'No.', saidBy: 'Them', source }] }],
          },
        ],
      }),
    ],
    [
      'a statement',
      (source) => ({
        replies: [{ organization: 'Them', date: '14 Feb 2026', text: 'We did not.', source }],
      }),
    ],
  ])('is so where %s cites it', async (_what, citing) => {
    const id = await letter()
    await logEntry(world.owner, shut, citing(id))
    expect(await seen(outside, id)).toBe(false)
    await logEntry(world.owner, world.campaign, citing(id))
    expect(await seen(outside, id)).toBe(true)
  })

  it('is for everyone as soon as an open campaign cites it, or its own is opened', async () => {
    const id = await letter()
    await cite(id)
    await cite(id, world.campaign)
    expect(await seen(outside, id)).toBe(true)
    await restrict(world.campaign)
    expect(await seen(outside, id)).toBe(false)
    await restrict(shut, 'everyone')
    expect(await seen(outside, id)).toBe(true)
  })

  it('is for those who can open one of them', async () => {
    const id = await letter()
    await cite(id)
    const inside = await memberIn(world.workspaceId, 'contributor')
    await restrictCampaign(world.owner, shut.id, { who: 'members', members: [inside.memberId] })
    expect(await seen(inside, id)).toBe(true)
    expect(await seen(outside, id)).toBe(false)
  })

  it('belongs to the campaign in which it was added, before anything cites it', async () => {
    expect(await seen(outside, await letter(shut))).toBe(false)
    expect(await seen(outside, await letter(world.campaign))).toBe(true)
    expect(await seen(outside, await letter())).toBe(true)
  })

  it('stays so when nothing cites it any more, and is erased with its campaign', async () => {
    const { owner, workspaceId } = world
    const id = await letter()
    const { id: entry } = await cite(id)
    await withViewer(owner, (tx) => tx.citation.deleteMany({ where: { entryId: entry } }))
    expect(await seen(outside, id)).toBe(false)
    const trashedAt = new Date('2026-01-01T12:00:00Z')
    await withViewer(owner, (tx) =>
      tx.campaign.updateMany({ where: { id: shut.id }, data: { trashedAt } }),
    )
    await purgeTrash(systemViewer(workspaceId), new Date('2026-03-01T12:00:00Z'))
    await expect(getSource(owner, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('stays hidden when one of its restricted campaigns is erased', async () => {
    const other = await newCampaignFor(world.owner)
    await restrict(other)
    const added = await letter(shut)
    const uncited = await letter()
    await cite(added, other)
    const entries = [await cite(uncited), await cite(uncited, other)].map(({ id }) => id)
    const trashedAt = new Date('2026-01-01T12:00:00Z')
    await withViewer(world.owner, async (tx) => {
      await tx.citation.deleteMany({ where: { entryId: { in: entries } } })
      await tx.campaign.updateMany({ where: { id: shut.id }, data: { trashedAt } })
    })
    await purgeTrash(systemViewer(world.workspaceId), new Date('2026-03-01T12:00:00Z'))
    expect([await seen(world.owner, added), await seen(world.owner, uncited)]).toEqual([true, true])
    expect([await seen(outside, added), await seen(outside, uncited)]).toEqual([false, false])
  })
})
