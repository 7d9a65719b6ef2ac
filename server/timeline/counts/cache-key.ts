import 'server-only'
import type { Viewer } from '../../auth/viewer'
import { entriesVisibleTo } from '../../policy'

/**
 * The key under which something counted in a campaign is cached: two viewers to whom the policy
 * gives the same entries have the same one.
 */
export function cacheKey(viewer: Viewer, campaignId: string): string {
  return JSON.stringify([viewer.kind === 'share', campaignId, entriesVisibleTo(viewer)])
}
