import 'server-only'
import { atThreshold } from '../db'
import { mint } from './mint'
import { hashToken } from './tokens'
import type { Organizer } from './viewer'

/** A calendar that asks: the member whose address it has, with the role of this moment. */
export type OpenedFeed = { viewer: Organizer; campaignId: string }

/**
 * Who is behind the token of a calendar address; null for one that is unknown or was ended, whose
 * member has left, or whose campaign is in the trash. A malformed token costs no query.
 */
export async function openFeed(token: string): Promise<OpenedFeed | null> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  return atThreshold({ feedTokenHash: tokenHash }, async (tx) => {
    const feed = await tx.calendarFeed.findUnique({
      where: { tokenHash },
      select: { workspaceId: true, campaignId: true, memberId: true, endedAt: true },
    })
    if (!feed || feed.endedAt) return null
    const { workspaceId, campaignId } = feed
    // The token shows its own row alone; whether the member is still one is the workspace's to tell.
    await tx.$executeRaw`select set_config('app.workspace_id', ${workspaceId}, true)`
    await tx.$executeRaw`
      select set_config('app.hidden_campaigns', campaigns_hidden_from(${feed.memberId}::uuid, null)::text, true)`
    const member = await tx.member.findFirst({
      where: { workspaceId, id: feed.memberId, removedAt: null },
      select: { id: true, accountId: true, role: true },
    })
    const campaign = await tx.campaign.findFirst({
      where: { workspaceId, id: campaignId, trashedAt: null },
      select: { id: true },
    })
    if (!member || !campaign) return null
    const { id: memberId, accountId, role } = member
    return {
      viewer: mint<Organizer>({ kind: 'organizer', workspaceId, accountId, memberId, role }),
      campaignId,
    }
  })
}
