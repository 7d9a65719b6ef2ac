import 'server-only'
import { atThreshold } from '../db'
import { hasExpired } from '../shares/expiry'
import { hashShareToken, isShareToken } from '../shares/token'
import { mint } from './mint'
import type { ShareReader } from './viewer'

/**
 * Who reads with a share link's token; null for one that is unknown, revoked or expired, and for
 * a campaign in the trash. A malformed token costs no query.
 *
 * Nothing is remembered between requests: a link that was ended is dead from the next one on.
 */
export async function shareReaderFor(token: string, now = new Date()): Promise<ShareReader | null> {
  if (!isShareToken(token)) return null
  const shareTokenHash = hashShareToken(token)
  return atThreshold({ shareTokenHash }, async (tx) => {
    const link = await tx.shareLink.findUnique({
      where: { tokenHash: shareTokenHash },
      select: { workspaceId: true, campaignId: true, id: true, lens: true, expiresAt: true },
    })
    if (!link || hasExpired(link.expiresAt, now)) return null
    const { workspaceId, campaignId, id: shareLinkId, lens } = link
    // The token shows the link alone; whether it was ended is the workspace's to tell.
    await tx.$executeRaw`select set_config('app.workspace_id', ${workspaceId}, true)`
    const revoked = await tx.shareRevocation.findUnique({
      where: { workspaceId_shareLinkId: { workspaceId, shareLinkId } },
      select: { shareLinkId: true },
    })
    if (revoked) return null
    const campaign = await tx.campaign.findFirst({
      where: { workspaceId, id: campaignId, trashedAt: null },
      select: { id: true },
    })
    if (!campaign) return null
    return mint<ShareReader>({ kind: 'share', workspaceId, campaignId, shareLinkId, lens })
  })
}
