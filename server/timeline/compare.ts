import 'server-only'
import type { Counts } from '@/lib/timeline/counts'
import { noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { isUuid } from '../ids'
import { campaignsVisibleTo } from '../policy'
import { countEntries } from './counts/count-entries'
import { cachedCounts } from './counts/cached-counts'
import { filteredEntries } from './filter/where'

/** One side of a comparison: a campaign, or what concerns an organization within one. */
export type Side = { label: string; slug: string; organization: string | null; counts: Counts }

/**
 * Reads one side of a comparison: `campaign` and its counts, or those of an organization with its
 * divisions in the campaign at hand. Null where there is none that this member may see.
 */
export async function readSide(
  viewer: Viewer,
  here: { slug: string; campaignId: string },
  value: string,
): Promise<Side | null> {
  requireMember(viewer)
  const [what, key = ''] = value.split(':')
  return withViewer(viewer, async (tx) => {
    if (what === 'campaign') {
      const campaign = await tx.campaign.findFirst({
        where: { AND: [campaignsVisibleTo(viewer), { slug: key }] },
        select: { id: true, slug: true, title: true },
      })
      if (!campaign) return null
      const counts = await cachedCounts(tx, viewer, campaign.id)
      return { label: campaign.title, slug: campaign.slug, organization: null, counts }
    }
    if (what !== 'org' || !isUuid(key)) return null
    const organization = await tx.organization.findFirst({
      where: { workspaceId: viewer.workspaceId, id: key, trashedAt: null },
      select: { id: true, name: true },
    })
    if (!organization) return null
    const filter: TimelineFilter = { ...noFilter, organizations: [organization.id] }
    const where = await filteredEntries(tx, viewer, here.campaignId, filter)
    const counts = await countEntries(tx, where)
    return { label: organization.name, slug: here.slug, organization: organization.id, counts }
  })
}
