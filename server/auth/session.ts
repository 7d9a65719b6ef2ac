import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { AccountSettings } from '@/lib/account'
import { deviceOf } from '@/lib/devices'
import { requestHeader } from '@/lib/inner-headers'
import { env } from '../env'
import { AppError } from '../errors'
import { isRecent } from './account-sessions'
import { signInPath } from './next-path'
import { closeSession, memberFromToken, openSession, type SignedInMember } from './session-store'
import type { Organizer } from './viewer'

/**
 * Who is signed in at this browser, with the names that the header shows, or null. Looked up once
 * per request, however many parts of a page ask.
 */
export const currentMember = cache(async (): Promise<SignedInMember | null> => {
  const token = await cookieToken()
  return token ? memberFromToken(token) : null
})

/**
 * The member at this browser, with the role of this moment, or null when nobody is signed in. Who
 * still has to set up one-time codes counts as nobody.
 */
export async function findViewer(): Promise<Organizer | null> {
  const member = await currentMember()
  return member && !member.owesCodes ? member.viewer : null
}

/** What whoever is signed in has chosen for themselves; for nobody what everybody begins with. */
export async function ownSettings(): Promise<AccountSettings> {
  const none: AccountSettings = { theme: 'system', timeZone: '', weekStart: '' }
  return (await currentMember())?.settings ?? none
}

/**
 * The member at this browser; a page calls it before it reads anything.
 *
 * Somebody who is not signed in is sent to the sign-in page, and from there back to `here`; who
 * still has to set up one-time codes, to where that is done.
 *
 * @param here the path to come back to; by default the one that the HTTP server says was asked for.
 */
export async function requireViewer(here?: string): Promise<Organizer> {
  const viewer = await findViewer()
  if (viewer) return viewer
  if (await currentMember()) redirect('/sign-in-codes')
  redirect(signInPath(here ?? (await headers()).get(requestHeader.path)))
}

/**
 * Signs this browser in with a new session, and ends the one that it had. Only an action or a
 * route handler can do this, since it sets a cookie.
 */
export async function startSession(
  accountId: string,
  workspaceId?: string,
  byPasskey = false,
): Promise<void> {
  const before = await cookieToken()
  if (before) await closeSession(before)
  const device = deviceOf((await headers()).get('user-agent') ?? '')
  const now = new Date()
  const opened = await openSession(accountId, now, workspaceId, device, byPasskey)
  const { token, expiresAt } = opened
  const jar = await cookies()
  jar.set(cookieName(), token, { ...cookieOptions(), expires: expiresAt })
}

/** Signs this browser out: the session's row is deleted and the cookie taken back. */
export async function endSession(): Promise<void> {
  const token = await cookieToken()
  if (token) await closeSession(token)
  const jar = await cookies()
  jar.set(cookieName(), '', { ...cookieOptions(), maxAge: 0 })
}

/**
 * Lets through whose password was given at this browser within the last ten minutes; what is
 * dangerous (roles, removals) asks for that.
 *
 * @throws AppError `forbidden`.
 */
export async function requireRecentSignIn(): Promise<void> {
  if (await signedInRecently()) return
  throw new AppError(
    'forbidden',
    'Give your password again first: this page asks for it when the last time was ten minutes ago.',
  )
}

/** Whether the password was given at this browser within the last ten minutes. */
export async function signedInRecently(): Promise<boolean> {
  const member = await currentMember()
  return member !== null && isRecent(member.signedInAt, new Date())
}

// The prefix makes browsers refuse the cookie from another host or without https, so a neighbour
// on the same domain cannot plant a session. Over plain http on one machine it is not allowed.
function cookieName(): string {
  return env().secure ? '__Host-throughline' : 'throughline'
}

/** Cookies that sign in: not for scripts, not sent with other sites' forms. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: env().secure } as const
}

async function cookieToken(): Promise<string | null> {
  return (await cookies()).get(cookieName())?.value || null
}
