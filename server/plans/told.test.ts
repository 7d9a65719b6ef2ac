import { beforeEach, describe, expect, it } from 'vitest'
import { toldInWords } from '@/lib/plans'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { planRoleSchema, planTaskSchema } from '@/lib/schemas/plan'
import { assign } from '../assignments/mutations'
import { changeWantedNotifications } from '../auth/own-account'
import { useTestDatabase } from '../auth/test-support'
import { listNotifications } from '../comments/notifications'
import { logEntry, newWorld, TEST_DAY, type World } from '../testing/world'
import { callOff } from './outcome'
import { saveRole, saveTask } from './parts'
import { getPlan } from './queries'
import { planAction } from './test-support'

useTestDatabase()

let world: World
let plan: string
beforeEach(async () => {
  world = await newWorld()
  plan = (await planAction(world.owner, world.campaign)).id
})

const role = (fields: object) =>
  saveRole(world.owner, plan, planRoleSchema.parse({ duty: 'marshal', ...fields }))
const task = (fields: object) =>
  saveTask(world.owner, plan, planTaskSchema(TEST_DAY).parse({ task: 'Water', ...fields }))
const heard = async () =>
  (await listNotifications(world.contributor)).map(({ kind, title }) => [kind, title])

describe('whoever has a part in a plan', () => {
  it('is told of it once, and of other words for it, and it is said only then', async () => {
    const member = world.contributor.memberId
    expect(await role({ member })).toEqual({ told: true })
    const [{ id, version } = { id: '', version: 0 }] = (await getPlan(world.owner, plan)).roles
    expect(await role({ id, version, member })).toEqual({ told: false })
    expect(await heard()).toHaveLength(1)
    expect(await role({ id, member, duty: 'medic' })).toEqual({ told: true })
    expect(await heard()).toEqual([
      ['plan_changed', 'Medic: Rally at the Spheres'],
      ['assigned', 'Medic: Rally at the Spheres'],
    ])
    expect(await role({ id, duty: 'medic' })).toEqual({ told: false })
  })

  it('is told of other words for a task', async () => {
    const member = world.contributor.memberId
    expect(await task({ member })).toEqual({ told: true })
    const [{ id } = { id: '' }] = (await getPlan(world.owner, plan)).tasks
    expect(await task({ id, member })).toEqual({ told: false })
    expect(await task({ id, member, task: 'Water and bread' })).toEqual({ told: true })
    expect((await heard())[0]).toEqual(['plan_changed', 'Water and bread: Rally at the Spheres'])
  })

  it('is not said to be told where they gave it to themselves, or do not want to hear of it', async () => {
    expect(await role({ member: world.owner.memberId })).toEqual({ told: false })
    await changeWantedNotifications(world.contributor, [])
    expect(await task({ member: world.contributor.memberId })).toEqual({ told: false })
    expect(await callOff(world.owner, plan, 'Snow')).toEqual({ told: 0 })
  })
})

it('an assignment says whether its member was told', async () => {
  const { owner, editor, contributor, campaign } = world
  const { id } = await logEntry(contributor, campaign, { status: 'in_review' })
  const to = (member: string) =>
    assign(owner, { record: 'entry', id }, assignmentSchema(TEST_DAY).parse({ member, dueOn: '' }))
  expect(await to(editor.memberId)).toEqual({ told: true })
  expect(await to(owner.memberId)).toEqual({ told: false })
  expect(await to('')).toEqual({ told: false })
})

it('how many were told is said in words', () => {
  expect([0, 1, 2].map(toldInWords)).toEqual([
    '',
    ' The person with a role or a task was notified.',
    ' 2 people with a role or a task were notified.',
  ])
})
