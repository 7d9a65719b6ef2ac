import 'server-only'
import type { InviteInput } from '@/lib/schemas/member'
import type { MemberRole, Prisma } from '@/prisma/generated/client'
import { endAllAssigned, endBeyondRole } from '../assignments/end'
import { hashToken, newToken } from '../auth/tokens'
import { atMost, memberIdOf, requireMember, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { env } from '../env'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { isUuid } from '../ids'
import {
  endWaysIn,
  endOwnersWays,
  handLinksOver,
  revokeInvitationsOf,
  type Leaver,
} from './leaving'
import { lockMembers, requireStillIn } from './lock'
import { presentOrSuspended } from './present'

const INVITATION_MS = 48 * 60 * 60_000

/**
 * Invites somebody by e-mail address as a role, never one above the inviter's own. Nothing is
 * sent: the inviter hands the address over. An earlier invitation of the same address is void.
 *
 * @returns the address that opens it, which is shown once: only a hash of its token is kept.
 * @throws AppError `forbidden` below editor and for a role above one's own; `conflict` for somebody
 *   who is a member already, and for whoever lost the role for it meanwhile.
 */
export async function inviteMember(
  viewer: Viewer,
  { email, role }: InviteInput,
  now = new Date(),
): Promise<{ id: string; url: string; expiresAt: string }> {
  requireRole(viewer, 'editor')
  if (role === 'owner') requireRole(viewer, 'owner')
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  const expiresAt = new Date(now.getTime() + INVITATION_MS)
  return withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    // Two invitations of one address at once wait for each other.
    await lockMembers(tx, workspaceId)
    await requireStillIn(tx, viewer)
    const member = await tx.member.findFirst({
      where: { workspaceId, account: { email }, ...presentOrSuspended },
      select: { suspendedAt: true },
    })
    if (member)
      throw new AppError(
        'conflict',
        member.suspendedAt
          ? 'Somebody with this address is suspended. An owner can restore them.'
          : 'Somebody with this address is a member already.',
      )
    await tx.invitation.updateMany({
      where: { workspaceId, email, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    })
    const { id } = await tx.invitation.create({
      data: {
        ...{ workspaceId, tokenHash, email, role, expiresAt },
        invitedBy: memberIdOf(viewer),
        createdAt: now,
      },
      select: { id: true },
    })
    await keepAudit(tx, viewer, 'create', 'invitation', id)
    const url = new URL(`/invitation/${token}`, env().url).href
    return { id, url, expiresAt: expiresAt.toISOString() }
  })
}

/**
 * Takes an invitation back that nobody has used.
 *
 * @throws AppError `forbidden` below editor, `not_found` when there is none to take back.
 */
export async function revokeInvitation(
  viewer: Viewer,
  id: string,
  now = new Date(),
): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { workspaceId: viewer.workspaceId, id, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    })
    if (count === 0) throw notFound('invitation')
    await keepAudit(tx, viewer, 'revoke', 'invitation', id)
  })
}

/**
 * Gives a member another role, from their next request on. Links of somebody who may not share any
 * more go on, kept by the owner who says so, or by another one where owners step down themselves.
 *
 * @returns how many links have another keeper now, and how many webhooks of theirs have ended.
 * @throws AppError `forbidden` below owner, `not_found`, `conflict` for the last owner.
 */
export async function changeRole(
  viewer: Viewer,
  memberId: string,
  role: MemberRole,
  now = new Date(),
): Promise<{ links: number; webhooks: number }> {
  requireRole(viewer, 'owner')
  return withViewer(viewer, async (tx) => {
    const member = await lockedMember(tx, viewer, memberId)
    if (member.role === role) return { links: 0, webhooks: 0 }
    if (member.role === 'owner') await requireAnotherOwner(tx, viewer, memberId)
    await tx.member.updateMany({ where: { id: memberId }, data: { role } })
    let links = 0
    if (atMost(member.role, 'editor') === 'editor' && atMost(role, 'editor') !== 'editor') {
      const own = memberIdOf(viewer)
      const to =
        own === null || own === memberId ? await requireAnotherOwner(tx, viewer, memberId) : own
      links = await handLinksOver(tx, viewer, { from: memberId, to }, now)
    }
    // Nobody gives a role above their own, also not by an invitation from before.
    if (atMost(member.role, role) !== member.role)
      await revokeInvitationsOf(tx, viewer, memberId, now)
    await endBeyondRole(tx, { workspaceId: viewer.workspaceId, memberId }, role, now)
    const webhooks = member.role === 'owner' ? await endOwnersWays(tx, viewer, memberId, now) : 0
    await keepAudit(tx, viewer, 'update', 'member', memberId, ['role'])
    return { links, webhooks }
  })
}

