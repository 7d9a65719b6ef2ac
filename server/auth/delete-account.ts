import 'server-only'
import { randomUUID } from 'node:crypto'
import { FORMER_MEMBER } from '@/lib/account'
import { endAllAssigned } from '../assignments/end'
import { atThreshold, type Tx } from '../db'
import { AppError } from '../errors'
import { keepAudit } from '../history/record'
import { endWaysIn } from '../members/leaving'
import { lockMembers } from '../members/lock'
import { requirePassword } from './change-password'
import { membershipsOf, turnTo, type Membership } from './memberships'
import { mint } from './mint'
import type { Organizer } from './viewer'

/**
 * Deletes this person's account for good: address, password and sessions are gone, memberships and
 * every way in that they had or made end, and invitations forget the address. What they wrote stays the record's, under their name or without it,
 * as each workspace has decided.
 *
 * @throws AppError `unavailable` after too many tries, `invalid` for a wrong password, `conflict` for
 *   the last owner of a workspace.
 */
export async function deleteAccount(
  viewer: Organizer,
  password: string,
  address: string | null,
  now = new Date(),
): Promise<void> {
  const { accountId } = viewer
  await requirePassword(viewer, password, address, 'password', now)
  await atThreshold({ accountId }, async (tx) => {
    const account = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { name: true, email: true },
    })
    // In one order, so that two owners who delete their accounts at once wait for each other.
    const memberships = (await membershipsOf(tx, accountId)).sort((a, b) =>
      a.workspaceId < b.workspaceId ? -1 : 1,
    )
    for (const membership of memberships)
      await leaveBehind(tx, membership, { accountId, ...account }, now)
    await tx.account.delete({ where: { id: accountId } })
  })
}

// The membership stays, since what was written refers to it, and gets an account that nobody can
// sign in to: its hash is of no password, and no mail can reach its address.
async function leaveBehind(
  tx: Tx,
  { workspaceId, workspaceName, memberId, role, removedAt }: Membership,
  { accountId, name, email }: { accountId: string; name: string; email: string },
  now: Date,
): Promise<void> {
  await turnTo(tx, workspaceId)
  await lockMembers(tx, workspaceId)
  if (role === 'owner' && !removedAt && !(await hasAnotherOwner(tx, workspaceId, memberId)))
    throw new AppError(
      'conflict',
      `You are the last owner of ${workspaceName}. Make somebody else an owner there first.`,
    )
  const { keepsNames } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { keepsNames: true },
  })
  const id = randomUUID()
  await tx.account.create({
    data: {
      ...{ id, email: `${id}@deleted.invalid`, passwordHash: '' },
      name: keepsNames ? name : FORMER_MEMBER,
    },
  })
  await tx.member.updateMany({
    where: { workspaceId, id: memberId },
    data: { accountId: id, removedAt: removedAt ?? now, suspendedAt: null },
  })
  await tx.campaignMember.deleteMany({ where: { workspaceId, memberId } })
  const viewer = mint<Organizer>({ kind: 'organizer', workspaceId, accountId, memberId, role })
  // Whoever was removed before made nothing since.
  const held = removedAt ? 'viewer' : role
  await endWaysIn(tx, viewer, { workspaceId, memberId, accountId, email, role: held }, now)
  await endAllAssigned(tx, { workspaceId, memberId }, now)
  // Those that are unused are void first; of the others only the address goes.
  await tx.invitation.updateMany({
    where: { workspaceId, email, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  await tx.invitation.updateMany({ where: { workspaceId, email }, data: { email: '' } })
  await tx.campaignVisit.deleteMany({ where: { workspaceId, memberId } })
  await tx.notificationMessage.deleteMany({ where: { workspaceId, memberId } })
  await tx.notification.deleteMany({ where: { workspaceId, memberId } })
  await keepAudit(tx, viewer, 'remove', 'member', memberId)
}

async function hasAnotherOwner(tx: Tx, workspaceId: string, memberId: string): Promise<boolean> {
  const where = { workspaceId, role: 'owner', removedAt: null, id: { not: memberId } } as const
  return (await tx.member.count({ where })) > 0
}
