import 'server-only'
import type { InvitationListing, MemberListing } from '@/lib/members'
import { mayPublish, memberIdOf, requireMember, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { liveAt } from '../shares/links/expiry'

const MOST = 2_000

/**
 * Lists the workspace's members by name, suspended ones too; e-mail addresses, and how many links they
 * keep, are for editors and owners.
 */
export async function listMembers(viewer: Viewer, now = new Date()): Promise<MemberListing[]> {
  requireMember(viewer)
  const own = memberIdOf(viewer)
  return withViewer(viewer, async (tx) => {
    const rows = await tx.member.findMany({
      where: {
        workspaceId: viewer.workspaceId,
        OR: [{ removedAt: null }, { suspendedAt: { not: null } }],
      },
      select: {
        id: true,
        role: true,
        joinedAt: true,
        suspendedAt: true,
        account: { select: { name: true, email: true } },
      },
      orderBy: [{ account: { name: 'asc' } }, { id: 'asc' }],
      take: MOST,
    })
    const kept = mayPublish(viewer) ? await keptLinks(tx, viewer, now) : new Map<string, number>()
    return rows.map(({ id, role, joinedAt, suspendedAt, account }) => ({
      ...{ id, role, name: account.name },
      email: mayPublish(viewer) || id === own ? account.email : '',
      joinedAt: joinedAt.toISOString(),
      own: id === own,
      suspended: suspendedAt !== null,
      links: kept.get(id) ?? 0,
    }))
  })
}

async function keptLinks(tx: Tx, { workspaceId }: Viewer, now: Date): Promise<Map<string, number>> {
  const rows = await tx.shareLink.groupBy({
    by: ['keptBy'],
    where: { AND: [{ workspaceId }, liveAt(now)] },
    _count: true,
  })
  return new Map(rows.flatMap(({ keptBy, _count }) => (keptBy ? [[keptBy, _count]] : [])))
}

/**
 * Lists the invitations that can still be used, the newest first. Their addresses were shown once
 * and are kept nowhere.
 *
 * @throws AppError `forbidden` below editor.
 */
export async function listInvitations(
  viewer: Viewer,
  now = new Date(),
): Promise<InvitationListing[]> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const rows = await tx.invitation.findMany({
      where: {
        ...{ workspaceId: viewer.workspaceId, usedAt: null, revokedAt: null },
        expiresAt: { gt: now },
      },
      select: {
        id: true,
        email: true,
        role: true,
        expiresAt: true,
        inviter: { select: { account: { select: { name: true } } } },
      },
      orderBy: { createdAt: 'desc' },
      take: MOST,
    })
    return rows.map(({ expiresAt, inviter, ...row }) => ({
      ...row,
      expiresAt: expiresAt.toISOString(),
      by: inviter?.account.name ?? null,
    }))
  })
}
