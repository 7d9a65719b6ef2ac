import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { PlanMoveInput } from '@/lib/schemas/plan'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError } from '../errors'
import { keepAudit } from '../history/record'
import { moveVersion } from './dto'
import { lockedPlan, requirePlanned } from './lock'
import { refuse } from './part-checks'
import { tellThoseWithAPart } from './tell'

type When = { edtf: string; firstDay: Date; lastDay: Date; timeOfDay: string | null; place: string }

/**
 * Moves a planned action to another time or place. The earlier ones stay with it, and whoever has a
 * part in it is notified.
 *
 * @returns how many were notified.
 * @throws AppError `forbidden` for a viewer, `not_found`, `conflict` where something has become of it,
 *   `invalid` where nothing changes; ConflictError where somebody else moved it, or took a move back,
 *   since the form was opened.
 */
export async function movePlan(
  viewer: Viewer,
  id: string,
  { date, place, reason, version }: PlanMoveInput,
): Promise<{ told: number }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const { edtf, firstDay, lastDay, timeOfDay, ...plan } = await lockedPlan(tx, viewer, id)
    requirePlanned(plan)
    if (edtf === date.edtf && timeOfDay === date.time && plan.place === place)
      throw new AppError('invalid', 'It is planned for then and there already.', ['date'])
    await refuseStaleMove(tx, { ...plan, edtf, timeOfDay }, { date, place, version })
    const { workspaceId } = viewer
    await tx.planMove.create({
      data: {
        ...{ workspaceId, planId: id, edtf, firstDay, lastDay, timeOfDay, place: plan.place },
        ...{ reason, movedBy: memberIdOf(viewer) },
      },
      select: { id: true },
    })
    const to = { firstDay: new Date(date.firstDay), lastDay: new Date(date.lastDay), place }
    await setWhen(tx, id, { ...to, edtf: date.edtf, timeOfDay: date.time })
    await keepAudit(tx, viewer, 'update', 'plan', id, ['date', 'place'])
    return { told: await tellThoseWithAPart(tx, viewer, id) }
  })
}

/**
 * Takes the last move of a plan back, as a mistake.
 *
 * @param move the last one, as it was shown: pressed twice, or after another move, nothing is taken back.
 * @throws AppError `forbidden` for a viewer, `not_found`, `conflict` where something has become of it
 *   or that is not its last move.
 */
export async function undoMove(viewer: Viewer, id: string, move: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    requirePlanned(await lockedPlan(tx, viewer, id))
    const last = await tx.planMove.findFirst({
      where: { planId: id, takenBackAt: null },
      select: {
        ...{ id: true, edtf: true, firstDay: true, lastDay: true, timeOfDay: true, place: true },
      },
      orderBy: { id: 'desc' },
    })
    if (last?.id !== move)
      throw new AppError(
        'conflict',
        'This move was undone already, or it was moved again since. Reload the page to see when it is planned.',
      )
    const { id: moveId, ...before } = last
    await tx.planMove.updateMany({ where: { id: moveId }, data: { takenBackAt: new Date() } })
    await setWhen(tx, id, before)
    await keepAudit(tx, viewer, 'restore', 'plan', id, ['date', 'place'])
    await tellThoseWithAPart(tx, viewer, id)
  })
}

async function refuseStaleMove(
  tx: Tx,
  plan: { id: string; edtf: string; timeOfDay: string | null; place: string },
  { date, place, version }: Pick<PlanMoveInput, 'date' | 'place' | 'version'>,
): Promise<void> {
  const moves = await tx.planMove.findMany({
    where: { planId: plan.id },
    select: { takenBackAt: true },
  })
  const now = moveVersion(moves)
  if (version === undefined || version === now) return
  const then = dateInWords(plan.edtf, { time: plan.timeOfDay })
  refuse(now, [
    {
      ...{ field: 'date', label: 'New day and time' },
      ...{ yours: dateInWords(date.edtf, { time: date.time }), theirs: then },
    },
    { field: 'place', label: 'Where', yours: place, theirs: plan.place },
  ])
}

// Whoever has a role has it on the day, whichever that is.
async function setWhen(tx: Tx, id: string, when: When): Promise<void> {
  await tx.plan.updateMany({ where: { id }, data: when })
  await tx.assignment.updateMany({
    where: { planRole: { planId: id }, endedAt: null },
    data: { dueOn: new Date(isoDayOf(when.firstDay)) },
  })
}
