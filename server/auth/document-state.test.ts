import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { documentStates } from '@/scripts/server/documents/state'
import { withViewer } from '../db'
import { changeRole } from '../members/mutations'
import { logEntry, newWorld, type World } from '../testing/world'
import { closeSession, openSession } from './session-store'
import { useTestDatabase } from './test-support'

useTestDatabase()

let states: ReturnType<typeof documentStates>
let world: World
let token: string

beforeAll(() => {
  states = documentStates(process.env.DATABASE_URL ?? '')
})
afterAll(() => states.close())

beforeEach(async () => {
  world = await newWorld()
  ;({ token } = await openSession(world.editor.accountId))
})

it('is the same for as long as nothing is written', async () => {
  const before = await states.of(token)
  expect(before).not.toBeNull()
  expect(await states.of(token)).toBe(before)
  const other = await newWorld()
  await logEntry(other.owner, other.campaign)
  expect(await states.of(token)).toBe(before)
})

it('is another after a write of anybody in the workspace', async () => {
  const before = await states.of(token)
  await logEntry(world.owner, world.campaign)
  const after = await states.of(token)
  expect(after).not.toBe(before)
  expect(await states.of(token)).toBe(after)
})

it('is another after a change of what the member may do, and none without a session', async () => {
  const before = await states.of(token)
  await changeRole(world.owner, world.editor.memberId, 'viewer')
  expect(await states.of(token)).not.toBe(before)
  await closeSession(token)
  expect(await states.of(token)).toBeNull()
  expect(await states.of('x'.repeat(43))).toBeNull()
})

it('is another after a change of the role that nothing notes', async () => {
  const before = await states.of(token)
  await withViewer(world.owner, (tx) =>
    tx.member.updateMany({ where: { id: world.editor.memberId }, data: { role: 'viewer' } }),
  )
  expect(await states.of(token)).not.toBe(before)
})

it('is another once this session has changed what is noted nowhere', async () => {
  const before = await states.of(token)
  states.change(token)
  expect(await states.of(token)).not.toBe(before)
})

it('is left to the app where the session was not seen for a minute', async () => {
  const long = await openSession(world.editor.accountId, new Date(Date.now() - 61_000))
  expect(await states.of(long.token)).toBeNull()
})

it('is another after a change of the workspace that nothing notes, and reads no more for a large mark', async () => {
  const read = async () => {
    const hash = createHash('sha256').update(token).digest()
    const [row] = await withViewer(
      world.owner,
      (tx) => tx.$queryRaw<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }[]>`
        explain (analyze, buffers, format json)
        select who from document_state(${hash}, now(), now() - interval '1 minute', null)`,
    )
    const { Plan } = row?.['QUERY PLAN'][0] ?? {}
    return (Plan?.['Shared Hit Blocks'] ?? 0) + (Plan?.['Shared Read Blocks'] ?? 0)
  }
  const write = (publisherMark: Uint8Array<ArrayBuffer>) =>
    withViewer(world.owner, (tx) => tx.workspace.updateMany({ data: { publisherMark } }))
  await write(Uint8Array.from([1]))
  const before = await states.of(token)
  await read()
  const few = await read()
  expect(few).toBeGreaterThan(0)
  await write(Uint8Array.from(randomBytes(200_000)))
  expect(await states.of(token)).not.toBe(before)
  await read()
  expect(await read()).toBeLessThan(few + 20)
})
