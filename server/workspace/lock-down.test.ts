import { describe, expect, it } from 'vitest'
import { lockDownLines } from '@/lib/access'
import { shareSchema } from '@/lib/schemas/share'
import { openFeed } from '../auth/calendar-feed'
import { openInvitation } from '../auth/invitations'
import { makeResetLink, resetIsOpen } from '../auth/password-reset'
import { memberFromToken, openSession, viewerFromToken } from '../auth/session-store'
import { shareReaderFor } from '../auth/share-reader'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { makeCalendarAddress } from '../demands/feeds'
import { inviteMember } from '../members/mutations'
import { revokeShare, takeBackEnd } from '../shares/links/ending'
import { createShare } from '../shares/links/mutations'
import { resumeShares } from '../shares/links/paused'
import { getShare } from '../shares/links/queries'
import { newWorld, type World } from '../testing/world'
import { lockDown, lockDownPreview } from './lock-down'
import { accessOverview } from './overview'

useTestDatabase()

const lastOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

/** One of each way in, beside those that a new world has. */
async function withWaysIn(world: World) {
  const { owner, editor, contributor, campaign } = world
  const link = await createShare(editor, shareSchema.parse({ campaign: campaign.id }))
  const here = await openSession(owner.accountId)
  const there = await openSession(editor.accountId)
  const invitation = await inviteMember(owner, { email: 'new@example.org', role: 'viewer' })
  const reset = await makeResetLink(owner, contributor.memberId)
  const calendar = await makeCalendarAddress(contributor, campaign.slug)
  return {
    linkId: link.id,
    here: here.token,
    sessionId: (await memberFromToken(here.token))?.sessionId ?? '',
    isOpen: {
      link: async () => (await shareReaderFor(lastOf(link.url))) !== null,
      session: async () => (await viewerFromToken(there.token)) !== null,
      invitation: async () => (await openInvitation(lastOf(invitation.url))) !== null,
      reset: () => resetIsOpen(lastOf(reset.url)),
      calendar: async () => (await openFeed(lastOf(calendar).replace(/\.ics$/, ''))) !== null,
    },
  }
}

async function openWays(isOpen: Record<string, () => Promise<boolean>>): Promise<string[]> {
  const open: string[] = []
  for (const [name, ask] of Object.entries(isOpen)) if (await ask()) open.push(name)
  return open
}

