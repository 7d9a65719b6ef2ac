import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { notify } from '../comments/notify'
import type { Tx } from '../db'
import { AppError, isDatabaseError } from '../errors'

/** The columns that say what an assignment is about. */
export type AssignedColumns =
  | { entryId: string; entryStatus: 'draft' | 'in_review' | 'published' }
  | { followUpId: string }
  | { planRoleId: string }
  | { planTaskId: string }

/**
 * Gives something to a member, with a day or without, and notifies them; or takes it back where no
 * member is named. Whoever had it before has it no longer. Part of the write's own transaction.
 *
 * @param by the members who could do it
 * @throws AppError `forbidden` for a viewer, `invalid` at `member` for somebody who could not do it,
 *   `conflict` where somebody else gives it to another at the same moment.
 */
export async function giveTo(
  tx: Tx,
  viewer: Viewer,
  { columns, by }: { columns: AssignedColumns; by: Prisma.MemberWhereInput },
  { member, dueOn }: { member?: string | undefined; dueOn: string | null },
): Promise<void> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  const to = member && { AND: [{ workspaceId, id: member, removedAt: null }, by] }
  if (to && (await tx.member.count({ where: to })) === 0)
    throw new AppError('invalid', 'Choose somebody of the list.', ['member'])
  const target = 'entryId' in columns ? { entryId: columns.entryId } : columns
  await tx.assignment.updateMany({
    where: { workspaceId, ...target, endedAt: null },
    data: { endedAt: new Date() },
  })
  if (!member) return
  const { id: assignmentId } = await tx.assignment
    .create({
      data: {
        ...{ workspaceId, ...columns, memberId: member, assignedBy: memberIdOf(viewer) },
        dueOn: dueOn ? new Date(dueOn) : null,
      },
      select: { id: true },
    })
    .catch((error: unknown) => {
      // Of two at once the second waits here, and is told of the first.
      if (isDatabaseError(error, 'P2002'))
        throw new AppError(
          'conflict',
          'Somebody assigned this a moment ago. Reload the page to see to whom.',
        )
      throw error
    })
  await notify(tx, viewer, { assignmentId }, new Map([[member, ['assigned'] as const]]))
}
