import { describe, expect, it } from 'vitest'
import { asOwner } from '@/scripts/testing/database'
import { atThreshold, closeDatabase } from '../db'
import { countAttempt, forgiveAttempt } from './limits'
import { signIn } from './sign-in'
import { GOOD_PASSWORD, newOwner, useTestDatabase } from './test-support'

useTestDatabase()

const MINUTE = 60_000
const start = new Date('2026-02-13T08:00:00Z')
const later = (ms: number) => new Date(start.getTime() + ms)
let counter = 0
const someone = () => `someone-${++counter}@example.org`
const WRONG = 'Wrong e-mail address or password. Check both and try again.'

describe('countAttempt', () => {
  it('lets 5 tries in 15 minutes through for an account from one network, then says how long to wait', async () => {
    const attempt = { email: someone(), address: '203.0.113.5' }
    for (let n = 0; n < 5; n++) expect(await countAttempt(attempt, later(n))).toBe(0)
    expect(await countAttempt(attempt, later(5))).toBe(15)
    expect(await countAttempt(attempt, later(10 * MINUTE))).toBe(5)
    expect(await countAttempt(attempt, later(15 * MINUTE - 1))).toBe(1)
    expect(await countAttempt(attempt, later(15 * MINUTE))).toBe(0)
  })

  it('counts tries at one moment one by one', async () => {
    const attempt = { email: someone(), address: '203.0.113.5' }
    const waits = await Promise.all(Array.from({ length: 20 }, () => countAttempt(attempt, start)))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('lets 20 tries in an hour through for an account from 30 addresses', async () => {
    const email = someone()
    const waits = []
    for (let n = 0; n < 30; n++)
      waits.push(await countAttempt({ email, address: `198.51.100.${n}` }, later(n)))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(20)
    expect(waits.slice(20)).toEqual(Array(10).fill(60))
    expect(await countAttempt({ email, address: '198.51.100.77' }, later(60 * MINUTE))).toBe(0)
  })

  it('lets 30 tries in 15 minutes through from one network, whatever accounts they are for', async () => {
    const from = (n: number) => ({ email: someone(), address: `2001:db8:7:7::${n.toString(16)}` })
    const waits = []
    for (let n = 0; n < 60; n++) waits.push(await countAttempt(from(n), later(n)))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(30)
    expect(waits.slice(30)).toEqual(Array(30).fill(15))
    const elsewhere = { email: someone(), address: '2001:db8:7:8::1' }
    expect(await countAttempt(elsewhere, later(61))).toBe(0)
  })

  it('takes the addresses of one IPv6 /64 for one network', async () => {
    const email = someone()
    const waits = []
    for (let n = 1; n <= 8; n++)
      waits.push(await countAttempt({ email, address: `2001:db8:1:2::${n}` }, start))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('takes requests without a known address for one network', async () => {
    const email = someone()
    const waits = []
    for (let n = 0; n < 4; n++)
      waits.push(
        await countAttempt({ email, address: null }, start),
        await countAttempt({ email, address: 'nonsense' }, start),
      )
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('does not let one network use up what an account may try from anywhere', async () => {
    const email = someone()
    for (let n = 0; n < 40; n++) await countAttempt({ email, address: '203.0.113.66' }, start)
    expect(await countAttempt({ email, address: '203.0.113.7' }, start)).toBe(0)
  })

  it('keeps neither address nor e-mail in the table, and changes its keys with the day', async () => {
    const attempt = { email: someone(), address: '203.0.113.8' }
    const keys = () =>
      atThreshold({}, async (tx) => (await tx.rateLimit.findMany()).map((row) => row.key))
    const before = await keys()
    await countAttempt(attempt, start)
    const today = (await keys()).filter((key) => !before.includes(key))
    expect(today).toHaveLength(3)
    expect(today.every((key) => /^[\w-]{43}$/.test(key))).toBe(true)
    await countAttempt(attempt, later(24 * 60 * MINUTE))
    const tomorrow = await atThreshold({}, (tx) =>
      tx.rateLimit.count({ where: { windowEnds: { gt: later(24 * 60 * MINUTE) } } }),
    )
    expect(tomorrow).toBe(3)
  })

  it('gives a right try back', async () => {
    const attempt = { email: someone(), address: '203.0.113.9' }
    for (let n = 0; n < 30; n++) {
      expect(await countAttempt(attempt, start)).toBe(0)
      await forgiveAttempt(attempt, start)
    }
  })

  it('counts and gives back for one account at once, without a deadlock', async () => {
    const attempt = { email: someone(), address: '203.0.113.10' }
    const rounds = Array.from({ length: 12 }, async () => {
      for (let n = 0; n < 8; n++) {
        await countAttempt(attempt, start)
        await forgiveAttempt(attempt, start)
      }
    })
    const ends = await Promise.allSettled(rounds)
    expect(ends.filter(({ status }) => status === 'rejected')).toEqual([])
  })
})

describe('signIn', () => {
  it('answers a wrong password and an unknown address with the same sentence', async () => {
    const { email, accountId } = await newOwner()
    const address = '203.0.113.20'
    await expect(
      signIn({ email, password: 'teapot under six umbrellas', address }),
    ).rejects.toThrow(WRONG)
    await expect(signIn({ email: someone(), password: GOOD_PASSWORD, address })).rejects.toThrow(
      WRONG,
    )
    await expect(signIn({ email, password: GOOD_PASSWORD, address })).resolves.toMatchObject({
      accountId,
    })
  })

  it('refuses even the right password once the limit is reached, for known and unknown alike, at a new browser', async () => {
    const { email } = await newOwner()
    for (const name of [email, someone()]) {
      for (let n = 0; n < 5; n++)
        await expect(signIn({ email: name, password: 'wrong', address: null })).rejects.toThrow(
          WRONG,
        )
      await expect(signIn({ email: name, password: GOOD_PASSWORD, address: null })).rejects.toThrow(
        /^Too many tries to sign in\. Wait 15 minutes/,
      )
    }
  })

  it('tells a removed member, after the right password only', async () => {
    const { email, accountId, workspaceId } = await newOwner()
    await atThreshold({ workspaceId }, (tx) =>
      tx.member.updateMany({ where: { accountId }, data: { removedAt: start } }),
    )
    await expect(signIn({ email, password: 'wrong', address: null })).rejects.toThrow(WRONG)
    await expect(signIn({ email, password: GOOD_PASSWORD, address: null })).rejects.toThrow(
      /not a member of any workspace/,
    )
  })

  it('lets nobody in while the limits cannot be counted', async () => {
    const { email } = await newOwner()
    await asOwner('alter table rate_limit rename to rate_limit_away')
    await expect(signIn({ email, password: GOOD_PASSWORD, address: null })).rejects.toThrow()
    await asOwner('alter table rate_limit_away rename to rate_limit')
    await closeDatabase()
    await expect(signIn({ email, password: GOOD_PASSWORD, address: null })).resolves.toBeTruthy()
  })
})
