import { beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { failureOf } from '../testing/failure'
import { newWorld, type World } from '../testing/world'
import { MOST_PARTS } from './dto'
import { callOff } from './outcome'
import { changePart } from './parts'
import { getPlan } from './queries'
import { addTask, giveRole, move, planAction, undoLastMove } from './test-support'

useTestDatabase()

let world: World
let planId: string
let ids: { role: string; task: string; removedRole: string; removedTask: string }

beforeEach(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  planId = (await planAction(owner, campaign)).id
  for (const words of ['at the gate', 'at the corner']) await giveRole(owner, planId, { words })
  for (const task of ['Megaphone', 'Banner']) await addTask(owner, planId, { task })
  await move(owner, planId, { date: '6 Mar 2026', place: 'A hall' })
  const { roles, tasks } = await getPlan(owner, planId)
  const [role = '', removedRole = ''] = roles.map(({ id }) => id)
  const [task = '', removedTask = ''] = tasks.map(({ id }) => id)
  await changePart(owner, { id: removedRole, what: 'role', done: 'remove' })
  await changePart(owner, { id: removedTask, what: 'task', done: 'remove' })
  ids = { role, task, removedRole, removedTask }
})

type Write = (world: World) => Promise<unknown>

const newParts: Record<string, Write> = {
  'gives a further role away': ({ owner }) => giveRole(owner, planId, { words: 'at the back' }),
  'adds a task': ({ owner }) => addTask(owner, planId, { task: 'Water' }),
  'puts a role back': ({ owner }) =>
    changePart(owner, { id: ids.removedRole, what: 'role', done: 'put_back' }),
  'puts a task back': ({ owner }) =>
    changePart(owner, { id: ids.removedTask, what: 'task', done: 'put_back' }),
}

const writes: Record<string, Write> = {
  ...newParts,
  'moves it': ({ owner }) => move(owner, planId, { date: '7 Mar 2026', place: 'A park' }),
  'takes its move back': ({ owner }) => undoLastMove(owner, planId),
  'calls it off': ({ owner }) => callOff(owner, planId, 'Rain.'),
  'removes a role': ({ owner }) =>
    changePart(owner, { id: ids.role, what: 'role', done: 'remove' }),
  'removes a task': ({ owner }) =>
    changePart(owner, { id: ids.task, what: 'task', done: 'remove' }),
}

const events = () => withViewer(world.owner, (tx) => tx.auditEvent.count())

async function refused(write: Write): Promise<void> {
  const before = await events()
  expect((await failureOf(write(world))).code).toBe('conflict')
  expect(await events()).toBe(before)
}

describe('a plan', () => {
  it.each(Object.entries(writes))('is open to who %s', async (_what, write) => {
    await write(world)
  })

  it.each(Object.entries(writes))('that was called off is shut to who %s', async (_what, write) => {
    await callOff(world.owner, planId, 'Snow.')
    await refused(write)
  })

  it.each(Object.entries(newParts))(
    'that has as many parts as it can is shut to who %s',
    async (_what, write) => {
      const { workspaceId, owner } = world
      await withViewer(owner, async (tx) => {
        const parts = Array.from({ length: MOST_PARTS }, (_, at) => ({ workspaceId, planId, at }))
        const row = { workspaceId, planId }
        await tx.planRole.createMany({
          data: parts.map(({ at }) => ({ ...row, duty: 'marshal', words: `Post ${at}`, name: '' })),
        })
        await tx.planTask.createMany({
          data: parts.map(({ at }) => ({ ...row, task: `Task ${at}`, name: '' })),
        })
      })
      await refused(write)
    },
  )
})
