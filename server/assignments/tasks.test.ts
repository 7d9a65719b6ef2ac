import { beforeEach, describe, expect, it } from 'vitest'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { useTestDatabase } from '../auth/test-support'
import { callOff, planAgain } from '../plans/outcome'
import { changePart } from '../plans/parts'
import { getPlan } from '../plans/queries'
import { addTask, planAction } from '../plans/test-support'
import { newTarget, type Target } from '../testing/target'
import { TEST_DAY } from '../testing/world'
import { assign } from './mutations'
import { listAssignedToMe } from './queries'

useTestDatabase()

const NOON = new Date('2026-03-01T20:00:00Z')
let target: Target
beforeEach(async () => {
  target = await newTarget()
})

describe('a task of a plan', () => {
  const waiting = async () =>
    (await listAssignedToMe(target.contributor, NOON)).map(({ title }) => title)

  it('waits for its member until it is ticked, removed, or its plan is called off', async () => {
    const { owner, contributor, campaign } = target
    const { id: plan } = await planAction(owner, campaign)
    await addTask(owner, plan, { member: contributor.memberId })
    const [{ id } = { id: '' }] = (await getPlan(owner, plan)).tasks
    const here = ['Megaphone: Rally at the Spheres']
    expect(await waiting()).toEqual(here)
    await changePart(owner, { id, what: 'task', done: 'tick' })
    expect(await waiting()).toEqual([])
    await changePart(owner, { id, what: 'task', done: 'untick' })
    expect(await waiting()).toEqual(here)
    await changePart(owner, { id, what: 'task', done: 'remove' })
    expect(await waiting()).toEqual([])
    await changePart(owner, { id, what: 'task', done: 'put_back' })
    await callOff(owner, plan, 'Snow')
    expect(await waiting()).toEqual([])
    await planAgain(owner, plan)
    expect(await waiting()).toEqual(here)
  })
})

it('nothing is handed over by somebody who only reads', async () => {
  const { viewer, contributor, entryId } = target
  const input = assignmentSchema(TEST_DAY).parse({ member: contributor.memberId, dueOn: '' })
  await expect(assign(viewer, { record: 'entry', id: entryId }, input)).rejects.toMatchObject({
    code: 'forbidden',
  })
})
