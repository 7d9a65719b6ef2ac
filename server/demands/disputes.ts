import 'server-only'
import type { DisputeInput } from '@/lib/schemas/demand'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { keepAudit } from '../history/record'
import { newId } from '../ids'
import { citationSource } from '../sources/find-or-create'
import { assessmentsVisibleTo, demandsVisibleTo } from './dto'

/**
 * Records that somebody disputes a confirmed standing, with their reason and where it stands. The
 * standing stays what it is: a change of it is a new assessment.
 *
 * @throws AppError `forbidden` below editor, `not_found`, `invalid` for a source that is not there.
 */
export async function disputeStanding(viewer: Viewer, input: DisputeInput): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const { assessment: assessmentId, reason, saidBy, source } = input
    const found = await tx.assessment.findFirst({
      where: {
        AND: [
          assessmentsVisibleTo(viewer),
          { id: assessmentId, state: 'confirmed', demand: demandsVisibleTo(viewer) },
        ],
      },
      select: { id: true },
    })
    if (!found) throw notFound('standing')
    const id = newId()
    await tx.dispute.create({
      data: { workspaceId, id, assessmentId, reason, saidBy },
      select: { id: true },
    })
    if (source) {
      const sourceId = await citationSource(tx, viewer, { source }, [])
      await tx.citation.create({
        data: { workspaceId, disputeId: id, sourceId },
        select: { id: true },
      })
    }
    await keepAudit(tx, viewer, 'update', 'assessment', assessmentId, ['disputes'])
  })
}

/**
 * Takes back that a standing is disputed, or puts it back. It stays in the history either way.
 *
 * @throws AppError `forbidden` below editor, `not_found`.
 */
export async function takeBackDispute(viewer: Viewer, id: string, takenBack = true): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const where = {
      id,
      assessment: { AND: [assessmentsVisibleTo(viewer), { demand: demandsVisibleTo(viewer) }] },
    }
    const found = await tx.dispute.findFirst({ where, select: { assessmentId: true } })
    if (!found?.assessmentId) throw notFound('dispute')
    const now = new Date()
    const data = { takenBackAt: takenBack ? now : null, changedAt: now }
    await tx.dispute.updateMany({ where: { id }, data })
    await keepAudit(tx, viewer, 'update', 'assessment', found.assessmentId, ['disputes'])
  })
}
