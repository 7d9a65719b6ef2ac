import { afterEach, describe, expect, it } from 'vitest'
import { emptyTestDatabase } from '@/scripts/testing/database'
import { setup, setupLink } from '../cli/setup-commands'
import { atThreshold } from '../db'
import { AppError } from '../errors'
import { failureOf } from '../testing/failure'
import { openSession, viewerFromToken } from './session-store'
import { createOwner, createSetupLink, setUp, setupLinkIsLive, setUpIsOpen } from './setup'
import { signIn } from './sign-in'
import { GOOD_PASSWORD, newOwner, useTestDatabase } from './test-support'

useTestDatabase()

afterEach(emptyTestDatabase)

const MINUTE = 60_000
const start = new Date('2026-02-13T08:00:00Z')
const later = (ms: number) => new Date(start.getTime() + ms)

async function newToken(now = start): Promise<string> {
  const link = new URL((await createSetupLink(now)) ?? '')
  expect(`${link.origin}${link.pathname}`).toBe('http://127.0.0.1:3000/set-up')
  return link.searchParams.get('token') ?? ''
}

function owner(token: string, email = 'first@example.org') {
  return {
    token,
    email,
    name: 'First Owner',
    password: GOOD_PASSWORD,
    workspaceName: 'Spheres coalition',
  }
}

describe('set-up by link', () => {
  it('makes the first owner, the workspace and an audit event, and is over then', async () => {
    const token = await newToken()
    expect(await setUpIsOpen()).toBe(true)
    const { accountId, workspaceId } = await setUp(owner(token), start)
    expect(await setUpIsOpen()).toBe(false)
    const { token: cookie } = await openSession(accountId)
    expect(await viewerFromToken(cookie)).toMatchObject({ workspaceId, role: 'owner' })
    const events = await atThreshold({ workspaceId }, (tx) => tx.auditEvent.findMany())
    expect(events).toMatchObject([{ action: 'create', record: 'workspace', recordId: workspaceId }])
    expect(await createSetupLink(start)).toBeNull()
  })

  it('a second time is not found', async () => {
    const token = await newToken()
    await setUp(owner(token), start)
    expect((await failureOf(setUp(owner(token, 'second@example.org'), start))).code).toBe(
      'not_found',
    )
  })

  it('of many at once lets one win', async () => {
    const token = await newToken()
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) => setUp(owner(token, `p${n}@example.org`), start)),
    )
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(AppError)
    expect(await atThreshold({}, (tx) => tx.account.count())).toBe(1)
  })

  it('takes no link that is 30 minutes old, replaced, unknown or malformed', async () => {
    const first = await newToken()
    expect((await failureOf(setUp(owner(first), later(30 * MINUTE)))).code).toBe('forbidden')
    const second = await newToken(later(1))
    expect(await setupLinkIsLive(first, later(2))).toBe(false)
    for (const token of [first, 'A'.repeat(43), '', 'x']) {
      expect((await failureOf(setUp(owner(token), later(2)))).code).toBe('forbidden')
    }
    await expect(setUp(owner(second), later(30 * MINUTE))).resolves.toBeTruthy()
  })

  it('stores no token', async () => {
    const token = await newToken()
    const [row] = await atThreshold({}, (tx) => tx.setupToken.findMany())
    expect(
      await setupLinkIsLive(Buffer.from(row?.tokenHash ?? []).toString('base64url'), start),
    ).toBe(false)
    expect(await setupLinkIsLive(token, start)).toBe(true)
  })

  it('keeps the link for another try when the password is too weak', async () => {
    const token = await newToken()
    const error = await failureOf(setUp({ ...owner(token), password: 'Password1234' }, start))
    expect(error).toMatchObject({ code: 'invalid', path: ['password'] })
    await expect(setUp(owner(token), start)).resolves.toBeTruthy()
  })
})

describe('set-up by the operator', () => {
  const options = {
    email: ' First@Example.org ',
    name: 'First Owner',
    password: GOOD_PASSWORD,
    workspace: 'Spheres coalition',
  }

  it('makes an owner who can sign in, and closes set-up', async () => {
    const token = await newToken()
    const { accountId } = await setup(options)
    expect(await setupLink()).toBeNull()
    expect(
      await signIn({ email: 'first@example.org', password: GOOD_PASSWORD, address: null }),
    ).toMatchObject({ accountId })
    expect((await failureOf(setUp(owner(token), start))).code).toBe('not_found')
  })

  it('names each option that is wrong', async () => {
    const error = await failureOf(setup({ ...options, email: 'nobody', workspace: ' ' }))
    expect(error.message).toBe(
      '--email: This is not an e-mail address. It looks like name@example.org.\n--workspace: Write a name for your group or coalition.',
    )
  })

  it('adds a workspace to an account only with its own password', async () => {
    const { email, accountId } = await newOwner()
    const again = { email, name: 'Another name', workspaceName: 'Second group' }
    expect((await failureOf(createOwner({ ...again, password: 'not this one at all' }))).code).toBe(
      'forbidden',
    )
    const added = await createOwner({ ...again, password: GOOD_PASSWORD })
    expect(added.accountId).toBe(accountId)
    const members = await atThreshold({ accountId }, (tx) =>
      tx.member.findMany({ where: { accountId } }),
    )
    expect(members.map((member) => member.role)).toEqual(['owner', 'owner'])
  })
})
