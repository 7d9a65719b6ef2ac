import 'server-only'
import { reachEveryCampaign, type Tx } from '../db'

/**
 * An address that no campaign has, as near as can be to the one that is wanted. An address is taken by a
 * campaign that the viewer may not open, too: the rest of the transaction reaches those as well.
 */
export async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  await reachEveryCampaign(tx)
  const taken = await tx.campaign.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
    take: 1_000,
  })
  const slugs = new Set(taken.map(({ slug }) => slug))
  if (!slugs.has(wanted)) return wanted
  for (let number = 2; ; number += 1)
    if (!slugs.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
