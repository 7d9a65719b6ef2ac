import 'server-only'
import { atThreshold } from '../db'
import { AppError } from '../errors'
import { noteLimit } from './account-notes'
import { browserNameIn } from './known-browser'
import { forgiveAttempt, refusalOf } from './limits'
import { verifyPassword } from './passwords'
import type { Proof } from './proof'

/**
 * Checks an e-mail address and a password.
 *
 * A wrong password and an unknown address get the same sentence after about the same time.
 *
 * @param credentials the address in lower case; `address` is the network address of the request, and
 *   `mark` what the browser kept of an earlier sign-in.
 * @returns what was right, for `startSession`.
 * @throws AppError `unavailable` with the minutes to wait after too many tries; `forbidden` when
 *   the two do not belong together, or when the account is in no workspace any more.
 */
export async function signIn(
  credentials: { email: string; password: string; address: string | null; mark?: string },
  now = new Date(),
): Promise<Proof> {
  const { email, password, address, mark = '' } = credentials
  const account = await atThreshold({}, (tx) =>
    tx.account.findUnique({ where: { email }, select: { id: true, passwordHash: true } }),
  )
  const attempt = { email, address, browser: account && browserNameIn(mark, account) }
  const refused = await refusalOf(attempt, now)
  if (refused) {
    const { wait } = refused
    if (refused.ofAccount) await noteLimit({ email }, 'signIn', now)
    const minutes = wait === 1 ? '1 minute' : `${wait} minutes`
    throw new AppError('unavailable', `Too many tries to sign in. Wait ${minutes}, then try again.`)
  }
  const right = await verifyPassword(password, account?.passwordHash ?? null)
  if (!account || !right) {
    throw new AppError('forbidden', 'Wrong e-mail address or password. Check both and try again.')
  }
  await forgiveAttempt(attempt, now)
  await assertMember(account.id)
  return { accountId: account.id, passwordHash: account.passwordHash }
}

/**
 * Lets through who is a member somewhere.
 *
 * @throws AppError `forbidden`.
 */
export async function assertMember(accountId: string): Promise<void> {
  const member = await atThreshold({ accountId }, (tx) =>
    tx.member.findFirst({ where: { accountId, removedAt: null }, select: { id: true } }),
  )
  if (!member) {
    throw new AppError(
      'forbidden',
      'You are not a member of any workspace now. Ask an owner to invite you again.',
    )
  }
}
