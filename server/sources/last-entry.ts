import 'server-only'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { entriesVisibleTo } from '../policy'

/** The entry of a campaign that was logged last from a source, as this viewer may see; null for none. */
export async function lastEntryFrom(
  viewer: Viewer,
  campaignId: string,
  sourceId: string,
): Promise<string | null> {
  requireMember(viewer)
  const entry = await withViewer(viewer, (tx) =>
    tx.entry.findFirst({
      where: { AND: [entriesVisibleTo(viewer), { campaignId, citations: { some: { sourceId } } }] },
      select: { id: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  )
  return entry?.id ?? null
}
