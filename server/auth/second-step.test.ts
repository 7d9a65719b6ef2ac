import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { atThreshold } from '../db'
import { failureOf } from '../testing/failure'
import { memberIn, newWorld } from '../testing/world'
import { changeWorkspaceSettings } from '../workspace/mutations'
import { makeCalendarAddress } from '../demands/feeds'
import { openFeed } from './calendar-feed'
import { viewerOfMember } from './member-viewer'
import { newRecoveryCodes, recoveryHash, stepOfCode } from './one-time-codes'
import { finishSignIn, holdSignIn, isPending } from './pending-sign-in'
import {
  codeSetUp,
  renewRecoveryCodes,
  secondStepOf,
  turnCodesOff,
  turnCodesOn,
} from './second-step'
import { memberFromToken, openSession, viewerFromToken } from './session-store'
import { newOwner, proofOf, useTestDatabase } from './test-support'
import { systemViewer } from './viewers'

useTestDatabase()

const START = new Date('2026-02-13T08:00:00Z')
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const HERE = '10.4.0.1'

const codeAt = (secret: string, at: Date) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() })

/** An account that has turned its codes on, with the secret on its phone. */
async function withCodes() {
  const { accountId, workspaceId } = await newOwner()
  const setUp = await codeSetUp({ accountId })
  if (!setUp) throw new Error('There is nothing to set up.')
  await turnCodesOn({ accountId }, codeAt(setUp.secret, START), randomUUID(), START)
  return { accountId, workspaceId, secret: setUp.secret }
}

async function held(accountId: string, now: Date): Promise<string> {
  const token = await holdSignIn(await proofOf(accountId), null, now)
  if (!token) throw new Error('The sign-in was not held.')
  return token
}

const finish = async (accountId: string, code: string, now: Date) =>
  finishSignIn({ token: await held(accountId, now), code, address: HERE }, now)

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('is that of RFC 6238 at second %i', (second, code) => {
    const secret = Secret.fromLatin1('12345678901234567890').base32
    const at = (time: number) => stepOfCode(secret, code, new Date(time * 1000))
    expect(at(second)).toBe(BigInt(Math.floor(second / 30)))
    expect(at(second + 30)).toBe(BigInt(Math.floor(second / 30)))
    expect(at(second + 90)).toBeNull()
  })

  it('has a secret that the database alone does not give away', async () => {
    const { accountId, secret } = await withCodes()
    const row = await atThreshold({ accountId }, (tx) =>
      tx.secondStep.findUniqueOrThrow({ where: { accountId } }),
    )
    const stored = Buffer.from(row.secretSealed)
    expect(stored.includes(Buffer.from(secret))).toBe(false)
    expect(stored.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false)
  })
})

