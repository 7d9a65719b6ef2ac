import 'server-only'
import type { DemandDto } from '@/lib/record'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { dayAsked } from './as-of'
import { demandSelect, demandsVisibleTo, toDemand } from './dto'
import { audienceOf } from './audience'

const MOST_DEMANDS = 2_000

/** A campaign's demands by number, each with its standings of an ISO day as this viewer may know them. */
export async function demandsOf(
  tx: Tx,
  viewer: Viewer,
  campaign: { id: string; timeZone: string },
  asOf?: string,
): Promise<DemandDto[]> {
  const rows = await tx.demand.findMany({
    where: { AND: [demandsVisibleTo(viewer), { campaignId: campaign.id }] },
    select: demandSelect(viewer),
    orderBy: { number: 'asc' },
    take: MOST_DEMANDS,
  })
  const day = dayAsked(asOf, campaign.timeZone)
  const audience = await audienceOf(
    tx,
    viewer,
    rows.flatMap(({ assessments }) => assessments),
  )
  return rows.map((row) => toDemand(row, day, audience))
}
