import 'server-only'
import { atThreshold } from '../db'
import { memberWhoMay } from './member-who-may'
import { mint } from './mint'
import { hashToken } from './tokens'
import type { Organizer } from './viewer'

/** A calendar that asks: the member whose address it has, with the role of this moment. */
export type OpenedFeed = { viewer: Organizer; campaignId: string }

/**
 * Who is behind the token of a calendar address; null for one that is unknown or was ended, whose
 * member has left or still has to set up one-time codes, or whose campaign is in the trash. A malformed token costs no query.
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
    const member = await memberWhoMay(tx, workspaceId, feed.memberId)
    const campaign = await tx.campaign.findFirst({
      where: { workspaceId, id: campaignId, trashedAt: null },
      select: { id: true },
    })
    if (!member || !campaign) return null
    const { memberId } = feed
    return {
      viewer: mint<Organizer>({ kind: 'organizer', workspaceId, memberId, ...member }),
      campaignId,
    }
  })
}