describe('a lock-down', () => {
  it('says before what it ends, ends it, and leaves the owner and other workspaces alone', async () => {
    const world = await newWorld()
    const { owner } = world
    const { isOpen, here, sessionId } = await withWaysIn(world)
    const other = await withWaysIn(await newWorld())
    const all = ['link', 'session', 'invitation', 'reset', 'calendar']
    expect(await openWays(isOpen)).toEqual(all)
    const said = await lockDownPreview(owner, sessionId)
    expect(said).toEqual({
      links: 2,
      sessions: 1,
      invitations: 1,
      calendars: 1,
      tokens: 0,
      webhooks: 0,
      pushes: 0,
    })
    expect(await lockDown(owner, sessionId)).toEqual(said)
    expect(await openWays(isOpen)).toEqual([])
    expect(await viewerFromToken(here)).toMatchObject({ memberId: owner.memberId })
    expect(await openWays(other.isOpen)).toEqual(all)
    const after = Object.values(await lockDownPreview(owner, sessionId))
    expect(after.filter((count) => count > 0)).toEqual([])
  })

  it('counts what is open, not what has ended by itself', async () => {
    const world = await newWorld()
    const { owner } = world
    const { sessionId } = await withWaysIn(world)
    const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60_000)
    // A session that nobody used for a day has ended, and so has an invitation of three days.
    expect(await lockDownPreview(owner, sessionId, days(3))).toMatchObject({
      ...{ sessions: 0, invitations: 0 },
    })
    const { members } = await accessOverview(owner, days(3))
    expect(members.map(({ sessions }) => sessions)).toEqual([0, 0, 0, 0])
    expect(await lockDown(owner, sessionId, days(3))).toMatchObject({
      ...{ sessions: 0, invitations: 0 },
    })
  })

  it('ends what is being made at that moment, or refuses it', async () => {
    const { owner, editor, campaign } = await newWorld()
    const before = await viewerFromToken((await openSession(editor.accountId)).token)
    const making = createShare(before ?? editor, shareSchema.parse({ campaign: campaign.id }))
    const [made] = await Promise.allSettled([making, lockDown(owner, null)])
    if (made.status === 'rejected') expect(made.reason).toMatchObject({ code: 'conflict' })
    else expect(await shareReaderFor(lastOf(made.value.url))).toBeNull()
  })

  it('is undone link by link', async () => {
    const world = await newWorld()
    const { isOpen, linkId, sessionId } = await withWaysIn(world)
    await lockDown(world.owner, sessionId)
    expect(await resumeShares(world.owner, linkId)).toBe(1)
    expect(await openWays(isOpen)).toEqual(['link'])
    // The world's own link is not resumed with all others: an owner looks at each.
    expect(await resumeShares(world.owner)).toBe(0)
  })

  it('keeps a link paused that was revoked a moment before, and whose end is taken back', async () => {
    const world = await newWorld()
    const { isOpen, linkId } = await withWaysIn(world)
    await revokeShare(world.editor, linkId)
    await lockDown(world.owner, null)
    expect(await takeBackEnd(world.editor, linkId)).toEqual({ paused: true })
    expect(await isOpen.link()).toBe(false)
    expect(await getShare(world.owner, linkId)).toMatchObject({ paused: true, lockedDown: true })
    expect(await resumeShares(world.owner)).toBe(0)
    expect(await resumeShares(world.owner, linkId)).toBe(1)
    expect(await isOpen.link()).toBe(true)
  })

  it('takes links that a restored copy paused before out of those that are resumed together', async () => {
    const world = await newWorld()
    const { linkId } = await withWaysIn(world)
    const now = new Date()
    await withViewer(world.owner, (tx) => tx.shareLink.updateMany({ data: { pausedAt: now } }))
    await lockDown(world.owner, null)
    expect(await resumeShares(world.owner)).toBe(0)
    expect(await resumeShares(world.owner, linkId)).toBe(1)
  })

  it('is told in words for one and for many', () => {
    const counts = {
      ...{ links: 1, sessions: 1, invitations: 1, calendars: 1 },
      ...{ tokens: 1, webhooks: 1, pushes: 1 },
    }
    const one = lockDownLines(counts).join(' ')
    expect(one).toContain('1 share link is paused.')
    expect(one).toContain('1 calendar address stops working.')
    expect(one).toContain('1 API token stops working.')
    expect(one).toContain('1 webhook is deleted.')
    expect(one).toContain('1 browser no longer shows notifications.')
    const none = lockDownLines({ ...counts, links: 0, calendars: 2 }).join(' ')
    expect(none).toContain('0 share links are paused.')
    expect(one).toContain('in other workspaces too')
    expect(none).toContain('2 calendar addresses stop working.')
  })
})

describe('the overview of access', () => {
  it('names each member, invitation and calendar, and where nobody is signed in', async () => {
    const world = await newWorld()
    await withWaysIn(world)
    const { members, invitations, calendars } = await accessOverview(world.owner)
    expect(members.map(({ role }) => role).sort()).toEqual([
      ...['contributor', 'editor', 'owner', 'viewer'],
    ])
    const sessionsOf = (role: string) => members.find((one) => one.role === role)?.sessions
    expect([sessionsOf('editor'), sessionsOf('viewer')]).toEqual([1, 0])
    expect(invitations.map(({ email }) => email)).toEqual(['new@example.org'])
    expect(calendars.map(({ member }) => member)).toEqual(['A contributor'])
  })
})
