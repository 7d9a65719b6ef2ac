import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'

/**
 * The present members who can open a campaign: everyone, or its own and the owners where it is
 * restricted. What is in no campaign (null) is open to all.
 */
export async function membersWhoOpen(
  tx: Tx,
  { workspaceId }: Pick<Viewer, 'workspaceId'>,
  campaignId: string | null,
): Promise<Prisma.MemberWhereInput> {
  const present = { workspaceId, removedAt: null }
  if (!campaignId) return present
  const restricted = await tx.campaignRestriction.count({ where: { workspaceId, campaignId } })
  if (restricted === 0) return present
  return { ...present, OR: [{ role: 'owner' }, { campaigns: { some: { campaignId } } }] }
}
