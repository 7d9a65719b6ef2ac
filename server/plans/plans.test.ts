import { beforeEach, describe, expect, it } from 'vitest'
import { valuesOfPlan } from '@/lib/plans'
import { planEditSchema, planSchema } from '@/lib/schemas/plan'
import { listAssignedToMe } from '../assignments/queries'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { restrictCampaign } from '../campaigns/restriction'
import { countUnseen, listNotifications } from '../comments/notifications'
import { createEntry } from '../entries/mutations'
import { trashEntry } from '../entries/trash'
import { listRevisions } from '../history/queries'
import { restoreRevision } from '../history/restore'
import { newTarget, type Target } from '../testing/target'
import { entryInput, memberIn, newCampaignFor, TEST_DAY } from '../testing/world'
import { updatePlan } from './mutations'
import { callOff, planAgain } from './outcome'
import { changePart } from './parts'
import { findPlans, getPlan, listPlans, planOfEntry } from './queries'
import { addTask, giveRole, move, planAction, undoLastMove } from './test-support'

useTestDatabase()

const NOON = new Date('2026-03-01T20:00:00Z')
let target: Target
beforeEach(async () => {
  target = await newTarget()
})

const mine = async (viewer: Organizer) =>
  (await listAssignedToMe(viewer, NOON)).map(({ what, title, dueOn }) => ({ what, title, dueOn }))

