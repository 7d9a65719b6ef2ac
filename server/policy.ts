import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { campaignsInReach, type Viewer } from './auth/viewer'

// A campaign in the trash takes all that is in it along.
const IN_PRESENT_CAMPAIGN = { campaign: { trashedAt: null } } satisfies Prisma.EntryWhereInput

/**
 * The entries that this viewer may see, as a condition for reads and updates alike. Editors see
 * all, a contributor the published and their own, viewers and share readers the published.
 */
export function entriesVisibleTo(viewer: Viewer): Prisma.EntryWhereInput {
  return { ...inReachOf(viewer), ...ofToken(viewer), ...IN_PRESENT_CAMPAIGN, trashedAt: null }
}

/** The entries that this viewer may change: a contributor their own that are not published. */
export function entriesWritableBy(viewer: Viewer): Prisma.EntryWhereInput {
  return { ...inHandsOf(viewer), ...ofToken(viewer), ...IN_PRESENT_CAMPAIGN, trashedAt: null }
}

/** The entries in the trash that this viewer may bring back. */
export function entriesRestorableBy(viewer: Viewer): Prisma.EntryWhereInput {
  return {
    ...inHandsOf(viewer),
    ...ofToken(viewer),
    ...IN_PRESENT_CAMPAIGN,
    trashedAt: { not: null },
  }
}

// A share reader's one campaign is said with its reach.
function ofToken(viewer: Viewer): { campaignId?: { in: string[] } } {
  const ids = campaignsInReach(viewer)
  return ids ? { campaignId: { in: ids } } : {}
}

function inReachOf(viewer: Viewer): Prisma.EntryWhereInput {
  const { workspaceId } = viewer
  if (viewer.kind === 'share')
    return { workspaceId, campaignId: viewer.campaignId, status: 'published' }
  if (viewer.kind === 'system') return { workspaceId }
  switch (viewer.role) {
    case 'owner':
    case 'editor':
      return { workspaceId }
    case 'contributor':
      return { workspaceId, OR: [{ status: 'published' }, { createdBy: viewer.memberId }] }
    case 'viewer':
      return { workspaceId, status: 'published' }
  }
}

function inHandsOf(viewer: Viewer): Prisma.EntryWhereInput {
  if (viewer.kind === 'share' || (viewer.kind === 'organizer' && viewer.role === 'viewer'))
    return { id: { in: [] } }
  if (viewer.kind === 'organizer' && viewer.role === 'contributor') {
    return {
      workspaceId: viewer.workspaceId,
      createdBy: viewer.memberId,
      status: { not: 'published' },
    }
  }
  return inReachOf(viewer)
}

/**
 * The campaigns that this viewer may see: a share reader's own one, a member's workspace's, and of
 * those what a token was made for.
 */
export function campaignsVisibleTo(viewer: Viewer): Prisma.CampaignWhereInput {
  const present = { workspaceId: viewer.workspaceId, trashedAt: null }
  if (viewer.kind === 'share') return { ...present, id: viewer.campaignId }
  const ids = campaignsInReach(viewer)
  return ids ? { ...present, id: { in: ids } } : present
}
