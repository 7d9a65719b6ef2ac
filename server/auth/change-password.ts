import 'server-only'
import { atThreshold } from '../db'
import { AppError } from '../errors'
import { noteLimit } from './account-notes'
import { endTokensAndCalendars } from './api-tokens'
import { countAttempt, forgiveAttempt } from './limits'
import { auditAccount } from './memberships'
import { hashPassword, passwordTrouble, verifyPassword } from './passwords'
import type { Organizer } from './viewer'

type Here = { sessionId: string; address: string | null }

/**
 * Notes that somebody at this browser has just given the right password again, which opens what is
 * dangerous for ten minutes. Tries are limited, apart from those of signing in.
 *
 * @throws AppError `unavailable` after too many tries, `invalid` for a wrong password.
 */
export async function confirmPassword(
  viewer: Organizer,
  password: string,
  { sessionId, address }: Here,
  now = new Date(),
): Promise<void> {
  await requirePassword(viewer, password, address, 'password', now)
  await atThreshold({ accountId: viewer.accountId }, (tx) =>
    tx.session.updateMany({
      where: { id: sessionId, accountId: viewer.accountId },
      data: { signedInAt: now },
    }),
  )
}

/**
 * Changes the password of this member's account, signs out every other browser, ends the tokens of
 * programs and the addresses of calendars, and makes a link for a forgotten password void.
 *
 * @throws AppError `unavailable` after too many tries, `invalid` at `password` for a wrong one and
 *   at `newPassword` for one that is easy to guess.
 */
export async function changePassword(
  viewer: Organizer,
  { password, newPassword }: { password: string; newPassword: string },
  { sessionId, address }: Here,
  now = new Date(),
): Promise<void> {
  const { accountId } = viewer
  const email = await requirePassword(viewer, password, address, 'password', now)
  const trouble = await passwordTrouble(newPassword, { email })
  if (trouble) throw new AppError('invalid', trouble, ['newPassword'])
  const passwordHash = await hashPassword(newPassword)
  await atThreshold({ accountId }, async (tx) => {
    await tx.account.updateMany({ where: { id: accountId }, data: { passwordHash } })
    await tx.session.deleteMany({ where: { accountId, id: { not: sessionId } } })
    await tx.pendingSignIn.deleteMany({ where: { accountId } })
    await tx.passwordReset.deleteMany({ where: { accountId } })
    await endTokensAndCalendars(tx, accountId, now)
    await tx.session.updateMany({ where: { id: sessionId, accountId }, data: { signedInAt: now } })
    await auditAccount(tx, accountId, ['password'])
  })
}

/**
 * Lets through who gives the account's password. Tries have a limit of their own: those of strangers, who know
 * the e-mail address, do not stop who is signed in.
 *
 * @returns the account's e-mail address.
 * @throws AppError `unavailable` after too many tries, `invalid` at `field` for a wrong one.
 */
export async function requirePassword(
  { accountId }: Organizer,
  password: string,
  address: string | null,
  field: string,
  now: Date,
): Promise<string> {
  const account = await atThreshold({ accountId }, (tx) =>
    tx.account.findUnique({
      where: { id: accountId },
      select: { email: true, passwordHash: true },
    }),
  )
  const email = account?.email ?? ''
  const wait = await countAttempt({ accountId, address }, now)
  if (wait > 0) {
    await noteLimit({ accountId }, 'ownPassword', now)
    throw new AppError(
      'unavailable',
      `Too many wrong passwords. Wait ${wait === 1 ? '1 minute' : `${wait} minutes`}, then try again.`,
    )
  }
  if (!(await verifyPassword(password, account?.passwordHash ?? null)))
    throw new AppError('invalid', 'This is not your password. Type it again.', [field])
  await forgiveAttempt({ accountId, address }, now)
  return email
}
