import 'server-only'
import type { LockDownCounts } from '@/lib/access'
import { liveTokensAt } from '../auth/api-tokens'
import { openSessionsAt } from '../auth/session-store'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { keepAudit } from '../history/record'
import { endMessages } from '../mail/plan'
import { lockMembers } from '../members/lock'
import { announceChange } from '../shares/links/announce'
import { liveAt } from '../shares/links/expiry'

/**
 * What a lock-down would end at this moment.
 *
 * @param sessionId the browser that would stay signed in.
 * @throws AppError `forbidden` below owner.
 */
export async function lockDownPreview(
  viewer: Viewer,
  sessionId: string | null,
  now = new Date(),
): Promise<LockDownCounts> {
  requireRole(viewer, 'owner')
  return withViewer(viewer, async (tx) => ({
    links: await tx.shareLink.count({ where: openLinks(viewer, now) }),
    sessions: await tx.session.count({
      where: sessionsOf(
        (await accountsOf(tx, viewer)).map(({ id }) => id),
        sessionId,
        now,
      ),
    }),
    invitations: await tx.invitation.count({ where: openInvitations(viewer, now) }),
    calendars: await tx.calendarFeed.count({ where: liveFeeds(viewer) }),
    tokens: await tx.apiToken.count({ where: liveTokens(viewer, now) }),
    webhooks: await tx.webhook.count({ where: liveWebhooks(viewer) }),
    pushes: await tx.pushSubscription.count({
      where: pushesOf(
        (await accountsOf(tx, viewer)).map(({ id }) => id),
        sessionId,
      ),
    }),
  }))
}

/**
 * Closes every way into the workspace but this browser's, in one transaction: links are paused,
 * other sessions of its members end, also in their other workspaces, invitations, links for forgotten passwords, the addresses of
 * calendars and API tokens are void. Links are resumed one by one, under Shares; members sign in again.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function lockDown(
  viewer: Viewer,
  sessionId: string | null,
  now = new Date(),
): Promise<LockDownCounts> {
  requireRole(viewer, 'owner')
  return withViewer(viewer, async (tx) => {
    // What is being made at this moment is there afterwards, or is refused (`requireStillIn`).
    await lockMembers(tx, viewer.workspaceId)
    await tx.workspace.updateMany({
      where: { id: viewer.workspaceId },
      data: { lockDowns: { increment: 1 } },
    })
    const links = await tx.shareLink.findMany({
      where: openLinks(viewer, now),
      select: { id: true, tokenHash: true },
    })
    // Also those that are over: the end of one can be taken back for a minute.
    await tx.shareLink.updateMany({
      where: { workspaceId: viewer.workspaceId, pausedAt: null },
      data: { pausedAt: now },
    })
    // Those that a restored copy paused already are looked at one by one, too.
    await tx.shareLink.updateMany({
      where: { workspaceId: viewer.workspaceId },
      data: { lockedDown: true },
    })
    for (const { id, tokenHash } of links) {
      await keepAudit(tx, viewer, 'update', 'share', id, ['paused'])
      await announceChange(tx, tokenHash)
    }
    const members = await accountsOf(tx, viewer)
    const accounts = members.map(({ id }) => id)
    // Of browsers that nobody used for a day, too, which count as signed in nowhere.
    const pushes = await tx.pushSubscription.deleteMany({ where: pushesOf(accounts, sessionId) })
    const sessions = await tx.session.deleteMany({
      where: sessionsOf(accounts, sessionId, now),
    })
    await endMessages(tx, { workspaceId: viewer.workspaceId })
    await tx.pendingSignIn.deleteMany({ where: { accountId: { in: accounts } } })
    await tx.passwordReset.deleteMany({ where: { accountId: { in: accounts } } })
    await tx.resetRequest.deleteMany({
      where: { email: { in: members.map(({ email }) => email) } },
    })
    const invitations = await tx.invitation.updateMany({
      where: openInvitations(viewer, now),
      data: { revokedAt: now },
    })
    const calendars = await tx.calendarFeed.updateMany({
      where: liveFeeds(viewer),
      data: { endedAt: now },
    })
    const tokens = await tx.apiToken.updateMany({
      where: liveTokens(viewer, now),
      data: { endedAt: now },
    })
    const webhooks = await tx.webhook.updateMany({
      where: liveWebhooks(viewer),
      data: { endedAt: now },
    })
    await keepAudit(tx, viewer, 'update', 'workspace', viewer.workspaceId, ['lockDown'])
    return {
      links: links.length,
      sessions: sessions.count,
      invitations: invitations.count,
      calendars: calendars.count,
      tokens: tokens.count,
      webhooks: webhooks.count,
      pushes: pushes.count,
    }
  })
}

const openLinks = ({ workspaceId }: Viewer, now: Date) => ({
  AND: [{ workspaceId, pausedAt: null }, liveAt(now)],
})
const openInvitations = ({ workspaceId }: Viewer, now: Date) => ({
  ...{ workspaceId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
})
const liveTokens = ({ workspaceId }: Viewer, now: Date) => ({
  ...{ workspaceId, ...liveTokensAt(now) },
})
const liveWebhooks = ({ workspaceId }: Viewer) => ({ workspaceId, endedAt: null })
const liveFeeds = ({ workspaceId }: Viewer) => ({ workspaceId, endedAt: null })

async function accountsOf(
  tx: Tx,
  { workspaceId }: Viewer,
): Promise<{ id: string; email: string }[]> {
  const members = await tx.member.findMany({
    where: { workspaceId, removedAt: null },
    select: { account: { select: { id: true, email: true } } },
  })
  return members.map(({ account }) => account)
}

function pushesOf(accounts: string[], sessionId: string | null) {
  return {
    session: { accountId: { in: accounts } },
    ...(sessionId !== null && { sessionId: { not: sessionId } }),
  }
}

// An account has one session for all of its workspaces, so it ends in the others too.
function sessionsOf(accounts: string[], sessionId: string | null, now: Date) {
  return {
    ...{ accountId: { in: accounts }, ...openSessionsAt(now) },
    ...(sessionId !== null && { id: { not: sessionId } }),
  }
}
