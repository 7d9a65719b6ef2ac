import { beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { listNotifications } from '../comments/notifications'
import { reviewEntry } from '../entries/review'
import { logEntry, newWorld, type World } from '../testing/world'
import { mergeRecords } from './merge'
import { previewMerge } from './preview'
import { undoMerge } from './unmerge'

useTestDatabase()

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const told = async (member: Organizer) =>
  (await listNotifications(member)).map(({ kind, title, body }) => [kind, title, body]).sort()

/** An entry of the contributor that was sent back with a note. */
async function sentBack(title: string, note: string): Promise<string> {
  const { id } = await logEntry(world.contributor, world.campaign, { title, status: 'in_review' })
  await reviewEntry(world.editor, id, { decision: 'send_back', note })
  return id
}

describe('an entry that was sent back, and goes into another one', () => {
  it('tells its author nothing more, and of the other the words that were said of it', async () => {
    const { owner, contributor } = world
    const survivorId = await sentBack('Stays', 'Of what stays')
    const duplicateId = await sentBack('Goes', 'Of what goes')
    const before = [
      ['sent_back', 'Goes', 'Of what goes'],
      ['sent_back', 'Stays', 'Of what stays'],
    ]
    expect(await told(contributor)).toEqual(before)
    const { moves } = await previewMerge(owner, 'entry', survivorId, duplicateId)
    const { merge } = await mergeRecords(owner, 'entry', { survivorId, duplicateId, take: {} })
    expect(await told(contributor)).toEqual([['sent_back', 'Stays', 'Of what stays']])
    expect(moves).toEqual([])
    await undoMerge(owner, merge)
    expect(await told(contributor)).toEqual(before)
  })
})