describe('sign-in with codes', () => {
  it('is held until the code, which does not let in by itself', async () => {
    const { accountId, secret } = await withCodes()
    const token = await held(accountId, later(60))
    expect(await viewerFromToken(token)).toBeNull()
    const code = codeAt(secret, later(60))
    expect(await finishSignIn({ token, code, address: HERE }, later(60))).toEqual({
      ...{ proof: { ...(await proofOf(accountId)), code: true }, startIn: null },
    })
    expect(await isPending(token, later(60))).toBe(false)
  })

  it('is not held for an account without codes', async () => {
    const { accountId } = await newOwner()
    expect(await holdSignIn(await proofOf(accountId), null, START)).toBeNull()
  })

  it('TOTP replay -> refused', async () => {
    const { accountId, secret } = await withCodes()
    const first = codeAt(secret, START)
    expect((await failureOf(finish(accountId, first, later(5)))).path).toEqual(['code'])
    const next = codeAt(secret, later(30))
    await finish(accountId, next, later(30))
    expect((await failureOf(finish(accountId, next, later(31)))).path).toEqual(['code'])
    expect((await failureOf(finish(accountId, first, later(32)))).path).toEqual(['code'])
  })

  it('lets one of two in that bring the same code at once', async () => {
    const { accountId, secret } = await withCodes()
    const code = codeAt(secret, later(60))
    const both = await Promise.allSettled([0, 1].map(() => finish(accountId, code, later(60))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('waits ten minutes and no longer', async () => {
    const { accountId, secret } = await withCodes()
    const token = await held(accountId, later(60))
    const end = later(60 + 10 * 60)
    const late = finishSignIn({ token, code: codeAt(secret, end), address: HERE }, end)
    expect((await failureOf(late)).code).toBe('forbidden')
  })

  it('is limited', async () => {
    const { accountId } = await withCodes()
    const codes: string[] = []
    for (let round = 0; round < 6; round += 1)
      codes.push((await failureOf(finish(accountId, '000000', later(60)))).code)
    expect(codes).toEqual([...Array<string>(5).fill('invalid'), 'unavailable'])
  })

  it('takes each recovery code once, however it is typed', async () => {
    const { accountId } = await withCodes()
    const [first = '', second = ''] = await renewRecoveryCodes({ accountId })
    await finish(accountId, ` ${first.toUpperCase()} `, later(60))
    expect((await failureOf(finish(accountId, first, later(60)))).path).toEqual(['code'])
    await finish(accountId, second.replaceAll('-', ' '), later(60))
    expect(await secondStepOf({ accountId })).toEqual({ on: true, recoveryLeft: 8 })
    const [fresh = ''] = await renewRecoveryCodes({ accountId })
    const void_ = await failureOf(finish(accountId, second, later(60)))
    expect(void_.path).toEqual(['code'])
    await finish(accountId, fresh, later(60))
  })

  it('begins nowhere without asking for the code', () => {
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    const direct = files
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .filter((file) => readFileSync(join('app', file), 'utf8').includes('startSession'))
    expect(direct).toEqual([])
  })
})

describe('recovery codes', () => {
  it('are stored so that they fit one account alone', () => {
    const [code = ''] = newRecoveryCodes()
    expect(code).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/)
    expect(recoveryHash(code, 'one')).not.toEqual(recoveryHash(code, 'other'))
    expect(recoveryHash('123456', 'one')).toBeNull()
  })

  it('are one set, also when two are made at once', async () => {
    const { accountId } = await withCodes()
    await Promise.all([1, 2, 3].map(() => renewRecoveryCodes({ accountId })))
    expect((await secondStepOf({ accountId })).recoveryLeft).toBe(10)
  })

  it('are made only where codes are on', async () => {
    const { accountId } = await newOwner()
    expect((await failureOf(renewRecoveryCodes({ accountId }))).code).toBe('conflict')
  })
})

describe('turning codes on and off', () => {
  it('keeps the secret until a right code, and signs out other browsers then', async () => {
    const { accountId } = await newOwner()
    const here = await memberFromToken((await openSession(accountId)).token)
    const there = await openSession(accountId)
    const setUp = await codeSetUp({ accountId })
    expect(await codeSetUp({ accountId })).toEqual(setUp)
    const wrong = turnCodesOn({ accountId }, '000000', here?.sessionId ?? '', START)
    expect((await failureOf(wrong)).path).toEqual(['code'])
    expect((await secondStepOf({ accountId })).on).toBe(false)
    const code = codeAt(setUp?.secret ?? '', START)
    await turnCodesOn({ accountId }, code, here?.sessionId ?? '', START)
    expect(await codeSetUp({ accountId })).toBeNull()
    expect(await viewerFromToken(there.token)).toBeNull()
    await turnCodesOff({ accountId })
    expect(await holdSignIn(await proofOf(accountId), null)).toBeNull()
  })
})

describe('what is in the way of a thief', () => {
  it('a key that was seen and not used is another ten minutes later', async () => {
    const { accountId } = await newOwner()
    const seen = await codeSetUp({ accountId }, START)
    expect(await codeSetUp({ accountId }, later(599))).toEqual(seen)
    expect((await codeSetUp({ accountId }, later(600)))?.secret).not.toBe(seen?.secret)
    const code = codeAt(seen?.secret ?? '', later(610))
    const late = turnCodesOn({ accountId }, code, randomUUID(), later(610))
    expect((await failureOf(late)).path).toEqual(['code'])
  })
})

describe('a workspace that requires codes', () => {
  it('opens no calendar and writes no mail for those who owe them', async () => {
    const { owner, contributor, campaign, workspaceId } = await newWorld()
    const job = systemViewer(workspaceId)
    const open: Record<string, () => Promise<unknown>> = {}
    for (const member of [owner, contributor]) {
      const url = await makeCalendarAddress(member, campaign.slug)
      const token =
        new URL(url).pathname
          .split('/')
          .at(-1)
          ?.replace(/\.ics$/, '') ?? ''
      open[`calendar of ${member.role}`] = () => openFeed(token)
      open[`mail of ${member.role}`] = () => viewerOfMember(job, member.memberId)
    }
    const openNow = async () => {
      const found: string[] = []
      for (const [name, ask] of Object.entries(open)) if ((await ask()) !== null) found.push(name)
      return found
    }
    expect(await openNow()).toEqual(Object.keys(open))
    await changeWorkspaceSettings(owner, {
      ...{ name: 'Strict', keepsNames: true, requiresCodes: true },
    })
    expect(await openNow()).toEqual(['calendar of contributor', 'mail of contributor'])
  })

  it('lets owners and editors in nowhere before they have them, and others at once', async () => {
    const { owner, editor, viewer, workspaceId } = await newWorld()
    const owes = async (accountId: string) =>
      (await memberFromToken((await openSession(accountId)).token))?.owesCodes
    expect(await owes(editor.accountId)).toBe(false)
    await changeWorkspaceSettings(owner, {
      ...{ name: 'Strict', keepsNames: true, requiresCodes: true },
    })
    expect(await owes(editor.accountId)).toBe(true)
    expect(await owes(owner.accountId)).toBe(true)
    expect(await owes(viewer.accountId)).toBe(false)
    const { accountId } = await withCodes()
    await memberIn(workspaceId, 'editor', accountId)
    const { token } = await openSession(accountId, new Date(), { workspaceId })
    expect(await memberFromToken(token)).toMatchObject({ owesCodes: false })
  })
})
