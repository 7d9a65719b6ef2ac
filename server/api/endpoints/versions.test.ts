import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { demandSchema } from '@/lib/schemas/demand'
import { Prisma } from '@/prisma/generated/client'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer, type Tx } from '../../db'
import { logEntry, newWorld, type World } from '../../testing/world'
import { createDemand } from '../../demands/mutations'
import { programOf, type Program } from '../test-support'

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

const made = async (program: Program, path: string, body: object) =>
  z.object({ id: z.string() }).parse((await program.ask(path, { method: 'POST', body })).json).id

const entry = async ({ owner, campaign }: World) => {
  const { id } = await logEntry(owner, campaign, { title: 'A rally', status: 'in_review' })
  return { table: 'entry', id, path: `/campaigns/${campaign.slug}/entries/${id}` }
}
const directory =
  (table: string, path: string, body: object) => async (_world: World, program: Program) => {
    const id = await made(program, path, body)
    return { table, id, path: `${path}/${id}` }
  }
const demand = async ({ owner, campaign: { slug } }: World) => {
  const input = demandSchema.parse({ wording: 'Pay us.', targets: 'Ring' })
  const { id, number } = await createDemand(owner, slug, input)
  return { table: 'demand', id, path: `/campaigns/${slug}/demands/${number}` }
}

it.each([
  ['DELETE', 'an entry', entry, '', undefined],
  ['POST', 'an entry', entry, '/review', { decision: 'publish' }],
  ['DELETE', 'a demand', demand, '', undefined],
  [
    ...(['DELETE', 'an organization'] as const),
    directory('organization', '/organizations', { name: 'Ring' }),
    ...(['', undefined] as const),
  ],
  ['DELETE', 'a person', directory('person', '/people', { name: 'Jo' }), '', undefined],
  ['DELETE', 'a source', directory('source', '/sources', { title: 'A leaflet' }), '', undefined],
])('holds the version of a request to the write: %s %s', async (method, _what, make, at, body) => {
  const world = await newWorld()
  const { owner } = world
  const program = await programOf(owner)
  const { table, id, path } = await make(world, program)
  const name = Prisma.raw(table)
  const headers = { 'if-match': '"1"' }
  // Somebody changes it between the request's look at it and its write.
  const answer = await withViewer(owner, async (tx) => {
    await tx.$queryRaw`select 1 as locked from ${name} where id = ${id}::uuid for update`
    const asked = program.ask(`${path}${at}`, { method, body, headers })
    await vi.waitFor(async () => expect(await waitersIn(tx)).toBeGreaterThan(0), WHILE)
    await tx.$executeRaw`update ${name} set version = 2 where id = ${id}::uuid`
    return { asked }
  })
  expect((await answer.asked).status).toBe(412)
})

it.each([
  ['"1"', 200],
  ['W/"1"', 200],
  ['W/"2"', 412],
  ['"1', 412],
])('takes the version as it came, compressed or not: %s is %i', async (tag, status) => {
  const { owner, campaign } = await newWorld()
  const program = await programOf(owner)
  const { id } = await logEntry(owner, campaign, { title: 'A rally' })
  const path = `/campaigns/${campaign.slug}/entries/${id}`
  const asked = { method: 'PATCH', body: { title: 'A march' }, headers: { 'if-match': tag } }
  expect((await program.ask(path, asked)).status).toBe(status)
})
