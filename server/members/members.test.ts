import { beforeAll, describe, expect, it } from 'vitest'
import { openSession, viewerFromToken } from '../auth/session-store'
import { shareReaderFor } from '../auth/share-reader'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { AppError } from '../errors'
import { createShare } from '../shares/links/mutations'
import { shareSchema } from '@/lib/schemas/share'
import { memberIn, newWorld, type World } from '../testing/world'
import { changeRole, inviteMember, removeMember, restoreMember, suspendMember } from './mutations'
import { listInvitations, listMembers } from './queries'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

async function failureOf(work: Promise<unknown>): Promise<AppError['code']> {
  const error: unknown = await work.then(
    () => new Error('Nothing was refused.'),
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error.code
  throw error
}

const cookieOf = async ({ accountId }: Organizer) => (await openSession(accountId)).token

describe('an invitation', () => {
  it('is never above the inviter’s own role', async () => {
    const email = 'new@example.org'
    expect(await failureOf(inviteMember(world.editor, { email, role: 'owner' }))).toBe('forbidden')
    expect(await failureOf(inviteMember(world.contributor, { email, role: 'viewer' }))).toBe(
      'forbidden',
    )
    await inviteMember(world.editor, { email, role: 'editor' })
    await inviteMember(world.owner, { email, role: 'owner' })
    const waiting = await listInvitations(world.owner)
    expect(waiting.map(({ email: to, role }) => [to, role])).toEqual([[email, 'owner']])
  })

  it('is not made for somebody who is a member', async () => {
    const { email } = (await listMembers(world.owner)).find(({ role }) => role === 'viewer') ?? {
      email: '',
    }
    expect(await failureOf(inviteMember(world.owner, { email, role: 'editor' }))).toBe('conflict')
  })
})

describe('a member', () => {
  it('whose role changed has it from the next request on', async () => {
    const member = await memberIn(world.workspaceId, 'contributor')
    const cookie = await cookieOf(member)
    await changeRole(world.owner, member.memberId, 'editor')
    expect((await viewerFromToken(cookie))?.role).toBe('editor')
    await changeRole(world.owner, member.memberId, 'viewer')
    expect((await viewerFromToken(cookie))?.role).toBe('viewer')
  })

  it('who is removed is out with the next request, and so are the links they keep', async () => {
    const member = await memberIn(world.workspaceId, 'editor')
    const cookie = await cookieOf(member)
    const { url } = await createShare(member, shareSchema.parse({ campaign: world.campaign.id }))
    const token = new URL(url).pathname.slice('/s/'.length)
    expect(await shareReaderFor(token)).not.toBeNull()
    await removeMember(world.owner, member.memberId)
    expect(await viewerFromToken(cookie)).toBeNull()
    expect(await shareReaderFor(token)).toBeNull()
    expect((await listMembers(world.owner)).some(({ id }) => id === member.memberId)).toBe(false)
    expect(await failureOf(removeMember(world.owner, member.memberId))).toBe('not_found')
  })

  it('who is suspended is out at once, until an owner restores them with their role', async () => {
    const member = await memberIn(world.workspaceId, 'editor')
    const cookie = await cookieOf(member)
    const { url } = await createShare(member, shareSchema.parse({ campaign: world.campaign.id }))
    const token = new URL(url).pathname.slice('/s/'.length)
    await suspendMember(world.owner, member.memberId)
    expect(await viewerFromToken(cookie)).toBeNull()
    expect(await shareReaderFor(token)).toBeNull()
    const suspended = async () =>
      (await listMembers(world.owner)).find(({ id }) => id === member.memberId)?.suspended
    expect(await suspended()).toBe(true)
    expect(await failureOf(suspendMember(world.owner, member.memberId))).toBe('not_found')
    expect(await failureOf(changeRole(world.owner, member.memberId, 'viewer'))).toBe('not_found')
    await restoreMember(world.owner, member.memberId)
    expect(await suspended()).toBe(false)
    // Their old sessions are over for good.
    expect(await viewerFromToken(cookie)).toBeNull()
    expect((await viewerFromToken(await cookieOf(member)))?.role).toBe('editor')
    expect(await shareReaderFor(token)).not.toBeNull()
    expect(await failureOf(restoreMember(world.owner, member.memberId))).toBe('not_found')
  })

  it('who is suspended does not come back by an invitation, and can be removed', async () => {
    const member = await memberIn(world.workspaceId, 'contributor')
    const email = `${member.accountId}@example.org`
    await suspendMember(world.owner, member.memberId)
    expect(await failureOf(inviteMember(world.editor, { email, role: 'viewer' }))).toBe('conflict')
    await removeMember(world.owner, member.memberId)
    expect(await failureOf(restoreMember(world.owner, member.memberId))).toBe('not_found')
    await inviteMember(world.editor, { email, role: 'viewer' })
  })

  it('cannot suspend themselves, or anybody below owner', async () => {
    const { owner, editor, contributor } = world
    expect(await failureOf(suspendMember(owner, owner.memberId))).toBe('forbidden')
    expect(await failureOf(suspendMember(editor, contributor.memberId))).toBe('forbidden')
  })

  it('may leave, but not remove another or change a role', async () => {
    const member = await memberIn(world.workspaceId, 'editor')
    const { memberId } = world.contributor
    expect(await failureOf(removeMember(member, memberId))).toBe('forbidden')
    expect(await failureOf(changeRole(member, memberId, 'viewer'))).toBe('forbidden')
    await removeMember(member, member.memberId)
  })

  it('sees addresses only as an editor or owner, and their own', async () => {
    const seen = await listMembers(world.viewer)
    expect(seen.filter(({ email }) => email !== '').map(({ own }) => own)).toEqual([true])
    expect((await listMembers(world.editor)).every(({ email }) => email !== '')).toBe(true)
  })
})

describe('the last owner', () => {
  it('can neither leave nor become less', async () => {
    const { owner } = await newWorld()
    expect(await failureOf(removeMember(owner, owner.memberId))).toBe('conflict')
    expect(await failureOf(changeRole(owner, owner.memberId, 'editor'))).toBe('conflict')
  })

  it.each([
    ['suspended', suspendMember],
    ['removed', removeMember],
    ['lowered', (by: Organizer, id: string) => changeRole(by, id, 'editor')],
  ] as const)(
    'is not %s by somebody whom they did the same to meanwhile',
    async (_done, change) => {
      const { owner, workspaceId } = await newWorld()
      const second = await memberIn(workspaceId, 'owner')
      // Both pages were open, with the role of before.
      await change(owner, second.memberId)
      expect(await failureOf(change(second, owner.memberId))).toBe('conflict')
    },
  )

  it('remains when two owners leave at once', async () => {
    const { owner, workspaceId } = await newWorld()
    const second = await memberIn(workspaceId, 'owner')
    const left = await Promise.allSettled([
      removeMember(owner, owner.memberId),
      removeMember(second, second.memberId),
    ])
    expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
