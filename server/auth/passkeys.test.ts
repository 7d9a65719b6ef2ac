import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { atThreshold } from '../db'
import { AppError } from '../errors'
import { memberIn } from '../testing/world'
import { changeWorkspaceSettings } from '../workspace/mutations'
import { newAuthenticator } from './passkey-test-support'
import { relyingParty } from './passkey-challenges'
import { askForPasskey, signInWithPasskey } from './passkey-sign-in'
import { addPasskey, beginPasskey, listPasskeys, removePasskey } from './passkeys'
import { endPending, pendingFor, holdSignIn } from './pending-sign-in'
import { makeResetLink, passkeysKept, resetPassword } from './password-reset'
import { systemViewer } from './viewers'
import { memberFromToken, openSession } from './session-store'
import { GOOD_PASSWORD, newOwner, proofOf, useTestDatabase } from './test-support'

useTestDatabase()
beforeAll(() => {
  process.env.THROUGHLINE_URL = 'http://localhost:3000'
})

const START = new Date('2026-02-13T08:00:00Z')
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000)

let account: { accountId: string; workspaceId: string }
let session: { token: string; id: string }
let device: ReturnType<typeof newAuthenticator>

beforeEach(async () => {
  account = await newOwner()
  device = newAuthenticator()
  const { token } = await openSession(account.accountId, START)
  session = { token, id: (await memberFromToken(token, START))?.sessionId ?? '' }
})

async function add(odd = {}, seconds = 10) {
  const { token, options } = await beginPasskey(account, START)
  const input = { token, name: 'My phone', answer: device.create(options, odd) }
  await addPasskey(account, input, session.id, later(seconds))
}

