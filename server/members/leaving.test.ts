import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { openFeed } from '../auth/calendar-feed'
import { withPassword } from '../auth/change-email-test-support'
import { deleteAccount } from '../auth/delete-account'
import { acceptInvitation, openInvitation } from '../auth/invitations'
import { makeResetLink, resetIsOpen } from '../auth/password-reset'
import { openSession, viewerFromToken } from '../auth/session-store'
import { shareReaderFor } from '../auth/share-reader'
import { hashPassword } from '../auth/passwords'
import { GOOD_PASSWORD, useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { programOf } from '../api/test-support'
import { atThreshold } from '../db'
import { makeCalendarAddress } from '../demands/feeds'
import { handOverShare } from '../shares/links/keeping'
import { createShare } from '../shares/links/mutations'
import { getShare } from '../shares/links/queries'
import { hashShareToken } from '../shares/links/token'
import { failureOf } from '../testing/failure'
import { memberIn, newWorld, type World } from '../testing/world'
import { listAudit } from '../history/audit'
import { addWebhook } from '../webhooks/mutations'
import { listWebhooks } from '../webhooks/queries'
import { changeRole, inviteMember, removeMember, suspendMember } from './mutations'
import { listMembers } from './queries'

useTestDatabase()

const lastOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const linkOf = async (member: Organizer) => {
  const { id, url } = await createShare(member, shareSchema.parse({ campaign: world.campaign.id }))
  return {
    id,
    token: lastOf(url),
    isOpen: async () => (await shareReaderFor(lastOf(url))) !== null,
  }
}

/** One of each way in that a member has. */
async function waysInOf(member: Organizer) {
  const link = await linkOf(member)
  const session = await openSession(member.accountId)
  const calendar = await makeCalendarAddress(member, world.campaign.slug)
  const program = await programOf(member)
  const reset = await makeResetLink(world.owner, member.memberId)
  return {
    link: link.isOpen,
    session: async () => (await viewerFromToken(session.token)) !== null,
    calendar: async () => (await openFeed(lastOf(calendar).replace(/\.ics$/, ''))) !== null,
    token: async () => (await program.ask('/campaigns')).status === 200,
    reset: () => resetIsOpen(lastOf(reset.url)),
  }
}

async function openOf(ways: Record<string, () => Promise<boolean>>): Promise<string[]> {
  const open: string[] = []
  for (const [name, ask] of Object.entries(ways)) if (await ask()) open.push(name)
  return open
}

async function inviteAgain({ accountId }: Organizer) {
  const email = `${accountId}@example.org`
  const passwordHash = await hashPassword(GOOD_PASSWORD)
  await atThreshold({ accountId }, (tx) =>
    tx.account.updateMany({ where: { id: accountId }, data: { passwordHash } }),
  )
  const { url } = await inviteMember(world.owner, { email, role: 'viewer' })
  const given = { token: lastOf(url), email, name: 'Back Again', password: GOOD_PASSWORD }
  await acceptInvitation(given, null)
}

type Leaving = (world: World, member: Organizer) => Promise<unknown>
const leavings: [string, Leaving][] = [
  ['is removed', ({ owner }, { memberId }) => removeMember(owner, memberId)],
  ['is suspended', ({ owner }, { memberId }) => suspendMember(owner, memberId)],
  [
    'deletes their account',
    async (_world, member) => deleteAccount(await withPassword(member), GOOD_PASSWORD, '10.3.0.9'),
  ],
]
const stepDown: Leaving = ({ owner }, { memberId }) => changeRole(owner, memberId, 'editor')

describe('a member who is removed', () => {
  it('opens nothing by what they had, also when they are invited again as a viewer', async () => {
    const ways = await waysInOf(world.editor)
    expect(await openOf(ways)).toEqual(Object.keys(ways))
    await removeMember(world.owner, world.editor.memberId)
    expect(await openOf(ways)).toEqual([])
    await inviteAgain(world.editor)
    const { token } = await openSession(world.editor.accountId)
    expect(await viewerFromToken(token)).toMatchObject({ role: 'viewer' })
    expect(await openOf(ways)).toEqual([])
    const { events } = await listAudit(world.owner, { record: 'share', action: 'revoke' })
    // By whoever invited them; they themselves ended nothing.
    expect(events.map(({ by }) => by)).toEqual(['Test Owner'])
  })

  it('leaves a link open that was handed over before or after', async () => {
    const { owner, editor } = world
    const [before, after, ended] = [
      await linkOf(editor),
      await linkOf(editor),
      await linkOf(editor),
    ]
    await handOverShare(owner, { share: before.id, member: owner.memberId })
    await removeMember(owner, editor.memberId)
    await handOverShare(owner, { share: after.id, member: owner.memberId })
    await inviteAgain(editor)
    expect(await openOf({ b: before.isOpen, a: after.isOpen, e: ended.isOpen })).toEqual(['b', 'a'])
  })

  it('leaves no invitation behind, and the audit says that each was revoked', async () => {
    const { owner, editor } = world
    const made = await inviteMember(editor, { email: 'made@example.org', role: 'viewer' })
    const [during] = await Promise.allSettled([
      inviteMember(editor, { email: 'during@example.org', role: 'viewer' }),
      removeMember(owner, editor.memberId),
    ])
    for (const { url } of during.status === 'fulfilled' ? [made, during.value] : [made])
      expect(await openInvitation(lastOf(url))).toBeNull()
    const late = inviteMember(editor, { email: 'late@example.org', role: 'viewer' })
    expect(await failureOf(late)).toMatchObject({ code: 'conflict' })
    const { events } = await listAudit(owner, { record: 'invitation', action: 'revoke' })
    expect(events.map(({ recordId }) => recordId)).toContain(made.id)
  })

  it('keeps no invitation above a role that they lost', async () => {
    const { owner, editor } = world
    const { url } = await inviteMember(editor, { email: 'kept@example.org', role: 'viewer' })
    await changeRole(owner, editor.memberId, 'owner')
    expect(await openInvitation(lastOf(url))).not.toBeNull()
    await changeRole(owner, editor.memberId, 'contributor')
    expect(await openInvitation(lastOf(url))).toBeNull()
  })

  it.each([...leavings, ['is an owner no more', stepDown] as const])(
    'ends what only owners make: who %s',
    async (_what, leave) => {
      const { owner, editor, contributor } = world
      await changeRole(owner, editor.memberId, 'owner')
      const raised = await viewerFromToken((await openSession(editor.accountId)).token)
      const { id } = await addWebhook(raised ?? editor, { url: 'https://example.org/mine' })
      const kept = await addWebhook(owner, { url: 'https://example.org/ours' })
      const reset = await makeResetLink(raised ?? editor, contributor.memberId)
      const invited = await inviteMember(raised ?? editor, {
        ...{ email: 'own@example.org', role: 'owner' },
      })
      await leave(world, editor)
      expect(await resetIsOpen(lastOf(reset.url))).toBe(false)
      expect(await openInvitation(lastOf(invited.url))).toBeNull()
      expect((await listWebhooks(owner)).map((webhook) => webhook.id)).toEqual([kept.id])
      const { events } = await listAudit(owner, { record: 'webhook', action: 'revoke' })
      expect(events.map(({ recordId }) => recordId)).toEqual([id])
    },
  )

  it.each(leavings)('leaves no page of a link in memory: who %s', async (_what, leave) => {
    const link = await linkOf(world.editor)
    const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await listener.connect()
    const heard: (string | undefined)[] = []
    listener.on('notification', ({ payload }) => heard.push(payload))
    await listener.query('listen share_changed; listen record_changed')
    try {
      await leave(world, world.editor)
      await listener.query('select 1')
    } finally {
      await listener.end()
    }
    expect(await link.isOpen()).toBe(false)
    expect(heard).toContain(hashShareToken(link.token).toString('hex'))
    expect(heard).toContain(world.workspaceId)
  })

  it('hands all links that live to another editor or owner at once', async () => {
    const { owner, editor } = world
    const [one, other, foreign] = [await linkOf(editor), await linkOf(editor), await linkOf(owner)]
    const ways = { one: one.isOpen, other: other.isOpen, foreign: foreign.isOpen }
    const count = async () =>
      (await listMembers(owner)).find(({ id }) => id === editor.memberId)?.links
    expect(await count()).toBe(2)
    for (const keeper of [world.viewer.memberId, editor.memberId, 'nobody'])
      expect(await failureOf(removeMember(owner, editor.memberId, keeper))).toMatchObject({
        ...{ code: 'invalid', path: ['keeper'] },
      })
    expect(await count()).toBe(2)
    await removeMember(owner, editor.memberId, owner.memberId)
    expect(await openOf(ways)).toEqual(['one', 'other', 'foreign'])
    await inviteAgain(editor)
    expect(await openOf(ways)).toEqual(['one', 'other', 'foreign'])
  })

  it('hands links over only where they may share themselves, and others see no number of them', async () => {
    const { contributor, editor, owner } = world
    const leaving = removeMember(contributor, contributor.memberId, owner.memberId)
    expect((await failureOf(leaving)).code).toBe('forbidden')
    await linkOf(editor)
    const seen = await listMembers(contributor)
    expect(seen.find(({ id }) => id === editor.memberId)?.links).toBe(0)
  })
})

describe('a member who may not share any more', () => {
  it('leaves their links to the owner who says so, and the audit tells', async () => {
    const { owner, editor } = world
    const [link, foreign] = [await linkOf(editor), await linkOf(owner)]
    expect(await changeRole(owner, editor.memberId, 'contributor')).toEqual({
      links: 1,
      webhooks: 0,
    })
    expect(await openOf({ link: link.isOpen, foreign: foreign.isOpen })).toEqual([
      'link',
      'foreign',
    ])
    expect((await getShare(owner, link.id)).keeper?.id).toBe(owner.memberId)
    const { events } = await listAudit(owner, { action: 'update' })
    expect(events.map(({ record, recordId, fields }) => [record, recordId, ...fields])).toEqual([
      ['member', editor.memberId, 'role'],
      ['share', link.id, 'keptBy'],
    ])
    // Whoever is out takes no link along.
    await removeMember(owner, editor.memberId)
    expect(await link.isOpen()).toBe(true)
  })

  it('leaves them to another owner where an owner steps down', async () => {
    const { owner, editor } = world
    const link = await linkOf(owner)
    await changeRole(owner, editor.memberId, 'owner')
    await changeRole(owner, owner.memberId, 'viewer')
    const promoted = await memberIn(world.workspaceId, 'owner')
    expect((await getShare(promoted, link.id)).keeper?.id).toBe(editor.memberId)
  })
})
