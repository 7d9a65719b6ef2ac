import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { planEditSchema, planRoleSchema, planTaskSchema } from '@/lib/schemas/plan'
import { useTestDatabase } from '../auth/test-support'
import { newTarget } from '../testing/target'
import { withViewer } from '../db'
import { updatePlan } from './mutations'
import { changePart, saveRole, saveTask } from './parts'
import { getPlan } from './queries'
import { planAction } from './test-support'

useTestDatabase()

it('a plan that two change at once keeps what either chose', async () => {
  const { owner, editor, campaign, demand } = await newTarget()
  const { id } = await planAction(owner, campaign)
  const edit = (more: object) =>
    planEditSchema.parse({ kind: 'rally', title: 'Rally', version: 1, ...more })
  await updatePlan(editor, id, edit({ kind: 'march', demands: [demand.id] }))
  const saving = updatePlan(owner, id, edit({ title: 'A bigger rally' }))
  await expect(saving).rejects.toMatchObject({
    conflicts: [
      { field: 'kind', yours: 'Rally', theirs: 'March' },
      { field: 'title', yours: 'A bigger rally', theirs: 'Rally' },
      { field: 'demands', yours: '', theirs: `${demand.number}. Canary demand` },
    ],
    settling: {
      taken: ['kind', 'demands'],
      theirs: {
        kind: { values: { kind: 'march' } },
        demands: { values: { 'demands[]': [demand.id] }, fields: ['demands[]'] },
      },
    },
  })
})

const role = (more: object) => planRoleSchema.parse({ duty: 'marshal', ...more })
const task = (more: object) =>
  planTaskSchema('2026-03-01').parse({ task: 'Bring water', dueOn: '', ...more })

it('a role that two change at once keeps what the first chose, and tells the second both', async () => {
  const { owner, editor, viewer, campaign } = await newTarget()
  const { id } = await planAction(owner, campaign)
  await saveRole(owner, id, role({}))
  const [{ id: roleId } = { id: '' }] = (await getPlan(owner, id)).roles
  await saveRole(editor, id, role({ id: roleId, version: '1', member: viewer.memberId }))
  const late = role({ id: roleId, version: '1', words: 'north gate' })
  await expect(saveRole(owner, id, late)).rejects.toMatchObject({
    version: 2,
    conflicts: [
      { field: 'words', yours: 'north gate', theirs: '' },
      { field: 'member', yours: '', theirs: 'A viewer' },
    ],
    settling: { taken: [], theirs: { member: { values: { member: viewer.memberId } } } },
  })
  expect((await getPlan(owner, id)).roles).toMatchObject([
    { words: '', version: 2, assigned: { member: { name: 'A viewer' } } },
  ])
  await saveRole(owner, id, role({ ...late, version: '2' }))
  expect((await getPlan(owner, id)).roles).toMatchObject([{ words: 'north gate', version: 3 }])
})

it('a task that two change at once does too, unless both typed the same', async () => {
  const { owner, editor, campaign } = await newTarget()
  const { id } = await planAction(owner, campaign)
  await saveTask(owner, id, task({}))
  const [{ id: taskId } = { id: '' }] = (await getPlan(owner, id)).tasks
  await saveTask(editor, id, task({ id: taskId, version: '1', dueOn: '4 Mar 2027' }))
  const late = { id: taskId, version: '1', task: 'Bring tea' }
  await expect(saveTask(owner, id, task(late))).rejects.toMatchObject({
    conflicts: [
      { field: 'task', yours: 'Bring tea', theirs: 'Bring water' },
      { field: 'dueOn', yours: '', theirs: 'Thu 4 Mar 2027' },
    ],
  })
  const same = task({ id: taskId, version: '1', dueOn: '4 Mar 2027' })
  await saveTask(owner, id, same)
  expect((await getPlan(owner, id)).tasks).toMatchObject([{ task: 'Bring water', version: 3 }])
})

it('a plan’s form that is sent twenty times at once makes one plan', async () => {
  const { owner, campaign } = await newTarget()
  const requestKey = randomUUID()
  const all = await Promise.all(
    Array.from({ length: 20 }, () => planAction(owner, campaign, { requestKey })),
  )
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  expect((await planAction(owner, campaign, { requestKey: randomUUID() })).id).not.toBe(all[0]?.id)
})

it('a plan has a bounded number of roles, also of those that are put back', async () => {
  const { owner, campaign } = await newTarget()
  const { id } = await planAction(owner, campaign)
  await saveRole(owner, id, role({}))
  const [{ id: first } = { id: '' }] = (await getPlan(owner, id)).roles
  await changePart(owner, { id: first, what: 'role', done: 'remove' })
  const { workspaceId } = owner
  await withViewer(owner, (tx) =>
    tx.planRole.createMany({
      data: Array.from({ length: 200 }, () => ({
        workspaceId,
        planId: id,
        duty: 'medic' as const,
      })),
    }),
  )
  await expect(saveRole(owner, id, role({}))).rejects.toMatchObject({ code: 'conflict' })
  const back = changePart(owner, { id: first, what: 'role', done: 'put_back' })
  await expect(back).rejects.toMatchObject({ code: 'conflict' })
  const plan = await getPlan(owner, id)
  expect([plan.roles.length, plan.removed.length]).toEqual([200, 1])
})
