import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import { campaignsVisibleTo } from '../policy'

/** The plans that this viewer may see: members, those of the campaigns that they can open. No link shows one. */
export function plansVisibleTo(viewer: Viewer): Prisma.PlanWhereInput {
  if (viewer.kind === 'share') return { id: { in: [] } }
  return { workspaceId: viewer.workspaceId, campaign: campaignsVisibleTo(viewer) }
}

/** The plans that this viewer may change: editors all, a contributor their own. */
export function plansWritableBy(viewer: Viewer): Prisma.PlanWhereInput {
  if (viewer.kind !== 'organizer') return plansVisibleTo(viewer)
  if (viewer.role === 'viewer') return { id: { in: [] } }
  const own = viewer.role === 'contributor' ? { createdBy: viewer.memberId } : {}
  return { AND: [plansVisibleTo(viewer), own] }
}
