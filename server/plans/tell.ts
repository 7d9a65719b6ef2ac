import 'server-only'
import { requireRole, type Viewer } from '../auth/viewer'
import { notify } from '../comments/notify'
import type { Tx } from '../db'

/**
 * Notifies everybody who has a role or an open task in a plan that something about it changed, once
 * each.
 *
 * @throws AppError `forbidden` for a viewer.
 */
export async function tellThoseWithAPart(tx: Tx, viewer: Viewer, planId: string): Promise<void> {
  requireRole(viewer, 'contributor')
  const rows = await tx.assignment.findMany({
    where: {
      endedAt: null,
      member: { removedAt: null },
      OR: [
        { planRole: { planId, removedAt: null } },
        { planTask: { planId, removedAt: null, doneAt: null } },
      ],
    },
    select: { id: true, memberId: true },
    orderBy: [{ memberId: 'asc' }, { id: 'asc' }],
    distinct: ['memberId'],
  })
  for (const { id: assignmentId, memberId } of rows)
    await notify(tx, viewer, { assignmentId }, new Map([[memberId, ['plan_changed'] as const]]))
}
