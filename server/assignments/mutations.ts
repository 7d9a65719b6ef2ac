import 'server-only'
import type { AssignedAbout } from '@/lib/assignments'
import type { AssignmentInput } from '@/lib/schemas/assignment'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { notify } from '../comments/notify'
import { withViewer } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { assignable } from './queries'

/**
 * Hands a draft, a review or a follow-up to a member, with a day or without, and notifies them; or
 * takes it back where no member is named. Whoever had it before has it no longer.
 *
 * @throws AppError `forbidden` for a viewer, `not_found` for what this member may not hand over,
 *   `invalid` for somebody who could not do it.
 */
export async function assign(
  viewer: Viewer,
  about: AssignedAbout,
  { member, dueOn }: AssignmentInput,
): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const found = await assignable(tx, viewer, about)
    if (!found) throw notFound(about.record === 'entry' ? 'entry' : 'follow-up')
    const { columns, by } = found
    const to = member && { AND: [{ workspaceId, id: member, removedAt: null }, by] }
    if (to && (await tx.member.count({ where: to })) === 0)
      throw new AppError('invalid', 'Choose somebody of the list.', ['member'])
    const target = 'entryId' in columns ? { entryId: columns.entryId } : columns
    await tx.assignment.updateMany({
      where: { workspaceId, ...target, endedAt: null },
      data: { endedAt: new Date() },
    })
    if (member) {
      const assignedBy = memberIdOf(viewer)
      const { id: assignmentId } = await tx.assignment.create({
        data: {
          ...{ workspaceId, ...columns, memberId: member, assignedBy },
          dueOn: dueOn ? new Date(dueOn) : null,
        },
        select: { id: true },
      })
      await notify(tx, viewer, { assignmentId }, new Map([[member, ['assigned'] as const]]))
    }
    await keepAudit(tx, viewer, 'update', about.record, about.id, ['assignment'])
  })
}
