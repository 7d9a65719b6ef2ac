import 'server-only'
import { memberIdOf, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { notFound } from '../errors'

/**
 * Reads a demand's campaign and holds the demand until the transaction ends, so that two at once do
 * not assess or propose the same thing.
 *
 * @throws AppError `not_found` when it is missing or in the trash.
 */
export async function lockedDemand(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 as locked from demand where id = ${id}::uuid for no key update`
  const demand = await tx.demand.findFirst({
    where: { id, trashedAt: null },
    select: { campaignId: true },
  })
  if (!demand) throw notFound('demand')
  return demand
}

/** The columns that say who decided an assessment, when, and why. */
export function decided(viewer: Viewer, state: 'confirmed' | 'rejected', decisionReason: string) {
  return { state, decidedBy: memberIdOf(viewer), decidedAt: new Date(), decisionReason }
}
