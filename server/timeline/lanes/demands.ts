import 'server-only'
import { demandLine } from '@/lib/timeline/lanes/demand-line'
import type { DemandLine } from '@/lib/timeline/lanes/sheet'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { readClocks } from '../../demands/clock'
import { demandSelect, demandsVisibleTo, toDemand } from '../../demands/dto'
import { visibleSql } from '../filter/visible'

/**
 * The lines of some demands of a campaign, by number: from when each was raised to its answers and
 * its end, as this member may see it. Those that no entry raises have none.
 *
 * @param today ISO day in the campaign's zone.
 */
export async function demandLines(
  tx: Tx,
  viewer: Viewer,
  { campaignId, numbers, today }: { campaignId: string; numbers: number[]; today: string },
): Promise<Map<number, DemandLine>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx.demand.findMany({
    where: { AND: [demandsVisibleTo(viewer), { campaignId, number: { in: numbers } }] },
    select: demandSelect(viewer),
  })
  const clocks = await readClocks(tx, viewer, {
    demands: Prisma.sql`d.campaign_id = ${campaignId}::uuid and d.number = any(${numbers}::int[])`,
    entries: visibleSql(viewer),
    asOf: today,
  })
  const withhold = (text: string) => text
  const audience = { titles: new Map<string, string>(), withhold, viewer }
  const lines = new Map<number, DemandLine>()
  for (const row of rows) {
    const { targets } = toDemand(row, today, audience)
    const line = demandLine(
      row.number,
      targets.map(({ id, standing, since }) => ({ facts: clocks.at(row.id, id), standing, since })),
      { raised: clocks.at(row.id, '').raised, today },
    )
    if (line) lines.set(row.number, line)
  }
  return lines
}
