import { beforeEach, describe, expect, it, vi } from 'vitest'
import { atThreshold } from '../db'
import {
  currentMember,
  endSession,
  findViewer,
  renewToken,
  requireViewer,
  signedInRecently,
  startSession,
} from './session'
import { memberFromToken, viewerFromToken } from './session-store'
import { GOOD_PASSWORD, newOwner, proofOf, useTestDatabase } from './test-support'
import { requireOwnPassword } from './own-password'

type Cookie = { value: string; [option: string]: unknown }

const browser = vi.hoisted(() => ({
  jar: new Map<string, Cookie>(),
  headers: new Map<string, string>(),
}))

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => browser.jar.get(name),
    set: (name: string, value: string, options: object) => {
      browser.jar.set(name, { value, ...options })
    },
  }),
  headers: async () => ({ get: (name: string) => browser.headers.get(name) ?? null }),
}))
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirect to ${path}`)
  },
}))

useTestDatabase()

beforeEach(() => {
  browser.jar.clear()
  browser.headers.clear()
})

function sessionsOf(accountId: string): Promise<number> {
  return atThreshold({}, (tx) => tx.session.count({ where: { accountId } }))
}

describe('startSession', () => {
  it('keeps the browser and its time zone in words, and nothing else of it', async () => {
    const { accountId } = await newOwner()
    browser.headers.set('user-agent', 'Mozilla/5.0 (Android 15; Mobile) Gecko/140.0 Firefox/140.0')
    browser.jar.set('throughline-zone', { value: 'America/Los_Angeles' })
    await startSession(await proofOf(accountId))
    const [session] = await atThreshold({}, (tx) => tx.session.findMany({ where: { accountId } }))
    expect(session?.device).toBe('Firefox on Android, Los Angeles time')
    expect(browser.jar.get('throughline-zone')).toMatchObject({ value: '', maxAge: 0 })
    // A random hash may hold any number.
    expect(JSON.stringify({ ...session, tokenHash: null, id: null })).not.toMatch(/\/140/)
  })

  it('gives the browser a cookie that no script and no other site can use', async () => {
    const { accountId } = await newOwner()
    await startSession(await proofOf(accountId))
    const cookie = browser.jar.get('throughline')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: false })
    expect(cookie).not.toHaveProperty('domain')
    expect(cookie?.value).toMatch(/^[\w-]{43}$/)
    expect(await findViewer()).toMatchObject({ accountId, role: 'owner' })
    expect(await currentMember()).toMatchObject({
      accountName: 'Test Owner',
      workspaceName: 'Test group',
    })
  })

  it('makes a new session at each sign-in, and ends the one that the browser had', async () => {
    const { accountId } = await newOwner()
    await startSession(await proofOf(accountId))
    const before = browser.jar.get('throughline')?.value ?? ''
    await startSession(await proofOf(accountId))
    expect(browser.jar.get('throughline')?.value).not.toBe(before)
    expect(await viewerFromToken(before)).toBeNull()
    expect(await sessionsOf(accountId)).toBe(1)
  })

  it('never takes over a token that was planted in the browser', async () => {
    const { accountId } = await newOwner()
    const planted = 'A'.repeat(43)
    browser.jar.set('throughline', { value: planted })
    await startSession(await proofOf(accountId))
    expect(await viewerFromToken(planted)).toBeNull()
  })
})

describe('the password given again', () => {
  it('gives the browser another token, and the one before opens nothing recent', async () => {
    const { accountId } = await newOwner()
    await startSession(await proofOf(accountId))
    const before = browser.jar.get('throughline')?.value ?? ''
    const member = await currentMember()
    if (!member) throw new Error('Nobody is signed in.')
    const then = new Date(Date.now() - 11 * 60_000)
    await atThreshold({ accountId }, (tx) =>
      tx.session.updateMany({ where: { accountId }, data: { signedInAt: then } }),
    )
    const wrong = requireOwnPassword(member.viewer, { _ownPassword: 'not mine at all' })
    await expect(wrong).rejects.toThrow('This is not your password.')
    expect(browser.jar.get('throughline')?.value).toBe(before)
    await requireOwnPassword(member.viewer, { _ownPassword: GOOD_PASSWORD })
    const after = browser.jar.get('throughline')
    expect(after).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
    expect(await currentMember()).toMatchObject({ sessionId: member.sessionId })
    expect(await signedInRecently()).toBe(true)
    // Whoever has a copy of the cookie does not rise with it; whose answer got lost goes on for a moment.
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)
    const former = await memberFromToken(before, inMinutes(1.9))
    expect(former).toMatchObject({ sessionId: member.sessionId })
    expect(former?.signedInAt.getTime()).toBe(0)
    expect(await memberFromToken(before, inMinutes(2.1))).toBeNull()
    await renewToken(member, { endsFormer: true })
    expect(await viewerFromToken(before)).toBeNull()
    expect(await viewerFromToken(String(after?.value))).toBeNull()
    expect(await currentMember()).toMatchObject({ sessionId: member.sessionId })
  })
})

describe('endSession', () => {
  it('takes the cookie back and deletes the session', async () => {
    const { accountId } = await newOwner()
    await startSession(await proofOf(accountId))
    await endSession()
    expect(browser.jar.get('throughline')).toMatchObject({ value: '', maxAge: 0, path: '/' })
    expect(await sessionsOf(accountId)).toBe(0)
    expect(await findViewer()).toBeNull()
  })
})

describe('requireViewer', () => {
  it('lets a member on', async () => {
    const { accountId } = await newOwner()
    await startSession(await proofOf(accountId))
    expect(await requireViewer()).toMatchObject({ accountId })
  })

  it('sends anybody else to sign in, and back to a path of this site only', async () => {
    await expect(requireViewer()).rejects.toThrow(/^redirect to \/sign-in$/)
    browser.headers.set('x-throughline-path', '/campaigns/spheres?_rsc=1x')
    await expect(requireViewer()).rejects.toThrow(
      /^redirect to \/sign-in\?next=%2Fcampaigns%2Fspheres$/,
    )
    browser.headers.set('x-throughline-path', '//evil.example')
    await expect(requireViewer()).rejects.toThrow(/^redirect to \/sign-in$/)
    await expect(requireViewer('/campaigns/new')).rejects.toThrow(
      /^redirect to \/sign-in\?next=%2Fcampaigns%2Fnew$/,
    )
  })
})

describe('with an https address', () => {
  it('uses the cookie name that browsers protect, and believes no other', async () => {
    const { accountId } = await newOwner()
    await startSession(await proofOf(accountId))
    const address = process.env.THROUGHLINE_URL
    process.env.THROUGHLINE_URL = 'https://record.example.org'
    vi.resetModules()
    const secure = await import('./session')
    const { closeDatabase } = await import('../db')
    expect(await secure.findViewer()).toBeNull()
    await secure.startSession(await proofOf(accountId))
    expect(browser.jar.get('__Host-throughline')).toMatchObject({
      secure: true,
      httpOnly: true,
      path: '/',
    })
    expect(await secure.findViewer()).toMatchObject({ accountId })
    await closeDatabase()
    process.env.THROUGHLINE_URL = address
  })
})