describe('a planned action', () => {
  it('has what its form said, and is for members alone', async () => {
    const { owner, viewer, campaign, demand, reader } = target
    const { id } = await planAction(owner, campaign, {
      ...{ place: 'The Spheres', meetsAt: '5pm', meetsWhere: 'North gate', note: 'Bring water.' },
      ...{ organizers: 'A Union; An Ally', targets: 'Canary Corporation', demands: [demand.id] },
    })
    expect(await getPlan(viewer, id)).toMatchObject({
      ...{ title: 'Rally at the Spheres', edtf: '2026-03-05', time: '18:00', place: 'The Spheres' },
      ...{ meetsAt: '17:00', meetsWhere: 'North gate', note: 'Bring water.', state: 'planned' },
      organizations: [
        { name: 'A Union', part: 'actor' },
        { name: 'An Ally', part: 'actor' },
        { name: 'Canary Corporation', part: 'target' },
      ],
      demands: [{ id: demand.id, wording: 'Canary demand' }],
      mayChange: false,
    })
    await expect(getPlan(reader, id)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('lies ahead', () => {
    const { error } = planSchema(TEST_DAY).safeParse({
      ...{ kind: 'rally', title: 'A rally', date: '28 Feb 2026' },
    })
    expect(error?.issues[0]?.message).toMatch(/passed/)
  })

  it('is changed by editors and whoever made it, and an earlier version comes back', async () => {
    const { owner, contributor, campaign } = target
    const { id } = await planAction(owner, campaign, { organizers: 'A Union' })
    const edit = planEditSchema.parse({ kind: 'march', title: 'A march', version: 1 })
    await expect(updatePlan(contributor, id, edit)).rejects.toMatchObject({ code: 'not_found' })
    await updatePlan(owner, id, edit)
    const again = planEditSchema.parse({ kind: 'march', title: 'Another', version: 1 })
    await expect(updatePlan(owner, id, again)).rejects.toMatchObject({ version: 2 })
    const [latest] = await listRevisions(owner, 'plan', id)
    expect(latest?.fields).toContainEqual({
      ...{ field: 'kind', label: 'Kind', from: 'Rally', to: 'March' },
    })
    await restoreRevision(owner, 'plan', id, 1)
    expect(await getPlan(owner, id)).toMatchObject({
      ...{ title: 'Rally at the Spheres', organizations: [{ name: 'A Union', part: 'actor' }] },
    })
    const { id: own } = await planAction(contributor, campaign)
    expect((await getPlan(contributor, own)).mayChange).toBe(true)
  })

  it('is found by the words of its parts', async () => {
    const { owner, viewer, campaign } = target
    const { id } = await planAction(owner, campaign)
    await giveRole(owner, id, { name: 'Ósk Medic', duty: 'medic' })
    expect((await findPlans(viewer, 'osk spheres')).map((plan) => plan.id)).toEqual([id])
    expect(await findPlans(viewer, 'osk elsewhere')).toEqual([])
  })
})

describe('a role of the day', () => {
  it('waits for its member, who is told, and moves with the plan', async () => {
    const { owner, viewer, campaign } = target
    const { id } = await planAction(owner, campaign)
    await giveRole(owner, id, { member: viewer.memberId, words: 'north gate' })
    const waiting = { what: 'plan_role', title: 'Marshal (north gate): Rally at the Spheres' }
    expect(await mine(viewer)).toEqual([{ ...waiting, dueOn: '2026-03-05' }])
    expect(await listNotifications(viewer)).toMatchObject([
      { kind: 'assigned', by: 'Test Owner', body: 'On the day, Thu 5 Mar 2026' },
    ])
    await move(owner, id, { date: '7 Mar 2026', place: 'City hall', reason: 'Rain' })
    expect(await mine(viewer)).toEqual([{ ...waiting, dueOn: '2026-03-07' }])
    const [told] = await listNotifications(viewer)
    expect(told).toMatchObject({
      ...{ kind: 'plan_changed', by: 'Test Owner' },
      body: 'Now planned for Sat 7 Mar 2026, City hall',
    })
    await undoLastMove(owner, id)
    expect(await getPlan(owner, id)).toMatchObject({
      ...{ edtf: '2026-03-05', time: '18:00', place: '', moves: [] },
    })
  })

  it('is a member or somebody who is named, and can be removed and put back', async () => {
    const { owner, campaign, editor } = target
    const { id } = await planAction(owner, campaign)
    expect(() => giveRole(owner, id, { member: editor.memberId, name: 'Somebody' })).toThrow(
      /not both/,
    )
    await giveRole(owner, id, { name: 'Somebody Else' })
    const [role] = (await getPlan(owner, id)).roles
    const part = { id: role?.id ?? '', what: 'role' } as const
    await changePart(owner, { ...part, done: 'remove' })
    expect(await getPlan(owner, id)).toMatchObject({
      ...{ roles: [], removed: [{ label: 'Marshal' }] },
    })
    await changePart(owner, { ...part, done: 'put_back' })
    expect((await getPlan(owner, id)).roles).toMatchObject([{ name: 'Somebody Else' }])
  })

  it('goes to nobody who cannot open the campaign, and ends for those who are left out', async () => {
    const { owner, editor, campaign, workspaceId } = target
    const outside = await memberIn(workspaceId, 'editor')
    const { id } = await planAction(owner, campaign)
    await giveRole(owner, id, { member: outside.memberId })
    await restrictCampaign(owner, campaign.id, { who: 'members', members: [editor.memberId] })
    await expect(getPlan(outside, id)).rejects.toMatchObject({ code: 'not_found' })
    expect([await mine(outside), await countUnseen(outside)]).toEqual([[], 0])
    expect(await findPlans(outside, 'spheres')).toEqual([])
    await expect(giveRole(owner, id, { member: outside.memberId })).rejects.toMatchObject({
      ...{ code: 'invalid', path: ['member'] },
    })
  })
})

describe('a checklist', () => {
  it('says who does what by when, and who ticked it', async () => {
    const { owner, contributor, viewer, campaign } = target
    const { id } = await planAction(owner, campaign)
    await expect(addTask(owner, id, { member: viewer.memberId })).rejects.toMatchObject({
      code: 'invalid',
    })
    await addTask(owner, id, { member: contributor.memberId, dueOn: '4 Mar 2026' })
    expect(await mine(contributor)).toEqual([
      { what: 'plan_task', title: 'Megaphone: Rally at the Spheres', dueOn: '2026-03-04' },
    ])
    const [task] = (await getPlan(owner, id)).tasks
    const part = { id: task?.id ?? '', what: 'task' } as const
    await expect(changePart(viewer, { ...part, done: 'tick' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await changePart(contributor, { ...part, done: 'tick' })
    expect(await mine(contributor)).toEqual([])
    expect((await getPlan(owner, id)).tasks).toMatchObject([
      { done: { by: 'A contributor' }, assigned: { member: { id: contributor.memberId } } },
    ])
    await expect(changePart(contributor, { ...part, done: 'remove' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await changePart(contributor, { ...part, done: 'untick' })
    expect(await mine(contributor)).toHaveLength(1)
  })
})

describe('what becomes of a plan', () => {
  it('is that it was moved: the earlier day and place stay', async () => {
    const { owner, campaign } = target
    const { id } = await planAction(owner, campaign, { place: 'The Spheres' })
    await move(owner, id, { date: '6 Mar 2026', place: 'City hall', reason: 'Permit' })
    expect(await getPlan(owner, id)).toMatchObject({
      ...{ edtf: '2026-03-06', time: null, place: 'City hall' },
      moves: [{ edtf: '2026-03-05', time: '18:00', place: 'The Spheres', reason: 'Permit' }],
    })
  })

  it('is that it was called off: it is no longer next, and all with a part are told', async () => {
    const { owner, viewer, campaign } = target
    const { id } = await planAction(owner, campaign)
    await giveRole(owner, id, { member: viewer.memberId })
    await callOff(owner, id, 'Snow')
    expect(await listPlans(owner, campaign.slug)).toMatchObject({
      ...{ open: [], ended: [{ id, state: 'called_off', reason: 'Snow' }] },
    })
    expect(await mine(viewer)).toEqual([])
    expect(await listNotifications(viewer)).toMatchObject([
      { kind: 'plan_changed', body: 'Called off: Snow' },
    ])
    await expect(move(owner, id, { date: '9 Mar 2026' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(undoLastMove(owner, id)).rejects.toMatchObject({
      ...{ code: 'conflict', message: 'It was called off. Undo that first.' },
    })
    await planAgain(owner, id)
    expect(await getPlan(owner, id)).toMatchObject({ state: 'planned', reason: '', decided: null })
    expect(await mine(viewer)).toHaveLength(1)
  })

  it('is that it happened: the log form begins with it, and entry and plan know each other', async () => {
    const { owner, campaign, demand } = target
    const { id } = await planAction(owner, campaign, {
      ...{ place: 'The Spheres', organizers: 'A Union', demands: [demand.id] },
    })
    expect(valuesOfPlan(await getPlan(owner, id))).toMatchObject({
      ...{ kind: 'rally', title: 'Rally at the Spheres', date: 'Thu 5 Mar 2026, 18:00' },
      ...{ place: 'The Spheres', 'organizations.0.name': 'A Union' },
      ...{ 'organizations.0.part': 'actor', 'demands.0.demand': demand.id },
    })
    const { id: entry } = await createEntry(owner, campaign.slug, entryInput(), id)
    expect(await getPlan(owner, id)).toMatchObject({ state: 'happened', entry: { id: entry } })
    expect(await planOfEntry(owner, entry)).toMatchObject({ id })
    await trashEntry(owner, entry)
    expect((await getPlan(owner, id)).entry).toBeNull()
    await planAgain(owner, id)
    expect(await planOfEntry(owner, entry)).toBeNull()
  })

  it('is not that it happened on a day to come', async () => {
    const { owner, campaign } = target
    const { id } = await planAction(owner, campaign)
    const tomorrow = new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 10)
    const early = createEntry(owner, campaign.slug, entryInput({ date: tomorrow }), id)
    await expect(early).rejects.toMatchObject({ code: 'invalid', path: ['date'] })
    expect(await getPlan(owner, id)).toMatchObject({ state: 'planned', entry: null })
    const { id: entry } = await createEntry(owner, campaign.slug, entryInput(), id)
    expect(await getPlan(owner, id)).toMatchObject({ state: 'happened', entry: { id: entry } })
  })

  it('is said once, by an entry of its own campaign', async () => {
    const { owner, campaign } = target
    const { id } = await planAction(owner, campaign)
    const other = await newCampaignFor(owner)
    await expect(createEntry(owner, other.slug, entryInput(), id)).rejects.toMatchObject({
      code: 'not_found',
    })
    await createEntry(owner, campaign.slug, entryInput(), id)
    await expect(createEntry(owner, campaign.slug, entryInput(), id)).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})