/**
 * Removes a member, suspended or not, or leaves: they are signed out everywhere, links that they keep
 * end or are handed over, and their name stays on what they wrote.
 *
 * @param keeper the editor or owner who keeps their links from now on; the links end without one.
 * @throws AppError `forbidden` for another member's removal below owner and for handing links over
 *   below editor, `invalid` for a keeper who may not share, `not_found`, `conflict` for the last owner.
 */
export async function removeMember(
  viewer: Viewer,
  memberId: string,
  keeper: string | null = null,
  now = new Date(),
): Promise<void> {
  requireMember(viewer)
  if (memberIdOf(viewer) !== memberId) requireRole(viewer, 'owner')
  await withViewer(viewer, async (tx) => {
    const { role, leaver } = await lockedMember(tx, viewer, memberId, presentOrSuspended)
    if (role === 'owner') await requireAnotherOwner(tx, viewer, memberId)
    if (keeper !== null) await handLinksOver(tx, viewer, { from: memberId, to: keeper }, now)
    const data = { removedAt: now, suspendedAt: null }
    await tx.member.updateMany({ where: { id: memberId }, data })
    await endWaysIn(tx, viewer, leaver, now)
    // Whoever is invited again is not let into a restricted campaign by that.
    await tx.campaignMember.deleteMany({ where: { workspaceId: viewer.workspaceId, memberId } })
    await endAllAssigned(tx, { workspaceId: viewer.workspaceId, memberId }, now)
    await keepAudit(tx, viewer, 'remove', 'member', memberId)
  })
}

/**
 * Suspends a member: they are removed until an owner restores them, and every way in that they have ends.
 *
 * @throws AppError `forbidden` below owner and for oneself, `not_found`.
 */
export async function suspendMember(
  viewer: Viewer,
  memberId: string,
  now = new Date(),
): Promise<void> {
  requireRole(viewer, 'owner')
  if (memberIdOf(viewer) === memberId)
    throw new AppError('forbidden', 'You cannot suspend yourself. Ask another owner.')
  await withViewer(viewer, async (tx) => {
    const { role, leaver } = await lockedMember(tx, viewer, memberId)
    if (role === 'owner') await requireAnotherOwner(tx, viewer, memberId)
    const data = { removedAt: now, suspendedAt: now }
    await tx.member.updateMany({ where: { id: memberId }, data })
    await endWaysIn(tx, viewer, leaver, now)
    await keepAudit(tx, viewer, 'update', 'member', memberId, ['suspended'])
  })
}

/**
 * Restores a suspended member, with the role that they had. They sign in again; links that they
 * keep work again.
 *
 * @throws AppError `forbidden` below owner, `not_found` for somebody who is not suspended.
 */
export async function restoreMember(viewer: Viewer, memberId: string): Promise<void> {
  requireRole(viewer, 'owner')
  await withViewer(viewer, async (tx) => {
    await lockedMember(tx, viewer, memberId, { suspendedAt: { not: null } })
    const data = { removedAt: null, suspendedAt: null }
    await tx.member.updateMany({ where: { id: memberId }, data })
    await keepAudit(tx, viewer, 'update', 'member', memberId, ['suspended'])
  })
}

async function lockedMember(
  tx: Tx,
  viewer: Viewer,
  id: string,
  which: Prisma.MemberWhereInput = { removedAt: null },
): Promise<{ role: MemberRole; leaver: Leaver }> {
  if (!isUuid(id)) throw notFound('member')
  const { workspaceId } = viewer
  await lockMembers(tx, workspaceId)
  const member = await tx.member.findFirst({
    where: { AND: [{ workspaceId, id }, which] },
    select: { role: true, accountId: true, account: { select: { email: true } } },
  })
  if (!member) throw notFound('member')
  const { role, accountId, account } = member
  const { email } = account
  return { role, leaver: { workspaceId, memberId: id, accountId, email, role } }
}

async function requireAnotherOwner(tx: Tx, viewer: Viewer, id: string): Promise<string> {
  const other = await tx.member.findFirst({
    where: {
      workspaceId: viewer.workspaceId,
      role: 'owner',
      removedAt: null,
      id: { not: id },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  if (other) return other.id
  throw new AppError(
    'conflict',
    'A workspace has at least one owner, and this is the last one. Make somebody else an owner first.',
  )
}
