import { beforeEach, describe, expect, it, vi } from 'vitest'
import { atThreshold } from '../db'
import { currentMember, endSession, findViewer, requireViewer, startSession } from './session'
import { viewerFromToken } from './session-store'
import { newOwner, useTestDatabase } from './test-support'

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
  it('gives the browser a cookie that no script and no other site can use', async () => {
    const { accountId } = await newOwner()
    await startSession(accountId)
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
    await startSession(accountId)
    const before = browser.jar.get('throughline')?.value ?? ''
    await startSession(accountId)
    expect(browser.jar.get('throughline')?.value).not.toBe(before)
    expect(await viewerFromToken(before)).toBeNull()
    expect(await sessionsOf(accountId)).toBe(1)
  })

  it('never takes over a token that was planted in the browser', async () => {
    const { accountId } = await newOwner()
    const planted = 'A'.repeat(43)
    browser.jar.set('throughline', { value: planted })
    await startSession(accountId)
    expect(await viewerFromToken(planted)).toBeNull()
  })
})

describe('endSession', () => {
  it('takes the cookie back and deletes the session', async () => {
    const { accountId } = await newOwner()
    await startSession(accountId)
    await endSession()
    expect(browser.jar.get('throughline')).toMatchObject({ value: '', maxAge: 0, path: '/' })
    expect(await sessionsOf(accountId)).toBe(0)
    expect(await findViewer()).toBeNull()
  })
})

describe('requireViewer', () => {
  it('lets a member on', async () => {
    const { accountId } = await newOwner()
    await startSession(accountId)
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
    await startSession(accountId)
    const address = process.env.THROUGHLINE_URL
    process.env.THROUGHLINE_URL = 'https://record.example.org'
    vi.resetModules()
    const secure = await import('./session')
    const { closeDatabase } = await import('../db')
    expect(await secure.findViewer()).toBeNull()
    await secure.startSession(accountId)
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
