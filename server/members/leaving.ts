import 'server-only'
import type { MemberRole } from '@/prisma/generated/client'
import { rememberEpoch } from '../auth/epoch'
import { turnTo } from '../auth/memberships'
import { requireRole, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'
import { keepAudit } from '../history/record'
import { isUuid } from '../ids'
import { endMessages } from '../mail/plan'
import { announceChange } from '../shares/links/announce'
import { standingEnd } from '../shares/links/ending'
import { liveAt } from '../shares/links/expiry'

export type Leaver = {
  workspaceId: string
  memberId: string
  accountId: string
  email: string
  role: MemberRole
}

/**
 * Ends every way in that somebody has, for good: sessions, also in their other workspaces, since whoever
 * has their phone may be signed in there, links for a forgotten password, tokens, calendar
 * addresses, webhooks, invitations that wait, and mail and push. Nothing of it comes back with them.
 */
export async function endWaysIn(tx: Tx, viewer: Viewer, leaver: Leaver, now: Date): Promise<void> {
  const { workspaceId, memberId, accountId, email, role } = leaver
  // What is pushed to a browser goes with its session.
  await tx.session.deleteMany({ where: { accountId } })
  await tx.pendingSignIn.deleteMany({ where: { accountId } })
  await tx.passwordReset.deleteMany({ where: { accountId } })
  await tx.resetRequest.deleteMany({ where: { email } })
  await tx.apiToken.updateMany({ where: { memberId, endedAt: null }, data: { endedAt: now } })
  await revokeInvitationsOf(tx, viewer, memberId, now)
  if (role === 'owner') await endOwnersWays(tx, viewer, memberId, now)
  await endMessages(tx, { workspaceId, memberId })
  // Pages of theirs that are in memory would be read on.
  const links = { AND: [{ workspaceId, keptBy: memberId }, liveAt(now)] }
  for (const { tokenHash } of await tx.shareLink.findMany({
    where: links,
    select: { tokenHash: true },
  }))
    await announceChange(tx, tokenHash)
  await tx.calendarFeed.updateMany({
    where: { workspaceId, memberId, endedAt: null },
    data: { endedAt: now },
  })
}

/**
 * Ends what only owners can make, and what works without them: webhooks, by which they would go on hearing of the
 * record, and links for forgotten passwords of others, by which they could come back as these.
 *
 * @returns how many webhooks
 */
export async function endOwnersWays(
  tx: Tx,
  viewer: Viewer,
  memberId: string,
  now: Date,
): Promise<number> {
  const { workspaceId } = viewer
  await tx.passwordReset.deleteMany({ where: { account: { members: { some: { workspaceId } } } } })
  const live = { workspaceId, createdBy: memberId, endedAt: null }
  const webhooks = await tx.webhook.findMany({ where: live, select: { id: true } })
  for (const { id } of webhooks) {
    await tx.webhook.updateMany({ where: { ...live, id }, data: { endedAt: now } })
    await keepAudit(tx, viewer, 'revoke', 'webhook', id)
  }
  return webhooks.length
}

/** Makes the invitations void that somebody made, who could have invited an address of their own before they left. */
export async function revokeInvitationsOf(tx: Tx, viewer: Viewer, memberId: string, now: Date) {
  const { workspaceId } = viewer
  const open = {
    ...{ workspaceId, invitedBy: memberId, usedAt: null, revokedAt: null },
    expiresAt: { gt: now },
  }
  const invitations = await tx.invitation.findMany({ where: open, select: { id: true } })
  for (const { id } of invitations) {
    await tx.invitation.updateMany({ where: { ...open, id }, data: { revokedAt: now } })
    await keepAudit(tx, viewer, 'revoke', 'invitation', id)
  }
}

/**
 * Hands the links that somebody keeps to another editor or owner, before they go: the others end.
 *
 * @returns how many there were.
 * @throws AppError `forbidden` below editor, `invalid` at `keeper` for whoever cannot keep links.
 */
export async function handLinksOver(
  tx: Tx,
  viewer: Viewer,
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<number> {
  requireRole(viewer, 'editor')
  const { workspaceId } = viewer
  const refused = new AppError('invalid', 'Choose another editor or owner.', ['keeper'])
  if (!isUuid(to)) throw refused
  const keeper = await tx.member.findFirst({
    where: {
      ...{ workspaceId, removedAt: null, role: { in: ['owner', 'editor'] } },
      AND: [{ id: to }, { id: { not: from } }],
    },
    select: { id: true },
  })
  if (!keeper) throw refused
  const where = { AND: [{ workspaceId, keptBy: from }, liveAt(now)] }
  const links = await tx.shareLink.findMany({ where, select: { id: true, tokenHash: true } })
  for (const { id, tokenHash } of links) {
    await tx.shareLink.updateMany({ where: { workspaceId, id }, data: { keptBy: keeper.id } })
    await keepAudit(tx, viewer, 'update', 'share', id, ['keptBy'])
    await announceChange(tx, tokenHash)
  }
  return links.length
}

/**
 * Ends the links that somebody kept who was removed and comes back: what was over for their readers
 * does not open again because of an invitation. Whoever invited them ended these links; they did not.
 */
export async function endLinksOfReturned(
  tx: Tx,
  {
    workspaceId,
    memberId,
    invitedBy,
  }: Pick<Leaver, 'workspaceId' | 'memberId'> & { invitedBy: string | null },
): Promise<void> {
  await turnTo(tx, workspaceId)
  const links = await tx.shareLink.findMany({
    where: { workspaceId, keptBy: memberId, revocations: { none: standingEnd } },
    select: { id: true, tokenHash: true },
  })
  for (const { id, tokenHash } of links) {
    await tx.shareRevocation.create({
      data: { workspaceId, shareLinkId: id, revokedBy: invitedBy },
      select: { id: true },
    })
    await tx.auditEvent.create({
      data: {
        ...{ workspaceId, memberId: invitedBy },
        ...{ action: 'revoke', record: 'share', recordId: id },
      },
    })
    await announceChange(tx, tokenHash)
  }
  if (links.length > 0) await rememberEpoch(tx)
}
