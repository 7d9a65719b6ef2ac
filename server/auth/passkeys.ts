import 'server-only'
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { NewKeyAnswer } from '@/lib/schemas/passkey'
import { atThreshold, type Tx } from '../db'
import { AppError, isDatabaseError, notFound } from '../errors'
import { isUuid } from '../ids'
import { auditAccount } from './memberships'
import {
  issueChallenge,
  requireRelyingParty,
  takeChallenge,
  userHandle,
} from './passkey-challenges'
import type { Organizer } from './viewer'

const MOST = 20

type Account = Pick<Organizer, 'accountId'>

/** A passkey as its owner knows it. Times are ISO timestamps. */
export type PasskeyListing = { id: string; name: string; createdAt: string; usedAt: string | null }

/** Lists the passkeys of a member's own account, the oldest first. */
export async function listPasskeys({ accountId }: Account): Promise<PasskeyListing[]> {
  const rows = await atThreshold({ accountId }, (tx) =>
    tx.passkey.findMany({
      where: { accountId },
      select: { id: true, name: true, createdAt: true, usedAt: true },
      orderBy: { id: 'asc' },
    }),
  )
  return rows.map(({ createdAt, usedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }))
}

/**
 * Begins to add a passkey to a member's own account.
 *
 * @returns what the browser has to ask its keys for, as JSON, and the token of its challenge.
 * @throws AppError `unavailable` where the site's address allows none, `conflict` for too many.
 */
export async function beginPasskey(
  { accountId }: Account,
  now = new Date(),
): Promise<{ token: string; options: string }> {
  const party = requireRelyingParty()
  const { email, name, passkeys } = await atThreshold({ accountId }, (tx) =>
    tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { email: true, name: true, passkeys: { select: { credentialId: true } } },
    }),
  )
  if (passkeys.length >= MOST)
    throw new AppError('conflict', `You have ${MOST} passkeys. Remove one that you do not use.`)
  const { token, challenge } = await issueChallenge(accountId, now)
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: `Throughline ${party.id}`,
    userID: userHandle(accountId),
    userName: email,
    userDisplayName: name,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    excludeCredentials: passkeys.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { token, options: JSON.stringify(options) }
}

/**
 * Adds the passkey that the browser has made. It counts at once as a second factor at this browser.
 *
 * @param sessionId the browser that made it.
 * @throws AppError `forbidden` for a challenge that is over and for an answer that does not fit it;
 *   `conflict` for a key that is there already.
 */
export async function addPasskey(
  { accountId }: Account,
  { token, name, answer }: { token: string; name: string; answer: NewKeyAnswer },
  sessionId: string,
  now = new Date(),
): Promise<void> {
  const party = requireRelyingParty()
  const expectedChallenge = await takeChallenge(token, accountId, now)
  const credential = await newCredential(answer, { expectedChallenge, party })
  const { id: credentialId, publicKey, counter } = credential
  try {
    await atThreshold({ accountId }, async (tx) => {
      await tx.passkey.create({
        data: { accountId, credentialId, publicKey, counter, name, createdAt: now },
      })
      await tx.session.updateMany({
        where: { id: sessionId, accountId },
        data: { byPasskey: true },
      })
      await auditAccount(tx, accountId, ['passkeys'])
    })
  } catch (error) {
    if (isDatabaseError(error, 'P2002'))
      throw new AppError('conflict', 'This passkey was added already.')
    throw error
  }
}

/**
 * Removes a passkey, which may be somebody else's by now: nobody signs in with it any more, and every other
 * browser is signed out.
 *
 * @param sessionId the browser that stays signed in.
 * @throws AppError `not_found` for one that is gone or somebody else's.
 */
export async function removePasskey(
  { accountId }: Account,
  id: string,
  sessionId: string,
): Promise<void> {
  if (!isUuid(id)) throw notFound('passkey')
  await atThreshold({ accountId }, async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id, accountId } })
    if (count === 0) throw notFound('passkey')
    await tx.session.deleteMany({ where: { accountId, id: { not: sessionId } } })
    // Without one left, a workspace that requires a second factor asks for codes.
    if (!(await hasPasskey(tx, accountId)))
      await tx.session.updateMany({ where: { accountId }, data: { byPasskey: false } })
    await auditAccount(tx, accountId, ['passkeys'])
  })
}

/** Whether an account has a passkey, inside an open transaction. */
export async function hasPasskey(tx: Tx, accountId: string): Promise<boolean> {
  return (await tx.passkey.count({ where: { accountId } })) > 0
}

async function newCredential(
  answer: NewKeyAnswer,
  {
    expectedChallenge,
    party,
  }: {
    expectedChallenge: string
    party: { id: string; origin: string }
  },
) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    if (registrationInfo) return registrationInfo.credential
  } catch {
    // The library throws for each thing that does not fit; the sentence is the same.
  }
  throw new AppError('forbidden', 'This passkey does not fit this site. Try again.')
}
