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
 * @returns whether they were notified, which nobody is of what they do themselves or do not want to hear of
 * @throws AppError `forbidden` for a viewer, `invalid` at `member` for somebody who could not do it,
 *   `conflict` where somebody else gives it to another at the same moment.
 */
export async function giveTo(
  tx: Tx,
  viewer: Viewer,
  { columns, by }: { columns: AssignedColumns; by: Prisma.MemberWhereInput },
  { member, dueOn }: { member?: string | undefined; dueOn: string | null },
): Promise<boolean> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  const those = member && { AND: [{ workspaceId, id: member, removedAt: null }, by] }
  if (those && (await tx.member.count({ where: those })) === 0)
    throw new AppError('invalid', 'Choose somebody of the list.', ['member'])
  const target = 'entryId' in columns ? { entryId: columns.entryId } : columns
  await tx.assignment.updateMany({
    where: { workspaceId, ...target, endedAt: null },
    data: { endedAt: new Date() },
  })
  if (!member) return false
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
  const to = new Map([[member, ['assigned'] as const]])
  return (await notify(tx, viewer, { assignmentId }, to)).length > 0
}
