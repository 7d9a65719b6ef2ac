import 'server-only'
import type { Viewer } from '../auth/viewer'
import { entriesVisibleTo } from '../policy'

/**
 * Names those who see the same entries of a campaign: two viewers under one condition of the policy
 * may share what was counted for one of them.
 */
export function eyesOf(viewer: Viewer, campaignId: string): string {
  return JSON.stringify([viewer.kind === 'share', campaignId, entriesVisibleTo(viewer)])
}
