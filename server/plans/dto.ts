import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { roleInWords, type PlanDto, type PlanListing } from '@/lib/plans'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import { demandsVisibleTo } from '../demands/dto'
import { entriesVisibleTo } from '../policy'
import { currentWording } from '../demands/current-wording'

/** What is read of a plan for a list. */
export const listingSelect = {
  ...{ id: true, kind: true, title: true, edtf: true, timeOfDay: true, place: true },
  ...{ firstDay: true, lastDay: true, outcome: true, reason: true },
} satisfies Prisma.PlanSelect

/** A row as lists show it. */
export function toListing(
  row: Prisma.PlanGetPayload<{ select: typeof listingSelect }>,
): PlanListing {
  const { id, kind, title, edtf, timeOfDay, place, firstDay, lastDay, outcome, reason } = row
  return {
    ...{ id, kind, title, edtf, place, reason, time: timeOfDay },
    ...{ firstDay: isoDayOf(firstDay), lastDay: isoDayOf(lastDay), state: outcome ?? 'planned' },
  }
}

/** Of roles, of tasks and of moves: as many as a plan can have, or as are read of it. */
export const MOST_PARTS = 200
/** Of roles and tasks that were removed, the last ones can be put back. */
const MOST_REMOVED = 50

const presentFirst = { removedAt: { sort: 'desc', nulls: 'first' } } as const

const byName = { select: { account: { select: { name: true } } } } as const

const assignments = {
  where: { endedAt: null, member: { removedAt: null } },
  select: { dueOn: true, member: { select: { id: true, ...byName.select } } },
  orderBy: { id: 'desc' },
  take: 1,
} satisfies Prisma.AssignmentFindManyArgs

/** What is read of a plan with all that belongs to it. */
export function planSelect(viewer: Viewer) {
  return {
    ...listingSelect,
    ...{ meetsAt: true, meetsWhere: true, note: true, version: true, decidedAt: true },
    decider: byName,
    entry: { where: entriesVisibleTo(viewer), select: { id: true, title: true } },
    organizations: {
      select: { part: true, organization: { select: { name: true } } },
      orderBy: [{ part: 'asc' }, { organization: { name: 'asc' } }],
    },
    demands: {
      where: { demand: demandsVisibleTo(viewer) },
      select: {
        demand: {
          select: {
            ...{ id: true, number: true },
            ...currentWording,
          },
        },
      },
      orderBy: { demand: { number: 'asc' } },
    },
    moves: {
      select: {
        ...{ id: true, edtf: true, timeOfDay: true, place: true, reason: true, movedAt: true },
        ...{ takenBackAt: true, mover: byName },
      },
      orderBy: { id: 'desc' },
    },
    roles: {
      select: {
        ...{ id: true, version: true, duty: true, words: true, name: true, removedAt: true },
        assignments,
      },
      orderBy: [presentFirst, { id: 'asc' }],
      take: MOST_PARTS + MOST_REMOVED,
    },
    tasks: {
      select: {
        ...{ id: true, version: true, task: true, name: true, dueOn: true, doneAt: true },
        ...{ removedAt: true, doer: byName, assignments },
      },
      take: MOST_PARTS + MOST_REMOVED,
      orderBy: [presentFirst, { dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    },
  } satisfies Prisma.PlanSelect
}

type Row = Prisma.PlanGetPayload<{ select: ReturnType<typeof planSelect> }>

/** A row as members read it. */
export function toPlan(row: Row, mayChange: boolean): PlanDto {
  const { roles, tasks } = row
  return {
    ...toListing(row),
    ...{ meetsAt: row.meetsAt, meetsWhere: row.meetsWhere, note: row.note, version: row.version },
    decided: row.decidedAt && {
      by: row.decider?.account.name ?? null,
      at: row.decidedAt.toISOString(),
    },
    entry: row.entry,
    organizations: row.organizations.map(({ part, organization }) => ({
      ...{ name: organization.name, part },
    })),
    demands: row.demands.map(({ demand: { id, number, versions } }) => ({
      ...{ id, number, wording: versions[0]?.wording ?? '' },
    })),
    moveVersion: moveVersion(row.moves),
    moves: row.moves
      .filter(({ takenBackAt }) => takenBackAt === null)
      .slice(0, MOST_PARTS)
      .map(({ id, edtf, timeOfDay, place, reason, movedAt, mover }) => ({
        ...{ id, edtf, place, reason, time: timeOfDay, at: movedAt.toISOString() },
        by: mover?.account.name ?? null,
      })),
    roles: roles
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id, version, duty, words, name, assignments }) => ({
        ...{ id, version, duty, words, name, assigned: assignedOf(assignments) },
      })),
    tasks: tasks
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id, version, task, name, dueOn, doneAt, doer, assignments }) => ({
        ...{
          id,
          version,
          task,
          name,
          dueOn: dueOn && isoDayOf(dueOn),
          assigned: assignedOf(assignments),
        },
        done: doneAt && { by: doer?.account.name ?? null, at: doneAt.toISOString() },
      })),
    removed: [
      ...roles.map((role) => ({ ...role, what: 'role' as const, label: roleInWords(role) })),
      ...tasks.map((task) => ({ ...task, what: 'task' as const, label: task.task })),
    ]
      .filter(({ removedAt }) => removedAt !== null)
      .map(({ id, what, label }) => ({ id, what, label })),
    mayChange,
  }
}

/** 1 at first; rises with each move of a plan and with each that is taken back. */
export function moveVersion(moves: readonly { takenBackAt: Date | null }[]): number {
  return 1 + moves.length + moves.filter(({ takenBackAt }) => takenBackAt !== null).length
}

function assignedOf([row]: Row['roles'][number]['assignments']) {
  return row
    ? {
        member: { id: row.member.id, name: row.member.account.name },
        dueOn: row.dueOn && isoDayOf(row.dueOn),
      }
    : null
}
