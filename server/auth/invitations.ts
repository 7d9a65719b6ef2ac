import 'server-only'
import { randomUUID } from 'node:crypto'
import type { AcceptInput } from '@/lib/schemas/member'
import type { MemberRole } from '@/prisma/generated/client'
import { endAllAssigned } from '../assignments/end'
import { atThreshold, type Tx } from '../db'
import { AppError } from '../errors'
import { endLinksOfReturned } from '../members/leaving'
import { noteLimit } from './account-notes'
import { forgiveAttempt, refusalOf } from './limits'
import { hashPassword, passwordTrouble, verifyPassword } from './passwords'
import type { Proof } from './proof'
import { hashToken } from './tokens'

/** What somebody who opens an invitation is told: not for whom it is, which they must know. */
export type OpenInvitation = { workspaceName: string; role: MemberRole }

type Found = {
  id: string
  workspaceId: string
  email: string
  role: MemberRole
  invitedBy: string | null
}

/** What an invitation's token opens now, or null. Looking at it uses nothing up. */
export async function openInvitation(
  token: string,
  now = new Date(),
): Promise<OpenInvitation | null> {
  const found = await liveInvitation(token, now)
  if (!found) return null
  const workspace = await atThreshold({ workspaceId: found.workspaceId }, (tx) =>
    tx.workspace.findUnique({ where: { id: found.workspaceId }, select: { name: true } }),
  )
  return workspace && { workspaceName: workspace.name, role: found.role }
}

/**
 * Makes the person who was invited a member, with the role of the invitation, and uses it up. Of
 * two at once, one wins. Who has an account already gives its password; who has none chooses one.
 *
 * @param address the network address of the request, for the limit on wrong passwords.
 * @throws AppError `forbidden` for an invitation that is unknown, used, revoked, older than 48
 *   hours, or made for another e-mail address; `invalid` for a password that is wrong or weak;
 *   `conflict` for somebody who is a member already; `unavailable` after too many tries.
 */
export async function acceptInvitation(
  input: AcceptInput,
  address: string | null,
  now = new Date(),
): Promise<{ proof: Proof; workspaceId: string }> {
  const { token, email, password } = input
  const found = await liveInvitation(token, now)
  if (!found) throw deadInvitation()
  // A wrong address is counted as a wrong password is: the address is half of the secret.
  const refused = await refusalOf({ email: found.email, address }, now)
  if (refused) {
    const { wait } = refused
    if (refused.ofAccount) await noteLimit({ invitation: found }, 'invitation', now)
    throw new AppError(
      'unavailable',
      `Too many tries for this invitation. Wait ${wait === 1 ? '1 minute' : `${wait} minutes`}, then try again.`,
    )
  }
  if (email !== found.email) {
    throw new AppError(
      'forbidden',
      'This invitation was made for another e-mail address. Give the one to which it was made, or ask for a new invitation.',
    )
  }
  const known = await atThreshold({}, (tx) =>
    tx.account.findUnique({ where: { email }, select: { id: true, passwordHash: true } }),
  )
  if (known && !(await verifyPassword(password, known.passwordHash))) {
    throw new AppError(
      'invalid',
      'This e-mail address has an account already, with another password. Give that one.',
      ['password'],
    )
  }
  const passwordHash = known?.passwordHash ?? (await hashNewPassword(input))
  await forgiveAttempt({ email: found.email, address }, now)
  const accountId = known?.id ?? randomUUID()
  const { workspaceId } = found
  await atThreshold({ workspaceId, accountId }, async (tx) => {
    await useUp(tx, found, now)
    if (!known)
      await tx.account.create({ data: { id: accountId, email, name: input.name, passwordHash } })
    const memberId = await join(tx, found, accountId)
    // It was made by an owner of a workspace where the account was alone, and would open this one too.
    await tx.passwordReset.deleteMany({ where: { accountId } })
    await tx.auditEvent.create({
      data: {
        ...{ workspaceId, memberId, action: 'create', record: 'member', recordId: memberId },
        fields: ['role'],
      },
    })
  })
  return { proof: { accountId, passwordHash }, workspaceId }
}

async function liveInvitation(token: string, now: Date): Promise<Found | null> {
  const invitationTokenHash = hashToken(token)
  if (!invitationTokenHash) return null
  return atThreshold({ invitationTokenHash }, (tx) =>
    tx.invitation.findFirst({
      where: { tokenHash: invitationTokenHash, ...unused(now) },
      select: { id: true, workspaceId: true, email: true, role: true, invitedBy: true },
    }),
  )
}

async function useUp(tx: Tx, { id, workspaceId }: Found, now: Date): Promise<void> {
  const { count } = await tx.invitation.updateMany({
    where: { id, workspaceId, ...unused(now) },
    data: { usedAt: now },
  })
  if (count !== 1) throw deadInvitation()
}

// Somebody who was removed and is invited again gets their place back, and with it the name on
// what they wrote.
async function join(tx: Tx, found: Found, accountId: string): Promise<string> {
  const { workspaceId, role, invitedBy } = found
  const before = await tx.member.findFirst({
    where: { workspaceId, accountId },
    select: { id: true, removedAt: true, suspendedAt: true },
  })
  if (!before) {
    const { id } = await tx.member.create({
      data: { workspaceId, accountId, role },
      select: { id: true },
    })
    return id
  }
  if (!before.removedAt)
    throw new AppError('conflict', 'You are a member of this workspace already. Sign in instead.')
  if (before.suspendedAt)
    throw new AppError('forbidden', 'Your membership is suspended. Ask an owner to restore it.')
  await tx.member.updateMany({ where: { id: before.id }, data: { role, removedAt: null } })
  await endLinksOfReturned(tx, { workspaceId, memberId: before.id, invitedBy })
  await endAllAssigned(tx, { workspaceId, memberId: before.id }, new Date())
  return before.id
}

async function hashNewPassword({ email, password }: AcceptInput): Promise<string> {
  const trouble = await passwordTrouble(password, { email })
  if (trouble) throw new AppError('invalid', trouble, ['password'])
  return hashPassword(password)
}

function unused(now: Date) {
  return { usedAt: null, revokedAt: null, expiresAt: { gt: now } }
}

function deadInvitation(): AppError {
  return new AppError(
    'forbidden',
    'This invitation was used or revoked, or is older than 48 hours. Ask the person who invited you for a new one.',
  )
}