/** With which code somebody is refused. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

async function signIn(odd = {}, seconds = 10) {
  const { token, options } = await askForPasskey(null, START)
  return signInWithPasskey({ token, answer: device.use(options, odd) }, later(seconds))
}

describe('a passkey', () => {
  it('signs in without a name, and is listed with its last use until it is removed', async () => {
    await add()
    expect(await signIn()).toMatchObject({ accountId: account.accountId })
    const [listed] = await listPasskeys(account)
    expect(listed).toMatchObject({ name: 'My phone', usedAt: later(10).toISOString() })
    const other = await newOwner()
    const there = await openSession(account.accountId, START)
    const proof = await signIn({ counter: 5 })
    expect(await refusal(removePasskey(other, listed?.id ?? '', ''))).toBe('not_found')
    await removePasskey(account, listed?.id ?? '', session.id)
    // Its sessions may be somebody else's, and so may a sign-in that is under way.
    expect(await memberFromToken(there.token, START)).toBeNull()
    expect(await memberFromToken(session.token, START)).not.toBeNull()
    expect(await refusal(openSession(account.accountId, START, { proof }))).toBe('forbidden')
    expect(await refusal(signIn())).toBe('forbidden')
  })

  it('is asked to verify its user, and to be found without a name', async () => {
    const made = JSON.parse((await beginPasskey(account, START)).options) as object
    expect(made).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const asked = JSON.parse((await askForPasskey(null, START)).options) as object
    expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    expect(asked).not.toHaveProperty('allowCredentials')
  })

  it('opens nothing for who is a member of no workspace any more', async () => {
    await add()
    const { accountId, workspaceId } = account
    await atThreshold({ workspaceId, accountId }, (tx) =>
      tx.member.updateMany({ where: { accountId }, data: { removedAt: START } }),
    )
    expect(await refusal(signIn())).toBe('forbidden')
    expect(await listPasskeys(account)).toMatchObject([{ usedAt: null }])
  })

  it.each([
    ['another site', { origin: 'http://localhost:3001' }],
    ['another host', { rpId: 'example.org' }],
    ['another challenge', { challenge: 'A'.repeat(43) }],
    ['a device that asked nobody', { verified: false }],
  ])('is not added with an answer for %s', async (_, odd) => {
    expect(await refusal(add(odd))).toBe('forbidden')
    expect(await listPasskeys(account)).toEqual([])
  })

  it.each([
    ['another site', { origin: 'http://localhost:3001' }],
    ['another host', { rpId: 'example.org' }],
    ['another challenge', { challenge: 'A'.repeat(43) }],
    ['a device that asked nobody', { verified: false }],
    ['somebody else', { userHandle: 'AAAA' }],
  ])('does not sign in with an answer for %s', async (_, odd) => {
    await add()
    expect(await refusal(signIn(odd))).toBe('forbidden')
  })

  it('does not sign in where its counter does not rise: it was copied', async () => {
    await add()
    await signIn({ counter: 7 })
    expect(await refusal(signIn({ counter: 7 }))).toBe('forbidden')
    expect(await signIn({ counter: 8 })).toMatchObject({ accountId: account.accountId })
  })

  it('is added once, and at most 20 times', async () => {
    await add()
    expect(await refusal(add())).toBe('conflict')
    await atThreshold({ accountId: account.accountId }, (tx) =>
      tx.passkey.createMany({
        data: Array.from({ length: 19 }, (_, at) => ({
          ...{ accountId: account.accountId, credentialId: `${account.accountId} ${at}` },
          ...{ publicKey: new Uint8Array(), name: 'Another' },
        })),
      }),
    )
    expect(await refusal(beginPasskey(account, START))).toBe('conflict')
  })
})

describe('a challenge', () => {
  it('is burnt at its first use, right or wrong', async () => {
    await add()
    const { token, options } = await askForPasskey(null, START)
    const answer = device.use(options)
    const wrong = device.use(options, { origin: 'http://localhost:3001' })
    expect(await refusal(signInWithPasskey({ token, answer: wrong }, later(1)))).toBe('forbidden')
    expect(await refusal(signInWithPasskey({ token, answer }, later(2)))).toBe('forbidden')
    const next = await askForPasskey(null, START)
    const once = { token: next.token, answer: device.use(next.options) }
    expect(await signInWithPasskey(once, later(3))).toMatchObject({ accountId: account.accountId })
    expect(await refusal(signInWithPasskey(once, later(4)))).toBe('forbidden')
  })

  it('is given to one network 60 times in 15 minutes, and to others meanwhile', async () => {
    for (let count = 1; count <= 60; count += 1) await askForPasskey('203.0.113.7', START)
    expect(await refusal(askForPasskey('203.0.113.7', later(1)))).toBe('unavailable')
    expect(await askForPasskey('198.51.100.7', later(1))).toHaveProperty('token')
    expect(await askForPasskey('203.0.113.7', later(15 * 60))).toHaveProperty('token')
  })

  it('lasts five minutes', async () => {
    await add({}, 299)
    expect(await refusal(signIn({}, 300))).toBe('forbidden')
    expect(await signIn({}, 299)).toMatchObject({ accountId: account.accountId })
  })

  it('is for one browser and one account', async () => {
    await add()
    const mine = await askForPasskey(null, START)
    const theirs = await askForPasskey(null, START)
    const answer = device.use(mine.options)
    const crossed = signInWithPasskey({ token: theirs.token, answer }, later(1))
    expect(await refusal(crossed)).toBe('forbidden')
    const other = await newOwner()
    const { token, options } = await beginPasskey(other, START)
    const stolen = { token, name: 'Mine', answer: newAuthenticator().create(options) }
    expect(await refusal(addPasskey(account, stolen, session.id, later(1)))).toBe('forbidden')
    expect(await refusal(addPasskey(other, stolen, session.id, later(1)))).toBe('forbidden')
  })
})

describe('where a workspace requires more than a password', () => {
  beforeEach(async () => {
    const owner = await memberIn(account.workspaceId, 'owner', account.accountId)
    const settings = { name: 'Test group', keepsNames: true, requiresCodes: true }
    await changeWorkspaceSettings(owner, settings)
  })
  const owes = async (token: string) => (await memberFromToken(token, START))?.owesCodes

  it('a passkey counts, at the browser that has used one', async () => {
    expect(await owes(session.token)).toBe(true)
    await add()
    expect(await owes(session.token)).toBe(false)
    const byPassword = await openSession(account.accountId, START)
    expect(await owes(byPassword.token)).toBe(true)
    const byPasskey = await openSession(account.accountId, START, { byPasskey: true })
    expect(await owes(byPasskey.token)).toBe(false)
    const [listed] = await listPasskeys(account)
    const here = (await memberFromToken(byPasskey.token, START))?.sessionId ?? ''
    await removePasskey(account, listed?.id ?? '', here)
    expect(await owes(byPasskey.token)).toBe(true)
  })

  it('a password alone waits for the passkey, and does not lead to new codes', async () => {
    expect(await holdSignIn(await proofOf(account.accountId), null, START)).toBeNull()
    await add()
    const token =
      (await holdSignIn(await proofOf(account.accountId), account.workspaceId, START)) ?? ''
    expect(await pendingFor(token, START)).toEqual({ code: false, passkey: true })
    expect(await endPending(token, account.accountId, START)).toBe(account.workspaceId)
    expect(await pendingFor(token, START)).toBeNull()
  })

  it('a link for a new password leaves the passkeys, and says how many', async () => {
    await add()
    const owner = await memberIn(account.workspaceId, 'owner', account.accountId)
    const { url } = await makeResetLink(owner, owner.memberId, false, START)
    const token = url.split('/').at(-1) ?? ''
    expect(await passkeysKept(token, later(1))).toBe(1)
    await resetPassword({ token, password: `${GOOD_PASSWORD} again` }, later(2))
    expect(await listPasskeys(account)).toHaveLength(1)
    expect(await passkeysKept(token, later(3))).toBe(0)
  })

  it('the operator’s link for a lost device takes the passkeys away', async () => {
    await add()
    const owner = await memberIn(account.workspaceId, 'owner', account.accountId)
    const link = await makeResetLink(systemViewer(account.workspaceId), owner.memberId, true, START)
    const token = link.url.split('/').at(-1) ?? ''
    expect(await passkeysKept(token, later(1))).toBe(0)
    await resetPassword({ token, password: `${GOOD_PASSWORD} again` }, later(1))
    expect(await listPasskeys(account)).toEqual([])
  })
})

it.each([
  [
    'https://record.example.org',
    { id: 'record.example.org', origin: 'https://record.example.org' },
  ],
  ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
  ['http://record.example.org', null],
  ['https://192.0.2.7', null],
  ['https://[2001:db8::1]', null],
])('at %s browsers know the site as %j', async (address, party) => {
  vi.resetModules()
  vi.stubEnv('THROUGHLINE_URL', address)
  const fresh = await import('./passkey-challenges')
  expect(fresh.relyingParty()).toEqual(party)
  expect(relyingParty()).toEqual({ id: 'localhost', origin: 'http://localhost:3000' })
  vi.unstubAllEnvs()
})
