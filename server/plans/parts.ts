import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import type { PlanPartInput, PlanRoleInput, PlanTaskInput } from '@/lib/schemas/plan'
import type { Prisma } from '@/prisma/generated/client'
import { giveTo, type AssignedColumns } from '../assignments/give'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { membersWhoOpen } from '../campaigns/access'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { keepAudit } from '../history/record'
import { newId } from '../ids'
import { lockedPlan, requirePlanned } from './lock'
import { refuseStaleRole, refuseStaleTask, requireRoom } from './part-checks'
import { tellOfChange } from './tell'
import { plansVisibleTo } from './visible'

const wordsOfRole = { duty: true, words: true } as const

/**
 * Adds a role of the day to a plan, or changes one, and who has it: a member, who is notified,
 * somebody who is named, or nobody yet.
 *
 * @returns whether they were notified, of that or of other words for it.
 * @throws AppError `forbidden` for a viewer, `not_found`, `conflict` where something has become of the
 *   plan or it has as many as it can, `invalid` for a member who cannot open the campaign;
 *   ConflictError when somebody else saved it meanwhile.
 */
export async function saveRole(
  viewer: Viewer,
  planId: string,
  input: PlanRoleInput,
): Promise<{ told: boolean }> {
  const { id: known, duty, words, name, member } = input
  const data = { duty, words, name }
  return savePart(viewer, planId, 'roles', async (tx, plan) => {
    const id = known ?? newId()
    const { workspaceId } = viewer
    let isOther = false
    if (known) {
      const before = await tx.planRole.findFirst({ where: { id, planId }, select: wordsOfRole })
      isOther = before?.duty !== duty || before.words !== words
      await refuseStaleRole(tx, { id, planId }, input)
      const where = { id, planId, removedAt: null }
      await tx.planRole.updateMany({ where, data: { ...data, version: { increment: 1 } } })
    } else {
      await requireRoom(tx, planId, 'role')
      await tx.planRole.create({ data: { workspaceId, id, planId, ...data } })
    }
    const to = { member, dueOn: isoDayOf(plan.firstDay), isOther }
    return give(tx, viewer, plan, { planRoleId: id }, to)
  })
}

/**
 * Adds a thing to the checklist of a plan, or changes one, and who does it by when.
 *
 * @throws AppError as `saveRole` does; a member who only reads can be given no task.
 */
export async function saveTask(
  viewer: Viewer,
  planId: string,
  input: PlanTaskInput,
): Promise<{ told: boolean }> {
  const { id: known, task, name, member, dueOn } = input
  const data = { task, name, dueOn: dueOn ? new Date(dueOn) : null }
  return savePart(viewer, planId, 'checklist', async (tx, plan) => {
    const id = known ?? newId()
    const { workspaceId } = viewer
    let isOther = false
    if (known) {
      const before = await tx.planTask.findFirst({ where: { id, planId }, select: { task: true } })
      isOther = before?.task !== task
      await refuseStaleTask(tx, { id, planId }, input)
      const where = { id, planId, removedAt: null }
      await tx.planTask.updateMany({ where, data: { ...data, version: { increment: 1 } } })
    } else {
      await requireRoom(tx, planId, 'task')
      await tx.planTask.create({ data: { workspaceId, id, planId, ...data } })
    }
    return give(tx, viewer, plan, { planTaskId: id }, { member, dueOn, isOther })
  })
}

/** Writes a part of a plan that is still to come, and its audit. */
async function savePart(
  viewer: Viewer,
  planId: string,
  field: 'roles' | 'checklist',
  write: (tx: Tx, plan: Awaited<ReturnType<typeof lockedPlan>>) => Promise<boolean>,
): Promise<{ told: boolean }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const plan = await lockedPlan(tx, viewer, planId)
    requirePlanned(plan)
    const told = await write(tx, plan)
    await keepAudit(tx, viewer, 'update', 'plan', planId, [field])
    return { told }
  })
}

// Who has it keeps it where neither the member nor the day changes, and hears of other words for it.
async function give(
  tx: Tx,
  viewer: Viewer,
  { campaignId }: { campaignId: string },
  columns: AssignedColumns,
  {
    member,
    dueOn,
    isOther,
  }: { member?: string | undefined; dueOn: string | null; isOther: boolean },
): Promise<boolean> {
  const current = await tx.assignment.findFirst({
    where: { ...columns, endedAt: null },
    select: { id: true, memberId: true, dueOn: true },
  })
  const day = current?.dueOn ? isoDayOf(current.dueOn) : null
  if ((current?.memberId ?? undefined) === member && day === (member ? dueOn : null)) {
    if (!current || !isOther) return false
    return tellOfChange(tx, viewer, { assignmentId: current.id, memberId: current.memberId })
  }
  const there = await membersWhoOpen(tx, viewer, campaignId)
  const writes: Prisma.MemberWhereInput = 'planTaskId' in columns ? { role: { not: 'viewer' } } : {}
  return giveTo(tx, viewer, { columns, by: { AND: [there, writes] } }, { member, dueOn })
}

/**
 * Ticks a task or unticks it, which every member may who writes; removes a role or a task, or puts it
 * back.
 *
 * @throws AppError `forbidden` for a viewer, `not_found`, `conflict` where something has become of the
 *   plan.
 */
export async function changePart(viewer: Viewer, { id, what, done }: PlanPartInput): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    if (done === 'tick' || done === 'untick') return tick(tx, viewer, id, done === 'tick')
    const planId = await planOf(tx, viewer, what, id)
    requirePlanned(await lockedPlan(tx, viewer, planId))
    if (done === 'put_back') await requireRoom(tx, planId, what)
    const change = { where: { id }, data: { removedAt: done === 'remove' ? new Date() : null } }
    await (what === 'role' ? tx.planRole.updateMany(change) : tx.planTask.updateMany(change))
    const fields = [what === 'role' ? 'roles' : 'checklist']
    await keepAudit(tx, viewer, done === 'remove' ? 'remove' : 'restore', 'plan', planId, fields)
  })
}

async function tick(tx: Tx, viewer: Viewer, id: string, done: boolean): Promise<void> {
  const planId = await planOf(tx, viewer, 'task', id)
  const { count } = await tx.planTask.updateMany({
    where: { id, removedAt: null, doneAt: done ? null : { not: null } },
    data: done
      ? { doneAt: new Date(), doneBy: memberIdOf(viewer) }
      : { doneAt: null, doneBy: null },
  })
  // Of two who tick at once the first one has.
  if (count > 0) await keepAudit(tx, viewer, 'update', 'plan', planId, ['checklist'])
}

async function planOf(
  tx: Tx,
  viewer: Viewer,
  what: PlanPartInput['what'],
  id: string,
): Promise<string> {
  const find = {
    where: { id, plan: plansVisibleTo(viewer) },
    select: { planId: true },
  }
  const row = await (what === 'role' ? tx.planRole.findFirst(find) : tx.planTask.findFirst(find))
  if (!row) throw notFound(what)
  return row.planId
}
