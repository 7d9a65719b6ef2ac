import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { failureOf } from '../testing/failure'
import { asksOwnCode, requireOwnCode } from './own-code'
import { finishSignIn, holdSignIn } from './pending-sign-in'
import { codeSetUp, renewRecoveryCodes, turnCodesOn } from './second-step'
import { memberFromToken, openSession } from './session-store'
import { newOwner, proofOf, useTestDatabase } from './test-support'

useTestDatabase()

const START = new Date('2026-02-13T08:00:00Z')
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const HERE = '10.6.0.1'

/** An account with codes, at a browser where only the password was given. */
async function withCodes() {
  const { accountId } = await newOwner()
  const secret = (await codeSetUp({ accountId }, START))?.secret ?? ''
  const code = (at: Date) =>
    TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() })
  await turnCodesOn({ accountId }, code(START), randomUUID(), START)
  const { token } = await openSession(accountId, START)
  const member = async (at: Date) => {
    const found = await memberFromToken(token, at)
    if (!found) throw new Error('Nobody is signed in.')
    return found
  }
  return { accountId, code, member }
}

it('is asked for what undoes the codes, once in ten minutes', async () => {
  const { code, member } = await withCodes()
  const ask = async (given: string, at: Date) => requireOwnCode(await member(at), given, HERE, at)
  expect(await asksOwnCode(await member(later(60)), later(60))).toBe(true)
  for (const wrong of ['', '000000', code(START)])
    expect((await failureOf(ask(wrong, later(60)))).path).toEqual(['code'])
  await ask(code(later(60)), later(60))
  await ask('', later(60 + 599))
  expect((await failureOf(ask('', later(60 + 600)))).path).toEqual(['code'])
})

it('is given with a sign-in by code, also by the last recovery code', async () => {
  const { accountId } = await withCodes()
  const [recovery = ''] = await renewRecoveryCodes({ accountId })
  const held = await holdSignIn(await proofOf(accountId), null, START)
  const { proof } = await finishSignIn({ token: held ?? '', code: recovery, address: HERE }, START)
  const { token } = await openSession(accountId, START, { proof })
  const member = await memberFromToken(token, START)
  if (!member) throw new Error('Nobody is signed in.')
  expect(await asksOwnCode(member, later(599))).toBe(false)
  expect(await asksOwnCode(member, later(600))).toBe(true)
})

it('is asked for of nobody who has none', async () => {
  const { accountId } = await newOwner()
  const member = await memberFromToken((await openSession(accountId, START)).token, START)
  if (!member) throw new Error('Nobody is signed in.')
  expect(await asksOwnCode(member, START)).toBe(false)
  await requireOwnCode(member, '', HERE, START)
})

it('is not guessed: few tries are let through, and no empty one counts', async () => {
  const { code, member } = await withCodes()
  const ask = async (given: string) =>
    requireOwnCode(await member(later(60)), given, HERE, later(60))
  for (const _ of Array(6)) expect((await failureOf(ask(''))).code).toBe('invalid')
  for (const _ of Array(5)) expect((await failureOf(ask('000000'))).code).toBe('invalid')
  expect((await failureOf(ask(code(later(60))))).code).toBe('unavailable')
})
