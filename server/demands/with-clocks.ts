import 'server-only'
import type { LedgerDemand } from '@/lib/demands/ledger'
import type { DemandDto } from '@/lib/record'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { readClocks } from './clock'

/** Puts the clocks of the targets beside demands that were read already. */
export async function withClocks(
  tx: Tx,
  viewer: Viewer,
  demands: DemandDto[],
  scope: { entries: Prisma.Sql; asOf: string; withhold?: (text: string) => string },
): Promise<LedgerDemand[]> {
  const ids = demands.map(({ id }) => id)
  if (ids.length === 0) return []
  const clocks = await readClocks(tx, viewer, {
    ...scope,
    demands: Prisma.sql`d.id = any(${ids}::uuid[])`,
  })
  return demands.map((demand) => ({
    ...demand,
    targets: demand.targets.map((target) => ({
      ...target,
      clock: clocks.at(demand.id, target.id),
    })),
  }))
}
