import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { atThreshold } from '../db'
import { failureOf } from '../testing/failure'
import { newWorld } from '../testing/world'
import { changePassword } from './change-password'
import { hashPassword } from './passwords'
import { holdSignIn } from './pending-sign-in'
import { codeSetUp, turnCodesOn } from './second-step'
import { openSession, viewerFromToken } from './session-store'
import { GOOD_PASSWORD, proofOf, useTestDatabase } from './test-support'

useTestDatabase()

it('a sign-in under way does not outlive a change of the password', async () => {
  const { owner } = await newWorld()
  const { accountId } = owner
  await atThreshold({ accountId }, async (tx) => {
    const passwordHash = await hashPassword(GOOD_PASSWORD)
    await tx.account.updateMany({ where: { id: accountId }, data: { passwordHash } })
  })
  const proof = await proofOf(accountId)
  const opened = await openSession(accountId, new Date(), { proof })
  expect(await viewerFromToken(opened.token)).not.toBeNull()
  const newPassword = 'umbrellas over seventy teapots'
  const here = { sessionId: '00000000-0000-0000-0000-000000000000', address: '10.9.9.9' }
  await changePassword(owner, { password: GOOD_PASSWORD, newPassword }, here)
  const refused = await failureOf(openSession(accountId, new Date(), { proof }))
  expect(refused.code).toBe('forbidden')
  expect(refused.message).toMatch(/^The password was changed/)
  expect(await viewerFromToken(opened.token)).toBeNull()
  const secret = (await codeSetUp({ accountId }))?.secret ?? ''
  const code = TOTP.generate({ secret: Secret.fromBase32(secret) })
  await turnCodesOn({ accountId }, code, here.sessionId)
  expect((await failureOf(holdSignIn(proof, null))).code).toBe('forbidden')
  expect(await holdSignIn(await proofOf(accountId), null)).not.toBeNull()
})
