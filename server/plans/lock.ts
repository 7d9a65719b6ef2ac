import 'server-only'
import { requireRole, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError, notFound } from '../errors'
import { isUuid } from '../ids'
import { plansWritableBy } from './visible'

/**
 * A plan that this viewer may change, held until the end of the transaction, so that of two who change
 * it at once the second sees what the first did.
 *
 * @throws AppError `forbidden` for a viewer, `not_found`.
 */
export async function lockedPlan(tx: Tx, viewer: Viewer, id: string) {
  requireRole(viewer, 'contributor')
  if (!isUuid(id)) throw notFound('plan')
  await tx.$queryRaw`select 1 as held from plan where id = ${id}::uuid for no key update`
  const row = await tx.plan.findFirst({
    where: { AND: [plansWritableBy(viewer), { id }] },
    select: {
      ...{ id: true, campaignId: true, version: true, outcome: true, reason: true, entryId: true },
      ...{ edtf: true, firstDay: true, lastDay: true, timeOfDay: true, place: true },
    },
  })
  if (!row) throw notFound('plan')
  return row
}

/**
 * Refuses what is done to a plan of which something has become already.
 *
 * @throws AppError `conflict`.
 */
export function requirePlanned({ outcome }: { outcome: string | null }): void {
  if (outcome === null) return
  const words = outcome === 'happened' ? 'It has happened.' : 'It was called off.'
  throw new AppError('conflict', `${words} Undo that first.`)
}
