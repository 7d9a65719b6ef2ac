import 'server-only'
import { requireRole, type Viewer } from '../auth/viewer'
import { notify } from '../comments/notify'
import type { Tx } from '../db'

/**
 * Notifies everybody who has a role or an open task in a plan that something about it changed, once
 * each.
 *
 * @returns how many were notified.
 * @throws AppError `forbidden` for a viewer.
 */
export async function tellThoseWithAPart(tx: Tx, viewer: Viewer, planId: string): Promise<number> {
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
  let told = 0
  for (const { id: assignmentId, memberId } of rows)
    if (await tellOfChange(tx, viewer, { assignmentId, memberId })) told += 1
  return told
}

/**
 * Notifies one member who has a part in a plan of a change.
 *
 * @returns whether they want to hear of it, and did not make it themselves.
 * @throws AppError `forbidden` for a viewer.
 */
export async function tellOfChange(
  tx: Tx,
  viewer: Viewer,
  { assignmentId, memberId }: { assignmentId: string; memberId: string },
): Promise<boolean> {
  const to = new Map([[memberId, ['plan_changed'] as const]])
  return (await notify(tx, viewer, { assignmentId }, to)).length > 0
}
