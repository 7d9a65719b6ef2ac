import 'server-only'
import { atThreshold, type Tx } from '../db'
import { AppError } from '../errors'
import { forgiveAttempt } from './limits'
import { hasPasskey } from './passkeys'
import { requireStillProven, type Proof } from './proof'
import { countCode, isOn, useCode, wrongCode } from './second-step'
import { hashToken, newToken } from './tokens'

/** For how long somebody may look for their phone, in seconds. */
export const PENDING_SECONDS = 10 * 60

/**
 * Holds a sign-in whose password was right until the second step: the code of an account that has
 * codes, or a passkey where a workspace requires more than a password and the account has one.
 *
 * @returns the token for the browser, or null where the password is enough.
 * @throws AppError `forbidden` where the password does not fit any more.
 */
export async function holdSignIn(
  proof: Proof,
  startIn: string | null,
  now = new Date(),
): Promise<string | null> {
  const { accountId } = proof
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  return atThreshold({ accountId }, async (tx) => {
    if (!(await needsMore(tx, accountId))) return null
    await requireStillProven(tx, proof)
    await tx.pendingSignIn.deleteMany({ where: { accountId, expiresAt: { lte: now } } })
    const expiresAt = new Date(now.getTime() + PENDING_SECONDS * 1000)
    await tx.pendingSignIn.create({ data: { tokenHash, accountId, startIn, expiresAt } })
    return token
  })
}

/** Whether a sign-in waits for its second step under this token. */
export async function isPending(token: string, now = new Date()): Promise<boolean> {
  return (await pendingBy(token, now)) !== null
}

/** What the sign-in that waits under this token can go on with; null where none waits. */
export async function pendingFor(
  token: string,
  now = new Date(),
): Promise<{ code: boolean; passkey: boolean } | null> {
  const pending = await pendingBy(token, now)
  if (!pending) return null
  const { accountId } = pending
  return atThreshold({ accountId }, async (tx) => ({
    code: await isOn(tx, accountId),
    passkey: await hasPasskey(tx, accountId),
  }))
}

/**
 * Ends the waiting of an account that used a passkey instead.
 *
 * @returns the workspace to begin in, where an invitation led to the sign-in.
 */
export async function endPending(
  token: string,
  accountId: string,
  now = new Date(),
): Promise<string | null> {
  const pending = await pendingBy(token, now)
  await atThreshold({ accountId }, (tx) => tx.pendingSignIn.deleteMany({ where: { accountId } }))
  return pending?.accountId === accountId ? pending.startIn : null
}

/**
 * Ends the waiting with the right code, or a recovery code. Each works once.
 *
 * @throws AppError `forbidden` when nothing waits any more, `unavailable` after too many tries,
 *   `invalid` at `code` for one that is wrong or was used.
 */
export async function finishSignIn(
  { token, code, address }: { token: string; code: string; address: string | null },
  now = new Date(),
): Promise<{ proof: Proof; startIn: string | null }> {
  const pending = await pendingBy(token, now)
  if (!pending) throw tooLate()
  const { accountId, tokenHash, startIn } = pending
  const attempt = await countCode(accountId, address, now)
  const passwordHash = await atThreshold({ accountId }, async (tx) => {
    if (!(await useCode(tx, accountId, code, now))) throw wrongCode()
    const { count } = await tx.pendingSignIn.deleteMany({ where: { tokenHash } })
    if (count !== 1) throw tooLate()
    // A change of the password ends what waits, so that this is the hash that was given.
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
    return account.passwordHash
  })
  await forgiveAttempt(attempt, now)
  return { proof: { accountId, passwordHash, code: true }, startIn }
}

async function needsMore(tx: Tx, accountId: string): Promise<boolean> {
  if (await isOn(tx, accountId)) return true
  if (!(await hasPasskey(tx, accountId))) return false
  const asked = await tx.member.count({
    where: {
      ...{ accountId, removedAt: null, role: { in: ['owner', 'editor'] } },
      workspace: { requiresCodes: true },
    },
  })
  return asked > 0
}

async function pendingBy(token: string, now: Date) {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  return atThreshold({}, (tx) =>
    tx.pendingSignIn.findFirst({
      where: { tokenHash, expiresAt: { gt: now } },
      select: { tokenHash: true, accountId: true, startIn: true },
    }),
  )
}

function tooLate(): AppError {
  return new AppError('forbidden', 'Your password was given too long ago. Sign in again.')
}
