import 'server-only'
import type { AccessOverview } from '@/lib/access'
import { liveTokensAt, tokenSelect, toListings } from '../auth/api-tokens'
import { openSessionsAt } from '../auth/session-store'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'

const MOST = 2_000
/** More browsers than these are counted. */
const MOST_DEVICES = 20

/**
 * Everybody and everything that can get at the workspace's record, beside the links to readers.
 * Of sessions it says which browsers, in the words by which their own member sees them, and when each was used last.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function accessOverview(viewer: Viewer, now = new Date()): Promise<AccessOverview> {
  requireRole(viewer, 'owner')
  const { workspaceId } = viewer
  return withViewer(viewer, async (tx) => {
    const members = await tx.member.findMany({
      where: { workspaceId, OR: [{ removedAt: null }, { suspendedAt: { not: null } }] },
      select: {
        ...{ id: true, role: true, accountId: true, suspendedAt: true },
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
    const open = {
      accountId: { in: members.map(({ accountId }) => accountId) },
      ...openSessionsAt(now),
    }
    const counted = await tx.session.groupBy({ by: ['accountId'], where: open, _count: true })
    const sessions = await tx.session.findMany({
      where: open,
      select: { id: true, accountId: true, device: true, seenAt: true, expiresAt: true },
      orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
      take: MOST,
    })
    const resets = await tx.passwordReset.findMany({
      where: {
        accountId: { in: members.map(({ accountId }) => accountId) },
        expiresAt: { gt: now },
      },
      select: { accountId: true, expiresAt: true },
      orderBy: { expiresAt: 'asc' },
      take: MOST,
    })
    const resetUntil = new Map(resets.map((one) => [one.accountId, one.expiresAt.toISOString()]))
    const told = await tx.session.groupBy({
      by: ['accountId'],
      where: {
        accountId: { in: members.map(({ accountId }) => accountId) },
        ...{ expiresAt: { gt: now }, push: { isNot: null } },
      },
      _count: true,
    })
    const pushes = new Map(told.map((one) => [one.accountId, one._count]))
    const signedIn = new Map(counted.map((one) => [one.accountId, one._count]))
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
      members: members.map(({ id, role, accountId, suspendedAt, account }) => ({
        ...{ id, role, name: account.name, suspended: suspendedAt !== null },
        resetUntil: resetUntil.get(accountId) ?? null,
        sessions: signedIn.get(accountId) ?? 0,
        devices: sessions
          .filter((one) => one.accountId === accountId)
          .slice(0, MOST_DEVICES)
          .map((one) => ({
            ...{ id: one.id, device: one.device },
            seenAt: one.seenAt.toISOString(),
            expiresAt: one.expiresAt.toISOString(),
          })),
        pushes: pushes.get(accountId) ?? 0,
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
