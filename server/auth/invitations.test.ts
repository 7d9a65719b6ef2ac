import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MemberRole } from '@/prisma/generated/client'
import { atThreshold } from '../db'
import { AppError } from '../errors'
import { inviteMember, revokeInvitation, suspendMember } from '../members/mutations'
import { newWorld, type World } from '../testing/world'
import { acceptInvitation, openInvitation } from './invitations'
import { openSession, viewerFromToken } from './session-store'
import { signIn } from './sign-in'
import { GOOD_PASSWORD, newOwner, useTestDatabase } from './test-support'

useTestDatabase()

const HOUR = 60 * 60_000
const start = new Date()
const later = (ms: number) => new Date(start.getTime() + ms)

let world: World
beforeAll(async () => {
  world = await newWorld()
})

async function invited(role: MemberRole = 'contributor', email = `${randomUUID()}@example.org`) {
  const { id, url } = await inviteMember(world.owner, { email, role }, start)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/invitation\/[\w-]{43}$/)
  return { id, email, role, token: url.split('/').at(-1) ?? '' }
}

function accept({ token, email }: { token: string; email: string }, more: object = {}, at = start) {
  const input = { token, email, name: 'Somebody New', password: GOOD_PASSWORD, ...more }
  return acceptInvitation(input, `10.${Math.floor(Math.random() * 250)}.0.1`, at)
}

async function failureOf(work: Promise<unknown>): Promise<AppError['code']> {
  const error: unknown = await work.then(
    () => new Error('Nothing was refused.'),
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error.code
  throw error
}

describe('an invitation', () => {
  it('makes a member of the role it was made for, who can sign in', async () => {
    const invitation = await invited('contributor')
    const {
      proof: { accountId },
      workspaceId,
    } = await accept(invitation)
    expect(workspaceId).toBe(world.workspaceId)
    const { token } = await openSession(accountId, new Date(), { workspaceId })
    expect(await viewerFromToken(token)).toMatchObject({ workspaceId, role: 'contributor' })
    const { email } = invitation
    expect(await signIn({ email, password: GOOD_PASSWORD, address: '10.1.1.1' })).toMatchObject({
      accountId,
    })
  })

  it('is looked at without being used', async () => {
    const { token, email } = await invited('viewer')
    for (let look = 0; look < 3; look += 1)
      expect(await openInvitation(token, start)).toEqual({
        workspaceName: 'Test group',
        role: 'viewer',
      })
    await accept({ token, email })
  })

  it('is no way past a suspension, whatever address the account has by now', async () => {
    const known = await accept(await invited())
    const { accountId } = known.proof
    const member = await atThreshold({ accountId, workspaceId: world.workspaceId }, (tx) =>
      tx.member.findFirstOrThrow({ where: { accountId } }),
    )
    await suspendMember(world.owner, member.id)
    const other = await invited('owner')
    await atThreshold({ accountId }, (tx) =>
      tx.account.updateMany({ where: { id: accountId }, data: { email: other.email } }),
    )
    expect(await failureOf(accept(other))).toBe('forbidden')
    // Nothing was used up, so that it can be revoked.
    expect(await openInvitation(other.token, start)).toMatchObject({ role: 'owner' })
  })

  it('is used once', async () => {
    const invitation = await invited()
    await accept(invitation)
    expect(await openInvitation(invitation.token, start)).toBeNull()
    expect(await failureOf(accept(invitation))).toBe('forbidden')
  })

  it('sent twice at once makes one member', async () => {
    const invitation = await invited()
    const answers = await Promise.allSettled([accept(invitation), accept(invitation)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('ends after 48 hours', async () => {
    const invitation = await invited()
    expect(await openInvitation(invitation.token, later(48 * HOUR - 1))).not.toBeNull()
    expect(await openInvitation(invitation.token, later(48 * HOUR))).toBeNull()
    expect(await failureOf(accept(invitation, {}, later(48 * HOUR)))).toBe('forbidden')
  })

  it('is for its e-mail address alone', async () => {
    const { token, email } = await invited()
    expect(await failureOf(accept({ token, email: 'another@example.org' }))).toBe('forbidden')
    await accept({ token, email })
  })

  it('can be taken back, and a newer one replaces it', async () => {
    const revoked = await invited()
    await revokeInvitation(world.editor, revoked.id, start)
    expect(await failureOf(accept(revoked))).toBe('forbidden')
    expect(await failureOf(revokeInvitation(world.editor, revoked.id, start))).toBe('not_found')
    const first = await invited()
    const second = await invited('viewer', first.email)
    expect(await failureOf(accept(first))).toBe('forbidden')
    await accept(second)
  })

  it('is kept as a hash, which opens nothing', async () => {
    const { id, token } = await invited()
    const row = await atThreshold({ workspaceId: world.workspaceId }, (tx) =>
      tx.invitation.findFirstOrThrow({ where: { id } }),
    )
    expect(JSON.stringify(row)).not.toContain(token)
    for (const dumped of [
      Buffer.from(row.tokenHash).toString('base64url'),
      Buffer.from(row.tokenHash).toString('hex'),
      id,
      '',
      'x'.repeat(43),
    ])
      expect(await openInvitation(dumped, start)).toBeNull()
  })

  it('asks for the account’s own password where there is one', async () => {
    const { email, workspaceId: home } = await newOwner()
    const invitation = await invited('editor', email)
    expect(await failureOf(accept(invitation, { password: 'a wrong password here' }))).toBe(
      'invalid',
    )
    const {
      proof: { accountId },
      workspaceId,
    } = await accept(invitation)
    const first = await openSession(accountId, new Date(), { workspaceId })
    expect(await viewerFromToken(first.token)).toMatchObject({ workspaceId, role: 'editor' })
    const second = await openSession(accountId, new Date(), { workspaceId: home })
    expect(await viewerFromToken(second.token)).toMatchObject({ workspaceId: home, role: 'owner' })
  })

  it('refuses a weak password and wears out after five wrong tries', async () => {
    const invitation = await invited()
    expect(await failureOf(accept(invitation, { password: 'password1234' }))).toBe('invalid')
    const other = await invited()
    const codes = []
    for (let round = 0; round < 6; round += 1)
      codes.push(
        await failureOf(
          acceptInvitation(
            { token: other.token, email: 'x@example.org', name: 'X', password: GOOD_PASSWORD },
            '10.9.9.9',
            start,
          ),
        ),
      )
    expect(codes).toEqual([...Array<string>(5).fill('forbidden'), 'unavailable'])
  })
})
