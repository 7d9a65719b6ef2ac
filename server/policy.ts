import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from './auth/viewer'

/**
 * The entries that this viewer may see, as a condition for reads and updates alike. Editors see
 * all; a contributor the published and their own; viewers and share readers the published.
 */
export function entriesVisibleTo(viewer: Viewer): Prisma.EntryWhereInput {
  const present = { workspaceId: viewer.workspaceId, trashedAt: null }
  if (viewer.kind === 'share')
    return { ...present, campaignId: viewer.campaignId, status: 'published' }
  if (viewer.kind === 'system') return present
  switch (viewer.role) {
    case 'owner':
    case 'editor':
      return present
    case 'contributor':
      return { ...present, OR: [{ status: 'published' }, { createdBy: viewer.memberId }] }
    case 'viewer':
      return { ...present, status: 'published' }
  }
}

/** The entries that this viewer may change: a contributor their own that are not published. */
export function entriesWritableBy(viewer: Viewer): Prisma.EntryWhereInput {
  if (viewer.kind === 'share' || (viewer.kind === 'organizer' && viewer.role === 'viewer'))
    return { id: { in: [] } }
  const visible = entriesVisibleTo(viewer)
  if (viewer.kind === 'organizer' && viewer.role === 'contributor') {
    return { AND: [visible, { createdBy: viewer.memberId, status: { not: 'published' } }] }
  }
  return visible
}

/** The campaigns that this viewer may see: a share reader's own one, a member's workspace's. */
export function campaignsVisibleTo(viewer: Viewer): Prisma.CampaignWhereInput {
  const present = { workspaceId: viewer.workspaceId, trashedAt: null }
  return viewer.kind === 'share' ? { ...present, id: viewer.campaignId } : present
}
