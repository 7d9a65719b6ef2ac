import 'server-only'
import type { AccessOverview } from '@/lib/access'
import { liveTokensAt, tokenSelect, toListings } from '../auth/api-tokens'
import { openSessionsAt } from '../auth/session-store'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'

const MOST = 2_000

/**
 * Everybody and everything that can get at the workspace's record, beside the links to readers.
 * Of sessions it says how many there are and when one was used last, not where.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function accessOverview(viewer: Viewer, now = new Date()): Promise<AccessOverview> {
  requireRole(viewer, 'owner')
  const { workspaceId } = viewer
  return withViewer(viewer, async (tx) => {
    const members = await tx.member.findMany({
      where: { workspaceId, removedAt: null },
      select: {
        ...{ id: true, role: true, accountId: true },
        account: {
          select: {
            ...{ name: true, secondStep: { select: { confirmedAt: true } } },
            _count: { select: { passkeys: true } },
          },
        },
      },
      orderBy: [{ account: { name: 'asc' } }, { id: 'asc' }],
      take: MOST,
    })
    const sessions = await tx.session.groupBy({
      by: ['accountId'],
      where: {
        accountId: { in: members.map(({ accountId }) => accountId) },
        ...openSessionsAt(now),
      },
      _count: true,
      _max: { seenAt: true },
    })
    const signedIn = new Map(sessions.map((one) => [one.accountId, one]))
    const restricted = await tx.campaign.findMany({
      where: { workspaceId, trashedAt: null, restriction: { isNot: null } },
      select: {
        ...{ id: true, slug: true, title: true },
        members: {
          where: { member: { removedAt: null } },
          select: { member: { select: { id: true, account: { select: { name: true } } } } },
          orderBy: { member: { account: { name: 'asc' } } },
        },
      },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
      take: MOST,
    })
    const invitations = await tx.invitation.findMany({
      where: { workspaceId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      select: { id: true, email: true, role: true, expiresAt: true },
      orderBy: { expiresAt: 'asc' },
      take: MOST,
    })
    const feeds = await tx.calendarFeed.findMany({
      where: { workspaceId, endedAt: null, campaign: { trashedAt: null } },
      select: {
        ...{ id: true, createdAt: true, campaign: { select: { title: true } } },
        member: { select: { account: { select: { name: true } } } },
      },
      orderBy: { createdAt: 'desc' },
      take: MOST,
    })
    const tokens = await tx.apiToken.findMany({
      where: { workspaceId, ...liveTokensAt(now), member: { removedAt: null } },
      select: { ...tokenSelect, member: { select: { account: { select: { name: true } } } } },
      orderBy: { createdAt: 'desc' },
      take: MOST,
    })
    const listed = await toListings(tx, tokens)
    return {
      members: members.map(({ id, role, accountId, account }) => ({
        ...{ id, role, name: account.name },
        sessions: signedIn.get(accountId)?._count ?? 0,
        seenAt: signedIn.get(accountId)?._max.seenAt?.toISOString() ?? null,
        hasCodes: Boolean(account.secondStep?.confirmedAt),
        passkeys: account._count.passkeys,
      })),
      restricted: restricted.map(({ members: inside, ...campaign }) => ({
        ...campaign,
        members: inside.map(({ member }) => ({ id: member.id, name: member.account.name })),
      })),
      invitations: invitations.map(({ expiresAt, ...one }) => ({
        ...one,
        expiresAt: expiresAt.toISOString(),
      })),
      calendars: feeds.map(({ id, createdAt, campaign, member }) => ({
        ...{ id, member: member.account.name, campaign: campaign.title },
        createdAt: createdAt.toISOString(),
      })),
      tokens: listed.map((one, index) => ({
        ...one,
        member: tokens[index]?.member.account.name ?? '',
      })),
    }
  })
}
