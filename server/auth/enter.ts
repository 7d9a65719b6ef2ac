import 'server-only'
import { cookies } from 'next/headers'
import type { KeyAnswer } from '@/lib/schemas/passkey'
import { env } from '../env'
import { CHALLENGE_SECONDS } from './passkey-challenges'
import { signInWithPasskey } from './passkey-sign-in'
import {
  endPending,
  finishSignIn,
  pendingFor,
  holdSignIn,
  PENDING_SECONDS,
} from './pending-sign-in'
import type { Proof } from './proof'
import { requestAddress } from './request-address'
import { cookieOptions, startSession } from './session'

/**
 * Signs this browser in where the password was right, or holds the sign-in until its second step.
 * Whatever begins a session goes through here.
 *
 * @param workspaceId where to begin, for somebody who is a member of several.
 * @returns whether the browser is signed in; otherwise `/sign-in/code` is next.
 */
export async function enter(proof: Proof, workspaceId: string | null = null): Promise<boolean> {
  const token = await holdSignIn(proof, workspaceId)
  if (token === null) {
    await startSession(proof, workspaceId)
    return true
  }
  const jar = await cookies()
  jar.set(cookieName(), token, { ...cookieOptions(), maxAge: PENDING_SECONDS })
  return false
}

/** What a sign-in at this browser waits for; null where none waits. */
export async function waitsFor(): Promise<{ code: boolean; passkey: boolean } | null> {
  const token = (await cookies()).get(cookieName())?.value
  return token ? pendingFor(token) : null
}

/**
 * Signs this browser in with the code that its sign-in waits for.
 *
 * @throws AppError as `finishSignIn` does.
 */
export async function enterWithCode(code: string): Promise<void> {
  const jar = await cookies()
  const token = jar.get(cookieName())?.value ?? ''
  const pending = await finishSignIn({ token, code, address: await requestAddress() })
  jar.set(cookieName(), '', { ...cookieOptions(), maxAge: 0 })
  await startSession(pending.proof, pending.startIn)
}

/**
 * Gives this browser a challenge for its passkeys: the token goes into a cookie.
 *
 * @returns what the browser has to ask its keys for, as JSON.
 */
export async function challengeHere({
  token,
  options,
}: {
  token: string
  options: string
}): Promise<string> {
  const jar = await cookies()
  jar.set(passkeyCookie(), token, { ...cookieOptions(), maxAge: CHALLENGE_SECONDS })
  return options
}

/** The token of this browser's challenge, which is used up with the asking. */
export async function takeToken(): Promise<string> {
  const jar = await cookies()
  const token = jar.get(passkeyCookie())?.value ?? ''
  jar.set(passkeyCookie(), '', { ...cookieOptions(), maxAge: 0 })
  return token
}

/**
 * Signs this browser in with what a passkey has signed, also where a sign-in waits for its code.
 *
 * @throws AppError as `signInWithPasskey` does.
 */
export async function enterWithPasskey(answer: KeyAnswer): Promise<void> {
  const jar = await cookies()
  const proof = await signInWithPasskey({ token: await takeToken(), answer })
  const startIn = await endPending(jar.get(cookieName())?.value ?? '', proof.accountId)
  jar.set(cookieName(), '', { ...cookieOptions(), maxAge: 0 })
  await startSession(proof, startIn)
}

function cookieName(): string {
  return env().secure ? '__Host-throughline-code' : 'throughline-code'
}

function passkeyCookie(): string {
  return env().secure ? '__Host-throughline-passkey' : 'throughline-passkey'
}
