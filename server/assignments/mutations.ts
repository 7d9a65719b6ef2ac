import 'server-only'
import type { AssignedAbout } from '@/lib/assignments'
import type { AssignmentInput } from '@/lib/schemas/assignment'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { keepAudit } from '../history/record'
import { giveTo } from './give'
import { assignable } from './queries'

/**
 * Hands a draft, a review or a follow-up to a member, with a day or without, and notifies them; or
 * takes it back where no member is named. Whoever had it before has it no longer.
 *
 * @returns whether they were notified.
 * @throws AppError `forbidden` for a viewer, `not_found` for what this member may not hand over,
 *   `invalid` for somebody who could not do it.
 */
export async function assign(
  viewer: Viewer,
  about: AssignedAbout,
  { member, dueOn }: AssignmentInput,
): Promise<{ told: boolean }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const found = await assignable(tx, viewer, about)
    if (!found) throw notFound(about.record === 'entry' ? 'entry' : 'follow-up')
    const told = await giveTo(tx, viewer, found, { member, dueOn })
    await keepAudit(tx, viewer, 'update', about.record, about.id, ['assignment'])
    return { told }
  })
}
