import 'server-only'
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { KeyAnswer } from '@/lib/schemas/passkey'
import { atThreshold } from '../db'
import { AppError } from '../errors'
import { countChallenge } from './limits'
import {
  issueChallenge,
  requireRelyingParty,
  takeChallenge,
  userHandle,
} from './passkey-challenges'
import type { Proof } from './proof'
import { assertMember } from './sign-in'

/**
 * Begins a sign-in by passkey. The browser offers the keys that it has for this site, so nobody
 * says who they are before.
 *
 * @param address network address of the request.
 * @returns what the browser has to ask its keys for, as JSON, and the token of its challenge.
 * @throws AppError `unavailable` where the site's address allows no passkeys, and after too many were asked for.
 */
export async function askForPasskey(
  address: string | null,
  now = new Date(),
): Promise<{ token: string; options: string }> {
  const party = requireRelyingParty()
  const wait = await atThreshold({}, (tx) => countChallenge(tx, address, now))
  if (wait > 0) {
    const minutes = wait === 1 ? '1 minute' : `${wait} minutes`
    throw new AppError('unavailable', `Too many tries to sign in. Wait ${minutes}, then try again.`)
  }
  const { token, challenge } = await issueChallenge(null, now)
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
  })
  return { token, options: JSON.stringify(options) }
}

/**
 * Checks what a key has signed. The device has asked for a finger, a face or a PIN, so that it is a
 * second factor by itself.
 *
 * @returns the key, for `startSession`.
 * @throws AppError `forbidden` for a challenge that is over, an unknown key, a wrong signature, and a
 *   counter that does not rise; also when the account is in no workspace any more.
 */
export async function signInWithPasskey(
  { token, answer }: { token: string; answer: KeyAnswer },
  now = new Date(),
): Promise<Proof> {
  const party = requireRelyingParty()
  const expectedChallenge = await takeChallenge(token, null, now)
  const key = await atThreshold({}, (tx) =>
    tx.passkey.findUnique({ where: { credentialId: answer.id } }),
  )
  if (!key) throw unknownKey()
  const { id, accountId, credentialId, publicKey, counter } = key
  const handle = answer.response.userHandle
  if (handle !== undefined && handle !== Buffer.from(userHandle(accountId)).toString('base64url'))
    throw unknownKey()
  let newCounter: bigint
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: credentialId, publicKey, counter: Number(counter) },
      requireUserVerification: true,
    })
    if (!verified) throw unknownKey()
    newCounter = BigInt(authenticationInfo.newCounter)
  } catch {
    // The library throws for each thing that does not fit; nobody learns which one it was.
    throw unknownKey()
  }
  await assertMember(accountId)
  await atThreshold({ accountId }, async (tx) => {
    // Of two answers at once one is refused, also by a key that was removed meanwhile.
    const { count } = await tx.passkey.updateMany({
      where: { id, counter },
      data: { counter: newCounter, usedAt: now },
    })
    if (count !== 1) throw unknownKey()
  })
  return { accountId, passkeyId: id }
}

function unknownKey(): AppError {
  return new AppError(
    'forbidden',
    'This passkey opens nothing here. Sign in with your e-mail address and password instead.',
  )
}
