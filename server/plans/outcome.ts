import 'server-only'
import { isoDayOf, todayIn } from '@/lib/dates/days'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { lockedPlan, requirePlanned } from './lock'
import { tellThoseWithAPart } from './tell'

/**
 * Says that a planned action was called off, and why. Whoever has a part in it is notified.
 *
 * @returns how many were notified.
 * @throws AppError `forbidden` for a viewer, `not_found`, `conflict` where something has become of it.
 */
export async function callOff(
  viewer: Viewer,
  id: string,
  reason: string,
): Promise<{ told: number }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    requirePlanned(await lockedPlan(tx, viewer, id))
    await tx.plan.updateMany({
      where: { id },
      data: {
        ...{ outcome: 'called_off', reason },
        ...{ decidedBy: memberIdOf(viewer), decidedAt: new Date() },
      },
    })
    await keepAudit(tx, viewer, 'update', 'plan', id, ['outcome'])
    return { told: await tellThoseWithAPart(tx, viewer, id) }
  })
}

/**
 * Takes back what was said to have become of a plan: it is planned again. An entry that was logged for
 * it stays.
 *
 * @throws AppError `forbidden` for a viewer, `not_found`, `conflict` where it is still planned.
 */
export async function planAgain(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const { outcome } = await lockedPlan(tx, viewer, id)
    if (outcome === null) throw new AppError('conflict', 'It is still planned.')
    await tx.plan.updateMany({
      where: { id },
      data: { outcome: null, reason: '', decidedBy: null, decidedAt: null, entryId: null },
    })
    await keepAudit(tx, viewer, 'restore', 'plan', id, ['outcome'])
    if (outcome === 'called_off') await tellThoseWithAPart(tx, viewer, id)
  })
}

/**
 * Says that a planned action happened, as an entry tells that is logged in the same transaction.
 *
 * @throws AppError `forbidden` for a viewer, `not_found` where the plan is not of the entry's campaign,
 *   `conflict` where something has become of it, `invalid` at the date where that is still to come.
 */
export async function happenedAs(
  tx: Tx,
  viewer: Viewer,
  id: string,
  entry: { id: string; campaignId: string },
): Promise<void> {
  const plan = await lockedPlan(tx, viewer, id)
  if (plan.campaignId !== entry.campaignId) throw notFound('plan')
  requirePlanned(plan)
  await requireNotAhead(tx, entry.id)
  await tx.plan.updateMany({
    where: { id },
    data: {
      ...{ outcome: 'happened', entryId: entry.id },
      ...{ decidedBy: memberIdOf(viewer), decidedAt: new Date() },
    },
  })
  await keepAudit(tx, viewer, 'update', 'plan', id, ['outcome'])
}

// What is said to have happened tomorrow would stand in the record, and on its links, as a fact.
async function requireNotAhead(tx: Tx, entryId: string): Promise<void> {
  const { firstDay, campaign } = await tx.entry.findFirstOrThrow({
    where: { id: entryId },
    select: { firstDay: true, campaign: { select: { timeZone: true } } },
  })
  if (isoDayOf(firstDay) <= todayIn(campaign.timeZone)) return
  throw new AppError(
    'invalid',
    'This day is still to come. Enter the day on which it happened, or move the plan if it is now on another day.',
    ['date'],
  )
}
