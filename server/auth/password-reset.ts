import 'server-only'
import { atThreshold, withViewer, type Tx } from '../db'
import { env } from '../env'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { isUuid } from '../ids'
import { requireStillIn } from '../members/lock'
import { endTokensAndCalendars } from './api-tokens'
import { auditAccount, membershipsOf } from './memberships'
import { hashPassword, passwordTrouble } from './passwords'
import { forgetSecondStep } from './second-step'
import { hashToken, newToken } from './tokens'
import { requireRole, type Viewer } from './viewer'

const LINK_MS = 60 * 60_000

/**
 * Makes the one-time link by which a member chooses a new password; earlier ones are void, and so is
 * this one once they change the password themselves or join another workspace. It lets
 * nobody in by itself: they sign in afterwards, with their code where they have codes.
 *
 * An owner may make it for somebody who is a member of their workspace alone: through the link they
 * could enter every other one too. The operator may make it for everybody.
 *
 * @param dropsCodes whether it also turns the sign-in codes off and removes the passkeys; for the operator alone.
 * @throws AppError `forbidden` below owner, for a member of several workspaces, and for `dropsCodes`
 *   by anybody but the operator; `not_found` for who is no member.
 */
export async function makeResetLink(
  viewer: Viewer,
  memberId: string,
  dropsCodes = false,
  now = new Date(),
): Promise<{ url: string; expiresAt: string }> {
  requireRole(viewer, 'owner')
  if (dropsCodes && viewer.kind !== 'system')
    throw new AppError('forbidden', 'Only the operator can turn off the codes of somebody else.')
  const { workspaceId } = viewer
  const accountId = await accountOf(viewer, memberId)
  return atThreshold({ workspaceId, accountId }, async (tx) => {
    await requireStillIn(tx, viewer)
    if (viewer.kind !== 'system') await requireNoOtherWorkspace(tx, accountId)
    await tx.passwordReset.deleteMany({ where: { accountId } })
    await keepAudit(tx, viewer, 'update', 'member', memberId, ['resetLink'])
    return newResetLink(tx, { accountId, dropsCodes }, now)
  })
}

/** Makes one more link for an account, by which whoever has it chooses a new password within an hour. */
export async function newResetLink(
  tx: Tx,
  { accountId, dropsCodes }: { accountId: string; dropsCodes: boolean },
  now: Date,
): Promise<{ url: string; expiresAt: string }> {
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  const expiresAt = new Date(now.getTime() + LINK_MS)
  await tx.passwordReset.create({ data: { tokenHash, accountId, expiresAt, dropsCodes } })
  return { url: new URL(`/reset/${token}`, env().url).href, expiresAt: expiresAt.toISOString() }
}

/** Whether a reset link can be used now. A malformed token costs no query. */
export async function resetIsOpen(token: string, now = new Date()): Promise<boolean> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return false
  return atThreshold({}, async (tx) => {
    const where = { tokenHash, expiresAt: { gt: now } }
    return (await tx.passwordReset.count({ where })) > 0
  })
}

/**
 * How many passkeys still sign in once an open link was used: they are no part of the password, and whoever
 * had the account before may have added one.
 */
export async function passkeysKept(token: string, now = new Date()): Promise<number> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return 0
  return atThreshold({}, async (tx) => {
    const link = await tx.passwordReset.findFirst({
      where: { tokenHash, expiresAt: { gt: now }, dropsCodes: false },
      select: { accountId: true },
    })
    return link ? tx.passkey.count({ where: { accountId: link.accountId } }) : 0
  })
}

/**
 * Sets the password that somebody chose through a reset link, uses the link up, and ends every
 * session, token and calendar address of the account. Of two at once, one wins.
 *
 * @throws AppError `forbidden` for a link that is unknown, used, replaced or older than an hour;
 *   `invalid` for a password that is easy to guess.
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  now = new Date(),
): Promise<void> {
  const tokenHash = hashToken(token)
  const found =
    tokenHash &&
    (await atThreshold({}, (tx) =>
      tx.passwordReset.findFirst({
        where: { tokenHash, expiresAt: { gt: now } },
        select: { tokenHash: true, accountId: true, account: { select: { email: true } } },
      }),
    ))
  if (!found) throw deadLink()
  const { accountId, account } = found
  const trouble = await passwordTrouble(password, { email: account.email })
  if (trouble) throw new AppError('invalid', trouble, ['password'])
  const passwordHash = await hashPassword(password)
  await atThreshold({ accountId }, async (tx) => {
    const used = await tx.$queryRaw<{ dropsCodes: boolean }[]>`
      delete from password_reset where token_hash = ${tokenHash} and expires_at > ${now}
      returning drops_codes as "dropsCodes"`
    if (!used[0]) throw deadLink()
    if (used[0].dropsCodes) {
      await forgetSecondStep(tx, accountId)
      await tx.passkey.deleteMany({ where: { accountId } })
    }
    // Whoever has a mailbox may have asked for several.
    await tx.passwordReset.deleteMany({ where: { accountId } })
    await tx.account.updateMany({ where: { id: accountId }, data: { passwordHash } })
    await tx.session.deleteMany({ where: { accountId } })
    await tx.pendingSignIn.deleteMany({ where: { accountId } })
    await endTokensAndCalendars(tx, accountId, now)
    await auditAccount(tx, accountId, ['password'])
  })
}

async function accountOf(viewer: Viewer, memberId: string): Promise<string> {
  if (!isUuid(memberId)) throw notFound('member')
  const member = await withViewer(viewer, (tx) =>
    tx.member.findFirst({
      where: { workspaceId: viewer.workspaceId, id: memberId, removedAt: null },
      select: { accountId: true },
    }),
  )
  if (!member) throw notFound('member')
  return member.accountId
}

async function requireNoOtherWorkspace(tx: Tx, accountId: string): Promise<void> {
  const present = (await membershipsOf(tx, accountId)).filter(({ removedAt }) => !removedAt)
  if (present.length > 1)
    throw new AppError(
      'forbidden',
      'They belong to another workspace too, which this link would open. Ask the operator of this site for one.',
    )
}

function deadLink(): AppError {
  return new AppError(
    'forbidden',
    'This link was used or replaced, or is older than an hour. Ask for a new one.',
  )
}
