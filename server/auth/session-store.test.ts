import { describe, expect, it } from 'vitest'
import { atThreshold } from '../db'
import {
  closeSession,
  enterWorkspace,
  memberFromToken,
  openSession,
  viewerFromToken,
} from './session-store'
import { newOwner, useTestDatabase } from './test-support'

useTestDatabase()

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const start = new Date('2026-02-13T08:00:00Z')
const later = (ms: number) => new Date(start.getTime() + ms)

async function signedIn() {
  const owner = await newOwner()
  const { token, expiresAt } = await openSession(owner.accountId, start)
  return { ...owner, token, expiresAt }
}

function rowsOf(accountId: string) {
  return atThreshold({}, (tx) => tx.session.findMany({ where: { accountId } }))
}

describe('a session', () => {
  it('leads to the member, the role and the names', async () => {
    const { token, accountId, workspaceId } = await signedIn()
    expect(await memberFromToken(token, later(1))).toMatchObject({
      viewer: { kind: 'organizer', accountId, workspaceId, role: 'owner' },
      accountName: 'Test Owner',
      workspaceName: 'Test group',
    })
  })

  it('goes on in another workspace of the same account, and in no other', async () => {
    const { token, accountId, workspaceId } = await signedIn()
    const [second, foreign] = [await newOwner(), await newOwner()]
    await atThreshold({ workspaceId: second.workspaceId, accountId }, (tx) =>
      tx.member.create({ data: { workspaceId: second.workspaceId, accountId, role: 'viewer' } }),
    )
    const at = async () => {
      const member = await memberFromToken(token, later(1))
      if (!member) throw new Error('Nobody is signed in.')
      return member
    }
    const before = await at()
    expect(before.otherWorkspaces).toEqual([{ id: second.workspaceId, name: 'Test group' }])
    await enterWorkspace(before, second.workspaceId)
    const there = await at()
    expect(there.viewer).toMatchObject({ workspaceId: second.workspaceId, role: 'viewer' })
    expect(there.otherWorkspaces).toMatchObject([{ id: workspaceId }])
    for (const id of [foreign.workspaceId, 'x', ''])
      await expect(enterWorkspace(there, id)).rejects.toMatchObject({ code: 'not_found' })
    expect((await at()).viewer.workspaceId).toBe(second.workspaceId)
    // Whoever signs in again goes on there, and a page that they left open can still be sent.
    const again = await openSession(accountId, later(2 * DAY))
    expect((await memberFromToken(again.token, later(2 * DAY)))?.viewer.workspaceId).toBe(
      second.workspaceId,
    )
  })

  it('cannot be had from the database: what is stored is no cookie', async () => {
    const { token, accountId } = await signedIn()
    const [row] = await rowsOf(accountId)
    const hash = Buffer.from(row?.tokenHash ?? [])
    expect(JSON.stringify(row)).not.toContain(token)
    for (const stolen of [
      hash.toString('base64url'),
      hash.toString('hex'),
      row?.id ?? '',
      accountId,
    ]) {
      expect(await viewerFromToken(stolen, later(1))).toBeNull()
    }
    expect(await viewerFromToken(token, later(1))).not.toBeNull()
  })

  it.each([[''], ['x'], ["' or 1=1 --"], ['a'.repeat(44)], ['é'.repeat(43)]])(
    'is nothing for the cookie %j',
    async (cookie) => {
      expect(await viewerFromToken(cookie, start)).toBeNull()
    },
  )

  it('ends after 24 hours without a request', async () => {
    const { token } = await signedIn()
    expect(await viewerFromToken(token, later(DAY - 1))).not.toBeNull()
    expect(await viewerFromToken(token, later(2 * DAY - 2))).not.toBeNull()
    expect(await viewerFromToken(token, later(3 * DAY - 2))).toBeNull()
  })

  it('ends after 14 days however much it is used', async () => {
    const { token, expiresAt } = await signedIn()
    expect(expiresAt).toEqual(later(14 * DAY))
    for (let hours = 12; hours < 14 * 24; hours += 12) {
      expect(await viewerFromToken(token, later(hours * HOUR))).not.toBeNull()
    }
    expect(await viewerFromToken(token, later(14 * DAY - 1))).not.toBeNull()
    expect(await viewerFromToken(token, later(14 * DAY))).toBeNull()
  })

  it('is written to at most once a minute', async () => {
    const { token, accountId } = await signedIn()
    await viewerFromToken(token, later(MINUTE - 1))
    expect((await rowsOf(accountId))[0]?.seenAt).toEqual(start)
    await viewerFromToken(token, later(MINUTE))
    expect((await rowsOf(accountId))[0]?.seenAt).toEqual(later(MINUTE))
  })

  it('is over at the next request after sign-out', async () => {
    const { token, accountId } = await signedIn()
    const other = await openSession(accountId, start)
    await closeSession(token)
    expect(await viewerFromToken(token, later(1))).toBeNull()
    expect(await viewerFromToken(other.token, later(1))).not.toBeNull()
  })

  it('leaves no dead row behind at the next sign-in', async () => {
    const { accountId } = await signedIn()
    await openSession(accountId, later(DAY))
    expect(await rowsOf(accountId)).toHaveLength(1)
  })
})

describe('a membership', () => {
  it('that was ended counts from the next request on', async () => {
    const { token, workspaceId, accountId } = await signedIn()
    await atThreshold({ workspaceId }, (tx) =>
      tx.member.updateMany({ where: { accountId }, data: { removedAt: start } }),
    )
    expect(await viewerFromToken(token, later(1))).toBeNull()
  })

  it('whose role changed counts with the new one from the next request on', async () => {
    const { token, workspaceId, accountId } = await signedIn()
    await atThreshold({ workspaceId }, (tx) =>
      tx.member.updateMany({ where: { accountId }, data: { role: 'viewer' } }),
    )
    expect((await viewerFromToken(token, later(1)))?.role).toBe('viewer')
  })

  it('in another workspace is what remains, and never somebody else’s', async () => {
    const { token, workspaceId, accountId } = await signedIn()
    const other = await newOwner()
    await atThreshold({ workspaceId }, (tx) =>
      tx.member.updateMany({ where: { accountId }, data: { removedAt: start } }),
    )
    await atThreshold({ workspaceId: other.workspaceId }, (tx) =>
      tx.member.create({
        data: { workspaceId: other.workspaceId, accountId, role: 'contributor' },
      }),
    )
    expect(await viewerFromToken(token, later(1))).toMatchObject({
      workspaceId: other.workspaceId,
      accountId,
      role: 'contributor',
    })
  })
})
