import { describe, expect, it } from 'vitest'
import { failureOf } from '../testing/failure'
import { endSessionById, isRecent, listSessions } from './account-sessions'
import { changePassword, confirmPassword } from './change-password'
import { memberFromToken, openSession, viewerFromToken } from './session-store'
import { signIn } from './sign-in'
import { GOOD_PASSWORD, newOwner, useTestDatabase } from './test-support'

useTestDatabase()

const MINUTE = 60_000
const OTHER = 'five lanterns beside a ladder'

async function signedIn(now = new Date()) {
  const { accountId, email } = await newOwner()
  const { token } = await openSession(accountId, now)
  const member = await memberFromToken(token, now)
  if (!member) throw new Error('Not signed in.')
  return { ...member, token, email }
}

describe('one’s own sessions', () => {
  it('are listed, and one that is ended is out with the next request', async () => {
    const { viewer, sessionId } = await signedIn()
    const other = await openSession(viewer.accountId)
    const sessions = await listSessions(viewer)
    expect(sessions).toHaveLength(2)
    const there = sessions.find(({ id }) => id !== sessionId)?.id ?? ''
    await endSessionById(viewer, there)
    expect(await viewerFromToken(other.token)).toBeNull()
    expect((await failureOf(endSessionById(viewer, there))).code).toBe('not_found')
  })

  it('are nobody else’s to end', async () => {
    const { sessionId, token } = await signedIn()
    const stranger = await signedIn()
    expect((await failureOf(endSessionById(stranger.viewer, sessionId))).code).toBe('not_found')
    expect(await viewerFromToken(token)).not.toBeNull()
  })
})

describe('a password given again', () => {
  it('counts as recent for ten minutes', async () => {
    const start = new Date('2026-02-13T08:00:00Z')
    const { viewer, token, sessionId, signedInAt } = await signedIn(start)
    const later = new Date(start.getTime() + 10 * MINUTE)
    expect(isRecent(signedInAt, new Date(later.getTime() - 1))).toBe(true)
    expect(isRecent(signedInAt, later)).toBe(false)
    await confirmPassword(viewer, GOOD_PASSWORD, { sessionId, address: null }, later)
    expect((await memberFromToken(token, later))?.signedInAt).toEqual(later)
  })

  it('is refused when wrong, and limited', async () => {
    const { viewer, sessionId } = await signedIn()
    const here = { sessionId, address: '10.2.3.4' }
    const codes: string[] = []
    for (let round = 0; round < 6; round += 1)
      codes.push((await failureOf(confirmPassword(viewer, 'not this one at all', here))).code)
    expect(codes).toEqual([...Array<string>(5).fill('invalid'), 'unavailable'])
  })
})

describe('a new password', () => {
  it('replaces the old one and signs out every other browser', async () => {
    const { viewer, token, email, sessionId } = await signedIn()
    const other = await openSession(viewer.accountId)
    const here = { sessionId, address: '10.2.3.5' }
    const change = (password: string, newPassword: string) =>
      changePassword(viewer, { password, newPassword }, here)
    expect((await failureOf(change('wrong wrong wrong', OTHER))).path).toEqual(['password'])
    expect((await failureOf(change(GOOD_PASSWORD, 'password1234'))).path).toEqual(['newPassword'])
    await change(GOOD_PASSWORD, OTHER)
    expect(await viewerFromToken(token)).not.toBeNull()
    expect(await viewerFromToken(other.token)).toBeNull()
    expect(await signIn({ email, password: OTHER, address: '10.2.3.6' })).toMatchObject({
      accountId: viewer.accountId,
    })
    const old = signIn({ email, password: GOOD_PASSWORD, address: '10.2.3.6' })
    expect((await failureOf(old)).code).toBe('forbidden')
  })
})
