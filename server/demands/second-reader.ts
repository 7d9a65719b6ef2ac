import 'server-only'
import { todayIn } from '@/lib/dates/days'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { entriesVisibleTo } from '../policy'
import { assessmentsVisibleTo, demandsVisibleTo } from './dto'

/**
 * Says that a second person compared a confirmed standing with its evidence. An assessment is never
 * changed, and the next one at that target is unchecked.
 *
 * @throws AppError `forbidden` below contributor and for whoever confirmed it, `not_found`, `conflict`
 *   where there is no evidence that they can see.
 */
export async function checkStanding(viewer: Viewer, id: string, now = new Date()): Promise<void> {
  requireRole(viewer, 'contributor')
  const member = memberIdOf(viewer)
  if (member === null) throw new AppError('forbidden', 'Only a member can check a standing.')
  await withViewer(viewer, async (tx) => {
    const { decidedBy, entryId, demand } = await confirmed(tx, viewer, id)
    if (decidedBy === member)
      throw new AppError('forbidden', 'Ask somebody else: you confirmed this standing.')
    if (!(await seesEvidence(tx, viewer, entryId)))
      throw new AppError('conflict', 'There is no evidence here that you can compare it with.')
    await tx.assessment.updateMany({
      where: { id },
      data: { checkedBy: member, checkedOn: new Date(todayIn(demand.campaign.timeZone, now)) },
    })
    await keepAudit(tx, viewer, 'update', 'assessment', id, ['checked'])
  })
}

/**
 * Takes the check of a standing away: whoever doubts it may.
 *
 * @throws AppError `forbidden` below contributor, `not_found`.
 */
export async function uncheckStanding(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    await confirmed(tx, viewer, id)
    const { count } = await tx.assessment.updateMany({
      where: { id, checkedOn: { not: null } },
      data: { checkedBy: null, checkedOn: null },
    })
    if (count > 0) await keepAudit(tx, viewer, 'update', 'assessment', id, ['checked'])
  })
}

async function confirmed(tx: Tx, viewer: Viewer, id: string) {
  const found = await tx.assessment.findFirst({
    where: {
      AND: [
        assessmentsVisibleTo(viewer),
        { id, state: 'confirmed', demand: demandsVisibleTo(viewer) },
      ],
    },
    select: {
      decidedBy: true,
      entryId: true,
      demand: { select: { campaign: { select: { timeZone: true } } } },
    },
  })
  if (!found) throw notFound('standing')
  return found
}

async function seesEvidence(tx: Tx, viewer: Viewer, id: string | null): Promise<boolean> {
  if (id === null) return false
  const where = { AND: [entriesVisibleTo(viewer), { id }] }
  return (await tx.entry.findFirst({ where, select: { id: true } })) !== null
}
