import { describe, expect, it } from 'vitest'
import { atThreshold } from '../db'
import { lockDown } from '../workspace/lock-down'
import { failureOf } from '../testing/failure'
import { confirmPassword } from './change-password'
import { newBrowserMark } from './known-browser'
import { countAttempt } from './limits'
import { memberFromToken, openSession, viewerFromToken } from './session-store'
import { signIn } from './sign-in'
import { GOOD_PASSWORD, newOwner, useTestDatabase } from './test-support'

useTestDatabase()

/** The mark that a browser has of a sign-in to the account now. */
const markOf = (accountId: string) =>
  atThreshold({ accountId }, async (tx) =>
    newBrowserMark(
      await tx.account.findUniqueOrThrow({
        where: { id: accountId },
        select: { id: true, passwordHash: true },
      }),
    ),
  )

/** As many wrong passwords, each from a network of its own, as a stranger may try in an hour. */
async function strangersTry(email: string) {
  for (let n = 0; n < 25; n++) await countAttempt({ email, address: `198.51.100.${n}` })
}

describe('somebody whose e-mail address strangers guess at', () => {
  it('signs in at the browser where they signed in before, and waits at another', async () => {
    const { email, accountId } = await newOwner()
    const mark = await markOf(accountId)
    await strangersTry(email)
    const there = { email, password: GOOD_PASSWORD, address: '203.0.113.1' }
    expect((await failureOf(signIn(there))).message).toMatch(/^Too many tries to sign in/)
    await expect(signIn({ ...there, mark })).resolves.toMatchObject({ accountId })
  })

  it('locks the workspace down where they are signed in', async () => {
    const { email, accountId } = await newOwner()
    const here = await openSession(accountId)
    const elsewhere = await openSession(accountId)
    const { viewer, sessionId } = (await memberFromToken(here.token))!
    await strangersTry(email)
    // The strangers may well sit in the same network.
    await confirmPassword(viewer, GOOD_PASSWORD, { sessionId, address: '198.51.100.3' })
    await lockDown(viewer, sessionId)
    expect(await viewerFromToken(here.token)).not.toBeNull()
    expect(await viewerFromToken(elsewhere.token)).toBeNull()
  })
})

describe('the mark of a browser', () => {
  it('is made for one account, and cannot be made up', async () => {
    const { email, accountId } = await newOwner()
    const other = await markOf((await newOwner()).accountId)
    await strangersTry(email)
    const own = await markOf(accountId)
    const [nonce = '', proof = ''] = own.split('.')
    const made = [other, `${nonce}.${other.split('.')[1]}`, `${'A'.repeat(22)}.${proof}`, nonce, '']
    for (const mark of [...made, `${own}.${own}`, 'x'.repeat(10_000)]) {
      const there = { email, password: GOOD_PASSWORD, address: '203.0.113.2', mark }
      expect((await failureOf(signIn(there))).code).toBe('unavailable')
    }
  })

  it('is worn down by wrong passwords itself, and takes none from other browsers', async () => {
    const { email, accountId } = await newOwner()
    const mark = await markOf(accountId)
    const codes: string[] = []
    for (let n = 0; n < 30; n++) {
      const there = { email, password: 'wrong', address: `198.51.100.${n}`, mark }
      codes.push((await failureOf(signIn(there))).code)
    }
    expect(codes).toEqual([
      ...Array<string>(5).fill('forbidden'),
      ...Array<string>(25).fill('unavailable'),
    ])
    const there = { email, password: GOOD_PASSWORD, address: '198.51.100.77' }
    await expect(signIn(there)).resolves.toMatchObject({ accountId })
  })

  it('is void once the account has another password', async () => {
    const { email, accountId } = await newOwner()
    const mark = await markOf(accountId)
    await strangersTry(email)
    const there = { email, password: GOOD_PASSWORD, address: '203.0.113.3', mark }
    await expect(signIn(there)).resolves.toMatchObject({ accountId })
    await atThreshold({ accountId }, (tx) =>
      tx.account.updateMany({ where: { id: accountId }, data: { passwordHash: 'another' } }),
    )
    expect((await failureOf(signIn(there))).code).toBe('unavailable')
  })

  it('has one limit with all others of the account', async () => {
    const { email, accountId } = await newOwner()
    const codes = new Set<string>()
    for (let n = 0; n < 13; n++) {
      const mark = await markOf(accountId)
      for (let tries = 0; tries < 5; tries++)
        codes.add((await failureOf(signIn({ email, password: 'wrong', address: null, mark }))).code)
    }
    const mark = await markOf(accountId)
    const there = { email, password: GOOD_PASSWORD, address: null, mark }
    expect([...codes]).toEqual(['forbidden', 'unavailable'])
    expect((await failureOf(signIn(there))).code).toBe('unavailable')
  })

  it('counts for nothing beside the password', async () => {
    const { email, accountId } = await newOwner()
    const there = { email, password: 'wrong', address: null, mark: await markOf(accountId) }
    expect((await failureOf(signIn(there))).code).toBe('forbidden')
  })
})
