import { expect, it, vi } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer, type Tx } from '../../db'
import { lockEntry } from '../../entries/lock'
import { logEntry, newWorld } from '../../testing/world'
import { programOf } from '../test-support'

useTestDatabase()

/** A ceiling for a busy machine; what is waited for decides. */
const WHILE = { timeout: 60_000 }

/** How many connections wait for a lock of this transaction. */
async function waitersIn(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_locks
    where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`
  return row?.count ?? 0
}

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
    await vi.waitFor(async () => expect(await waitersIn(tx)).toBeGreaterThan(0), WHILE)
    await tx.entry.updateMany({ where: { id }, data: { version: 2 } })
    return { asked }
  })
  expect((await answer.asked).status).toBe(412)
})
