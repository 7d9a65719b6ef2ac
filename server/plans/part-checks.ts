import 'server-only'
import { dateInWords } from '@/lib/dates/words'
import { isoDayOf } from '@/lib/dates/days'
import { dutyLabels } from '@/lib/plans'
import type { PlanRoleInput, PlanTaskInput } from '@/lib/schemas/plan'
import { ConflictError } from '../conflict'
import type { Tx } from '../db'
import { AppError, notFound } from '../errors'
import { MOST_PARTS } from './dto'

type Part = { id: string; planId: string }
type Both = { field: string; label: string; yours: string; theirs: string; inForm?: string }

const whose = {
  where: { endedAt: null },
  select: { member: { select: { id: true, account: { select: { name: true } } } } },
  orderBy: { id: 'desc' },
  take: 1,
} as const

/**
 * Refuses to save a role over what somebody else saved of it meanwhile.
 *
 * @throws AppError `not_found` where it was removed; ConflictError with both texts.
 */
export async function refuseStaleRole(
  tx: Tx,
  { id, planId }: Part,
  { version, duty, words, name, member }: PlanRoleInput,
): Promise<void> {
  const row = await tx.planRole.findFirst({
    where: { id, planId, removedAt: null },
    select: { version: true, duty: true, words: true, name: true, assignments: whose },
  })
  if (!row) throw notFound('role')
  if (version === undefined || version === row.version) return
  refuse(row.version, [
    {
      ...{ field: 'duty', label: 'Role', inForm: row.duty },
      ...{ yours: dutyLabels[duty], theirs: dutyLabels[row.duty] },
    },
    { field: 'words', label: 'More about the role', yours: words, theirs: row.words },
    await memberOfBoth(tx, member, row.assignments),
    { field: 'name', label: 'Or somebody else', yours: name, theirs: row.name },
  ])
}

/** The same of a task. */
export async function refuseStaleTask(
  tx: Tx,
  { id, planId }: Part,
  { version, task, name, member, dueOn }: PlanTaskInput,
): Promise<void> {
  const row = await tx.planTask.findFirst({
    where: { id, planId, removedAt: null },
    select: { version: true, task: true, name: true, dueOn: true, assignments: whose },
  })
  if (!row) throw notFound('task')
  if (version === undefined || version === row.version) return
  refuse(row.version, [
    { field: 'task', label: 'What needs to be done', yours: task, theirs: row.task },
    await memberOfBoth(tx, member, row.assignments),
    { field: 'name', label: 'Or somebody else', yours: name, theirs: row.name },
    {
      ...{ field: 'dueOn', label: 'By', yours: dueOn ? dateInWords(dueOn) : '' },
      theirs: row.dueOn ? dateInWords(isoDayOf(row.dueOn)) : '',
    },
  ])
}

/**
 * Refuses what somebody else saved meanwhile. What both typed alike is no conflict, and what was typed is kept.
 *
 * @throws ConflictError with both texts.
 */
export function refuse(version: number, fields: Both[]): void {
  const differing = fields.filter(({ yours, theirs }) => yours !== theirs)
  if (differing.length === 0) return
  throw new ConflictError(
    version,
    differing.map(({ field, label, yours, theirs }) => ({ field, label, yours, theirs })),
    {
      taken: [],
      theirs: Object.fromEntries(
        differing.map(({ field, theirs, inForm = theirs }) => [
          field,
          { values: { [field]: inForm } },
        ]),
      ),
    },
  )
}

async function memberOfBoth(
  tx: Tx,
  memberId: string | undefined,
  [current]: { member: { id: string; account: { name: string } } }[],
): Promise<Both> {
  const yours = memberId
    ? await tx.member.findFirst({
        where: { id: memberId },
        select: { account: { select: { name: true } } },
      })
    : null
  return {
    ...{ field: 'member', label: 'Member', inForm: current?.member.id ?? '' },
    ...{ yours: yours?.account.name ?? '', theirs: current?.member.account.name ?? '' },
  }
}

/**
 * Refuses one more role or task than a plan can have.
 *
 * @throws AppError `conflict`.
 */
export async function requireRoom(tx: Tx, planId: string, what: 'role' | 'task'): Promise<void> {
  const where = { planId, removedAt: null }
  const count = await (what === 'role'
    ? tx.planRole.count({ where })
    : tx.planTask.count({ where }))
  if (count < MOST_PARTS) return
  throw new AppError(
    'conflict',
    `A plan has at most ${MOST_PARTS} ${what === 'role' ? 'roles' : 'tasks'}. Remove one first.`,
  )
}
