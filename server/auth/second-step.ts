import 'server-only'
import { atThreshold, type Tx } from '../db'
import { AppError } from '../errors'
import { noteLimit } from './account-notes'
import { countAttempt } from './limits'
import { auditAccount } from './memberships'
import {
  codeAddress,
  newCodeSecret,
  newRecoveryCodes,
  openCodeSecret,
  recoveryHash,
  sealCodeSecret,
  stepOfCode,
} from './one-time-codes'
import type { Organizer } from './viewer'

/** Whether sign-in asks this account for a code, and how many recovery codes are left. */
export type SecondStepState = { on: boolean; recoveryLeft: number }

/** What a person puts into the app on their phone. */
export type CodeSetUp = { secret: string; address: string }

/** For how long somebody looks for the app on their phone. */
const SET_UP_MS = 10 * 60_000

type Account = Pick<Organizer, 'accountId'>

/** What a member has set up for their own account. */
export async function secondStepOf({ accountId }: Account): Promise<SecondStepState> {
  return atThreshold({ accountId }, async (tx) => ({
    on: await isOn(tx, accountId),
    recoveryLeft: await tx.recoveryCode.count({ where: { accountId, usedAt: null } }),
  }))
}

/**
 * The secret for the app on a member's phone, and null once a first code of it was right. It is the same for ten
 * minutes, and another afterwards: whoever saw it and did not use it must not know it later.
 */
export async function codeSetUp(
  { accountId }: Account,
  now = new Date(),
): Promise<CodeSetUp | null> {
  return atThreshold({ accountId }, async (tx) => {
    await lock(tx, accountId)
    const { email, secondStep } = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { email: true, secondStep: true },
    })
    if (secondStep?.confirmedAt) return null
    const isFresh = secondStep && now.getTime() - secondStep.createdAt.getTime() < SET_UP_MS
    const known = isFresh ? openCodeSecret(secondStep.secretSealed, accountId) : null
    const secret = known ?? newCodeSecret()
    if (!known) {
      const secretSealed = sealCodeSecret(secret, accountId)
      await tx.secondStep.deleteMany({ where: { accountId } })
      await tx.secondStep.create({ data: { accountId, secretSealed, createdAt: now } })
    }
    return { secret, address: codeAddress(secret, email) }
  })
}

/**
 * Turns the codes on with a first right one, and signs out every other browser.
 *
 * @throws AppError `invalid` for a wrong code, `conflict` where codes are on already.
 */
export async function turnCodesOn(
  { accountId }: Account,
  code: string,
  sessionId: string,
  now = new Date(),
): Promise<void> {
  await atThreshold({ accountId }, async (tx) => {
    await lock(tx, accountId)
    const row = await tx.secondStep.findUnique({ where: { accountId } })
    if (row?.confirmedAt) throw new AppError('conflict', 'Your account has sign-in codes already.')
    const secret = row && openCodeSecret(row.secretSealed, accountId)
    const step = secret ? stepOfCode(secret, code.replace(/\s/g, ''), now) : null
    if (step === null)
      throw new AppError(
        'invalid',
        'This is not the code of this moment. Check the time on your phone, then type the next one.',
        ['code'],
      )
    await tx.secondStep.updateMany({
      where: { accountId },
      data: { confirmedAt: now, lastStep: step },
    })
    await tx.session.deleteMany({ where: { accountId, id: { not: sessionId } } })
    await tx.pendingSignIn.deleteMany({ where: { accountId } })
    await tx.session.updateMany({ where: { id: sessionId, accountId }, data: { codeAt: now } })
    await auditAccount(tx, accountId, ['secondStep'])
  })
}

/** Turns the codes off, and the recovery codes with them; `requireOwnCode` comes before. */
export async function turnCodesOff({ accountId }: Account): Promise<void> {
  await atThreshold({ accountId }, async (tx) => {
    await forgetSecondStep(tx, accountId)
    await auditAccount(tx, accountId, ['secondStep'])
  })
}

/**
 * Makes new recovery codes; the ones before are void. `requireOwnCode` comes before.
 *
 * @returns the codes, which are shown only now.
 * @throws AppError `conflict` where codes are off.
 */
export async function renewRecoveryCodes({ accountId }: Account): Promise<string[]> {
  return atThreshold({ accountId }, async (tx) => {
    await lock(tx, accountId)
    if (!(await isOn(tx, accountId)))
      throw new AppError(
        'conflict',
        'Set up sign-in codes first: recovery codes stand in for them.',
      )
    await auditAccount(tx, accountId, ['recoveryCodes'])
    return replaceRecoveryCodes(tx, accountId)
  })
}

/**
 * Counts a try at an account's codes, apart from passwords: whoever guesses codes knows the password already.
 *
 * @returns the try, to be forgiven where it was right.
 * @throws AppError `unavailable`.
 */
export async function countCode(accountId: string, address: string | null, now: Date) {
  const attempt = { email: `code of ${accountId}`, address }
  const wait = await countAttempt(attempt, now)
  if (wait === 0) return attempt
  await noteLimit({ accountId }, 'signInCode', now)
  throw new AppError(
    'unavailable',
    `Too many wrong codes. Wait ${wait === 1 ? '1 minute' : `${wait} minutes`}, then try again.`,
  )
}

/** The refusal of a code that is wrong or was used. */
export function wrongCode(): AppError {
  return new AppError(
    'invalid',
    'This code is wrong or was used. Wait for the next one, or type a recovery code.',
    ['code'],
  )
}

/** Whether a code, or a recovery code, is right; it is used up with the asking. */
export async function useCode(
  tx: Tx,
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const row = await tx.secondStep.findUnique({ where: { accountId } })
  const secret = row?.confirmedAt ? openCodeSecret(row.secretSealed, accountId) : null
  const step = secret ? stepOfCode(secret, typed.replace(/\s/g, ''), now) : null
  if (step !== null) {
    // One statement, so that of two uses of one code at once one is refused.
    const { count } = await tx.secondStep.updateMany({
      where: { accountId, lastStep: { lt: step } },
      data: { lastStep: step },
    })
    return count === 1
  }
  const hash = recoveryHash(typed, accountId)
  if (!hash) return false
  const { count } = await tx.recoveryCode.updateMany({
    where: { accountId, hash, usedAt: null },
    data: { usedAt: now },
  })
  return count === 1
}

/** Whether sign-in asks this account for a code. */
export async function isOn(tx: Tx, accountId: string): Promise<boolean> {
  return (await tx.secondStep.count({ where: { accountId, confirmedAt: { not: null } } })) > 0
}

/** Takes codes and recovery codes from an account. */
export async function forgetSecondStep(tx: Tx, accountId: string): Promise<void> {
  await tx.secondStep.deleteMany({ where: { accountId } })
  await tx.recoveryCode.deleteMany({ where: { accountId } })
}

async function replaceRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  await tx.recoveryCode.createMany({
    data: codes.flatMap((code) => {
      const hash = recoveryHash(code, accountId)
      return hash ? [{ accountId, hash }] : []
    }),
  })
  return codes
}

async function lock(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`second step ${accountId}`}, 0))`
}
