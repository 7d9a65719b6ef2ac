import 'server-only'
import { cookies } from 'next/headers'
import { env } from '../env'
import { finishSignIn, holdSignIn, isHeld, PENDING_SECONDS } from './pending-sign-in'
import { requestAddress } from './request-address'
import { startSession } from './session'

/**
 * Signs this browser in where the password was right, or holds the sign-in until the code is given.
 * Whatever begins a session goes through here.
 *
 * @returns whether the browser is signed in; otherwise `/sign-in/code` is next.
 */
export async function enter(accountId: string, workspaceId?: string): Promise<boolean> {
  const token = await holdSignIn(accountId, workspaceId ?? null)
  if (token === null) {
    await startSession(accountId, workspaceId)
    return true
  }
  const jar = await cookies()
  jar.set(cookieName(), token, { ...cookieOptions(), maxAge: PENDING_SECONDS })
  return false
}

/** Whether a sign-in at this browser waits for its code. */
export async function waitsForCode(): Promise<boolean> {
  const token = (await cookies()).get(cookieName())?.value
  return Boolean(token) && isHeld(token ?? '')
}

/**
 * Signs this browser in with the code that its sign-in waits for.
 *
 * @throws AppError as `finishSignIn` does.
 */
export async function enterWithCode(code: string): Promise<void> {
  const jar = await cookies()
  const token = jar.get(cookieName())?.value ?? ''
  const held = await finishSignIn({ token, code, address: await requestAddress() })
  jar.set(cookieName(), '', { ...cookieOptions(), maxAge: 0 })
  await startSession(held.accountId, held.startIn ?? undefined)
}

function cookieName(): string {
  return env().secure ? '__Host-throughline-code' : 'throughline-code'
}

function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: env().secure } as const
}
