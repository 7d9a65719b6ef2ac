import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { AccountSettings } from '@/lib/account'
import type { Clock } from '@/lib/dates/moments'
import { deviceInWords, ZONE_COOKIE } from '@/lib/devices'
import { requestHeader } from '@/lib/inner-headers'
import { atThreshold } from '../db'
import { env } from '../env'
import { AppError } from '../errors'
import { noteSignIn } from './account-notes'
import { isRecent } from './account-sessions'
import { KNOWN_SECONDS, newBrowserMark } from './known-browser'
import { ownPasswordPath, signInPath } from './next-path'
import type { Proof } from './proof'
import {
  closeSession,
  memberFromToken,
  openSession,
  replaceToken,
  type SignedInMember,
} from './session-store'
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
  const none: AccountSettings = { theme: 'system', language: '', timeZone: '', weekStart: '' }
  return (await currentMember())?.settings ?? none
}

/** How moments of a campaign are written for whoever is signed in: in the campaign's zone. */
export async function clockIn(timeZone: string): Promise<Clock> {
  return { timeZone, language: (await ownSettings()).language }
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
 *
 * @throws AppError `forbidden` where the proof does not hold any more.
 */
export async function startSession(proof: Proof, workspaceId: string | null = null): Promise<void> {
  const { accountId } = proof
  const byPasskey = 'passkeyId' in proof
  const before = await cookieToken()
  const jar = await cookies()
  const zone = jar.get(ZONE_COOKIE)?.value ?? ''
  const device = deviceInWords((await headers()).get('user-agent') ?? '', zone)
  const now = new Date()
  const given = { workspaceId, device, byPasskey, before, proof }
  const opened = await openSession(accountId, now, given)
  await noteSignIn(accountId, byPasskey)
  if (before) await closeSession(before)
  const { token, expiresAt } = opened
  jar.set(cookieName(), token, { ...cookieOptions(), expires: expiresAt })
  if (zone) jar.set(ZONE_COOKIE, '', { path: '/', maxAge: 0 })
  await markBrowser(accountId)
}

/**
 * Gives this browser's session another token, once its member showed again who they are: a copy of the cookie that
 * somebody else has must not rise with it. Only an action or a route handler can do this.
 *
 * @param endsFormer whether such a copy is signed out at once, as every other browser is.
 */
export async function renewToken(
  { viewer: { accountId }, sessionId }: Pick<SignedInMember, 'viewer' | 'sessionId'>,
  { endsFormer }: { endsFormer: boolean },
): Promise<void> {
  const former = endsFormer ? null : await cookieToken()
  const renewed = await replaceToken(accountId, sessionId, former)
  if (!renewed) return
  const { token, expiresAt } = renewed
  const jar = await cookies()
  jar.set(cookieName(), token, { ...cookieOptions(), expires: expiresAt })
}

/**
 * Lets this browser be known to an account again: after a sign-in, and after a change of the password, which makes
 * every earlier mark void, that of the browser where it was changed too. Only an action or a route
 * handler can do this.
 */
export async function markBrowser(accountId: string): Promise<void> {
  const account = await atThreshold({ accountId }, (tx) =>
    tx.account.findUnique({ where: { id: accountId }, select: { id: true, passwordHash: true } }),
  )
  if (!account) return
  const jar = await cookies()
  jar.set(markName(), newBrowserMark(account), { ...cookieOptions(), maxAge: KNOWN_SECONDS })
}

/** What this browser kept of an earlier sign-in, for `signIn`; it outlasts the session. */
export async function browserMark(): Promise<string> {
  return (await cookies()).get(markName())?.value ?? ''
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

/**
 * The member at this browser, for a file that takes the record away: whoever gave their password more than
 * ten minutes ago is sent to where it is asked for, and from there to the file.
 *
 * @param page where somebody begins again who is not signed in; by default with the file itself.
 */
export async function requireRecentViewer(page?: string): Promise<Organizer> {
  const viewer = await requireViewer(page)
  if (await signedInRecently()) return viewer
  redirect(ownPasswordPath((await headers()).get(requestHeader.path)))
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

function markName(): string {
  return env().secure ? '__Host-throughline-known' : 'throughline-known'
}

/** Cookies that sign in: not for scripts, not sent with other sites' forms. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: env().secure } as const
}

async function cookieToken(): Promise<string | null> {
  return (await cookies()).get(cookieName())?.value || null
}
