import { beforeEach, describe, expect, it } from 'vitest'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { assign } from '../assignments/mutations'
import { getAssigning, listAssignedToMe } from '../assignments/queries'
import { listReviewsForMe } from '../assignments/reviews'
import { useTestDatabase } from '../auth/test-support'
import { listNotifications, markSeen } from '../comments/notifications'
import { lastSentBack } from '../history/queries'
import { restoreRevision } from '../history/restore'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, TEST_DAY, type World } from '../testing/world'
import { getEntry } from './queries'
import { reviewEntry } from './review'
import { restoreEntry, trashEntry } from './trash'

useTestDatabase()

const NOON = new Date('2026-03-01T20:00:00Z')

let world: World
let id: string
beforeEach(async () => {
  world = await newWorld()
  const { contributor, campaign, editor } = world
  ;({ id } = await logEntry(contributor, campaign, { title: 'Rally', status: 'in_review' }))
  await reviewEntry(editor, id, { decision: 'send_back', note: 'Which source?' })
})

const waiting = async () =>
  (await listReviewsForMe(world.contributor, NOON)).map(({ what, title }) => [what, title])
const told = async () =>
  (await listNotifications(world.contributor)).map(({ kind, body, seen }) => [kind, body, seen])

describe('an entry that was sent back', () => {
  it('comes back from the trash as it was: a draft with the words, seen or not, and who finishes it', async () => {
    const { owner, editor, contributor } = world
    const draft = { record: 'entry', id } as const
    const given = assignmentSchema(TEST_DAY).parse({
      ...{ member: contributor.memberId, dueOn: '5 Mar 2026' },
    })
    await assign(editor, draft, given)
    await markSeen(contributor)
    const before = {
      ...{ waiting: await waiting(), told: await told() },
      assigned: await listAssignedToMe(contributor, NOON),
      to: (await getAssigning(owner, draft))?.current,
    }
    expect(before.waiting).toEqual([['sent_back', 'Rally']])
    expect(before.told).toContainEqual(['sent_back', 'Which source?', true])
    expect(before.assigned).toMatchObject([{ what: 'draft', dueOn: '2026-03-05' }])

    await trashEntry(owner, id)
    expect([await waiting(), await told(), await listAssignedToMe(contributor, NOON)]).toEqual([
      ...[[], [], []],
    ])
    await expect(lastSentBack(contributor, id)).rejects.toMatchObject({ code: 'not_found' })

    await restoreEntry(owner, id)
    expect((await getEntry(contributor, id)).status).toBe('draft')
    expect(await lastSentBack(contributor, id)).toMatchObject({ note: 'Which source?' })
    expect({
      ...{ waiting: await waiting(), told: await told() },
      assigned: await listAssignedToMe(contributor, NOON),
      to: (await getAssigning(owner, draft))?.current,
    }).toEqual(before)
  })

  it('is none any more once it went further, though it is a draft again', async () => {
    const { owner } = world
    await reviewEntry(owner, id, { decision: 'publish', note: '' })
    const published = await getEntry(owner, id)
    await saveEdit(owner, published, editOf(published, { status: 'draft' }))
    expect((await getEntry(owner, id)).status).toBe('draft')
    expect(await waiting()).toEqual([])
    expect(await lastSentBack(world.contributor, id)).toBeNull()
  })

  it('stays with its author when an earlier version is restored', async () => {
    const { owner, contributor } = world
    await restoreRevision(contributor, 'entry', id, 1)
    expect((await getEntry(owner, id)).status).toBe('draft')
    expect(await waiting()).toEqual([['sent_back', 'Rally']])
    expect(await lastSentBack(contributor, id)).toMatchObject({ note: 'Which source?' })
  })
})
