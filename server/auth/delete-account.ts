import 'server-only'
import { randomUUID } from 'node:crypto'
import { FORMER_MEMBER } from '@/lib/account'
import { endAllAssigned } from '../assignments/end'
import { atThreshold, withViewer, type Tx } from '../db'
import { AppError } from '../errors'
import { keepAudit } from '../history/record'
import { endWaysIn } from '../members/leaving'
import { lockMembers } from '../members/lock'
import { requirePassword } from './change-password'
import { membershipsOf, turnTo, type Membership } from './memberships'
import { mint } from './mint'
import { requireRole, type Organizer, type SystemJob } from './viewer'
import { systemViewer } from './viewers'

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
    await erase(tx, accountId, now, (viewer) =>
      keepAudit(tx, viewer, 'remove', 'member', viewer.memberId),
    )
  })
}

/** As long as what is in the trash: who was removed by mistake is invited again until then. */
const LEFT_MS = 30 * 86_400_000

/**
 * Erases the accounts of people who left a workspace, or were removed from it, and have been a member
 * nowhere for 30 days: they cannot sign in to do it themselves. Who is suspended stays.
 *
 * @returns how many were erased.
 */
export async function eraseFormerAccounts(viewer: SystemJob, now = new Date()): Promise<number> {
  requireRole(viewer, 'owner')
  const before = new Date(now.getTime() - LEFT_MS)
  const left = await withViewer(viewer, (tx) =>
    tx.member.findMany({
      where: {
        ...{ workspaceId: viewer.workspaceId, removedAt: { lt: before }, suspendedAt: null },
        account: { email: { not: { endsWith: GONE } } },
      },
      select: { accountId: true },
    }),
  )
  let erased = 0
  for (const { accountId } of left)
    await atThreshold({ accountId }, async (tx) => {
      // Whoever accepts an invitation meanwhile waits, and then has no account.
      await tx.$queryRaw`select 1 as locked from account where id = ${accountId}::uuid for update`
      const elsewhere = await tx.member.count({
        where: {
          accountId,
          OR: [{ removedAt: null }, { removedAt: { gte: before } }, { suspendedAt: { not: null } }],
        },
      })
      if (elsewhere > 0) return
      await erase(tx, accountId, now, ({ workspaceId, memberId }) =>
        keepAudit(tx, systemViewer(workspaceId), 'purge', 'member', memberId),
      )
      erased += 1
    })
  return erased
}

const GONE = '@deleted.invalid'

async function erase(
  tx: Tx,
  accountId: string,
  now: Date,
  note: (former: Organizer) => Promise<unknown>,
): Promise<void> {
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { name: true, email: true },
  })
  // In one order, so that two owners who delete their accounts at once wait for each other.
  const memberships = (await membershipsOf(tx, accountId)).sort((a, b) =>
    a.workspaceId < b.workspaceId ? -1 : 1,
  )
  for (const membership of memberships)
    await note(await leaveBehind(tx, membership, { accountId, ...account }, now))
  await tx.account.delete({ where: { id: accountId } })
}

// The membership stays, since what was written refers to it, and gets an account that nobody can
// sign in to: its hash is of no password, and no mail can reach its address.
async function leaveBehind(
  tx: Tx,
  { workspaceId, workspaceName, memberId, role, removedAt }: Membership,
  { accountId, name, email }: { accountId: string; name: string; email: string },
  now: Date,
): Promise<Organizer> {
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
      ...{ id, email: `${id}${GONE}`, passwordHash: '' },
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
  return viewer
}

async function hasAnotherOwner(tx: Tx, workspaceId: string, memberId: string): Promise<boolean> {
  const where = { workspaceId, role: 'owner', removedAt: null, id: { not: memberId } } as const
  return (await tx.member.count({ where })) > 0
}
