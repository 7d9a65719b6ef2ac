import 'server-only'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { campaignsVisibleTo } from '../policy'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignSelect, toCampaign, type Campaign } from './dto'

/** Lists the workspace's campaigns by title, with the number of entries that a member may see. */
export async function listCampaigns(viewer: Viewer): Promise<Campaign[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const rows = await tx.campaign.findMany({
      where: campaignsVisibleTo(viewer),
      select: campaignSelect,
      orderBy: { title: 'asc' },
      take: 500,
    })
    return rows.map(toCampaign)
  })
}

/**
 * Reads one campaign by its slug.
 *
 * @throws AppError `not_found` when it is missing or hidden.
 */
export async function getCampaign(viewer: Viewer, slug: string): Promise<Campaign> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => campaignBySlug(tx, viewer, slug))
}

/** The same inside a transaction that is already open, for the other queries of a page. */
export async function campaignBySlug(tx: Tx, viewer: Viewer, slug: string): Promise<Campaign> {
  const row = await tx.campaign.findFirst({
    where: { ...campaignsVisibleTo(viewer), slug },
    select: campaignSelect,
  })
  if (!row) throw notFound('campaign')
  return toCampaign(row)
}
