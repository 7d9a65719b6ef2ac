import 'server-only'
import { atThreshold, type Tx } from '../db'
import { hasExpired } from '../shares/expiry'
import { hashShareToken, isShareToken } from '../shares/token'
import { unlocks, type Lock } from '../shares/unlock'
import { mint } from './mint'
import type { ShareReader } from './viewer'

/**
 * What is behind a token. `locked` asks for a password; its `lock` names the cookie that opens it.
 * `lock` of an open link is null where there is no password.
 */
export type OpenedShare =
  | { state: 'open'; reader: ShareReader; lock: Lock | null }
  | { state: 'locked'; lock: Lock; passwordHash: string }

/**
 * Opens the link of a token; null for one that is unknown, revoked or expired, whose keeper has
 * left, or whose campaign is in the trash. A malformed token costs no query.
 *
 * Nothing is remembered between requests: a link that was ended is dead from the next one on.
 *
 * @param cookie gives the value of the cookie that unlocks this link, where the browser sent one.
 */
export async function openShare(
  token: string,
  cookie: (lock: Lock) => string | undefined,
  now = new Date(),
): Promise<OpenedShare | null> {
  if (!isShareToken(token)) return null
  const shareTokenHash = hashShareToken(token)
  return atThreshold({ shareTokenHash }, async (tx) => {
    const link = await tx.shareLink.findUnique({
      where: { tokenHash: shareTokenHash },
      select: {
        workspaceId: true,
        campaignId: true,
        id: true,
        lens: true,
        expiresAt: true,
        keptBy: true,
        passwordHash: true,
        passwordVersion: true,
      },
    })
    if (!link || hasExpired(link.expiresAt, now)) return null
    const { workspaceId, campaignId, id: shareLinkId, lens, passwordHash, passwordVersion } = link
    // The token shows the link alone; whether it was ended is the workspace's to tell.
    await tx.$executeRaw`select set_config('app.workspace_id', ${workspaceId}, true)`
    if (await hasEnded(tx, { ...link, shareLinkId })) return null
    const reader = { kind: 'share', workspaceId, campaignId, shareLinkId, lens } as const
    if (passwordHash === null)
      return { state: 'open', reader: mint<ShareReader>(reader), lock: null }
    const lock = { shareLinkId, passwordVersion }
    return unlocks(cookie(lock), lock, now)
      ? { state: 'open', reader: mint<ShareReader>(reader), lock }
      : { state: 'locked', lock, passwordHash }
  })
}

/** Who reads with a token that asks for no password; null for every other. */
export async function shareReaderFor(token: string, now = new Date()): Promise<ShareReader | null> {
  const opened = await openShare(token, () => undefined, now)
  return opened?.state === 'open' ? opened.reader : null
}

async function hasEnded(
  tx: Tx,
  link: { workspaceId: string; campaignId: string; shareLinkId: string; keptBy: string | null },
): Promise<boolean> {
  const { workspaceId, campaignId, shareLinkId, keptBy } = link
  const revoked = await tx.shareRevocation.findUnique({
    where: { workspaceId_shareLinkId: { workspaceId, shareLinkId } },
    select: { shareLinkId: true },
  })
  if (revoked) return true
  if (keptBy !== null) {
    const keeper = await tx.member.findFirst({
      where: { workspaceId, id: keptBy, removedAt: null },
      select: { id: true },
    })
    if (!keeper) return true
  }
  const campaign = await tx.campaign.findFirst({
    where: { workspaceId, id: campaignId, trashedAt: null },
    select: { id: true },
  })
  return !campaign
}
