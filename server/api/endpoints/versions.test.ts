import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { lockEntry } from '../../entries/lock'
import { logEntry, newWorld } from '../../testing/world'
import { programOf } from '../test-support'

useTestDatabase()

it.each([
  ['DELETE', '', undefined],
  ['POST', '/review', { decision: 'publish' }],
])('holds the version of a request to the write: %s %s', async (method, at, body) => {
  const { owner, campaign } = await newWorld()
  const program = await programOf(owner)
  const { id } = await logEntry(owner, campaign, { title: 'A rally', status: 'in_review' })
  const path = `/campaigns/${campaign.slug}/entries/${id}${at}`
  const headers = { 'if-match': '"1"' }
  // Somebody changes it between the request's look at it and its write.
  const answer = await withViewer(owner, async (tx) => {
    await lockEntry(tx, id)
    const asked = program.ask(path, { method, body, headers })
    await pause(1_000)
    await tx.entry.updateMany({ where: { id }, data: { version: 2 } })
    return { asked }
  })
  expect((await answer.asked).status).toBe(412)
})
