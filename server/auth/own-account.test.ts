import { describe, expect, it } from 'vitest'
import type { AccountSettings } from '@/lib/account'
import { commentSchema } from '@/lib/schemas/comment'
import { noteVisit } from '../campaigns/visits'
import { addComment, changeComment, editComment } from '../comments/mutations'
import { listAudit } from '../history/audit'
import { inviteMember } from '../members/mutations'
import { listMembers } from '../members/queries'
import { failureOf } from '../testing/failure'
import { logEntry, memberIn, newWorld } from '../testing/world'
import { getEntry } from '../entries/queries'
import { listRevisions } from '../history/queries'
import { changeWorkspaceSettings } from '../workspace/mutations'
import { atThreshold, withViewer } from '../db'
import { withPassword } from './change-email-test-support'
import { deleteAccount } from './delete-account'
import { endOtherSessions, listSessions } from './account-sessions'
import { changeOwnName, changeSettings, ownEmail } from './own-account'
import { ownData } from './own-data'
import { memberFromToken, openSession, viewerFromToken } from './session-store'
import { GOOD_PASSWORD, newOwner, useTestDatabase } from './test-support'
import type { Organizer } from './viewer'

useTestDatabase()

const HERE = '10.3.0.1'
const anyText = expect.any(String) as string

/** An invitation as one stays behind that was made for this address. */
async function invitationOf(viewer: Organizer, email: string, usedAt: Date | null = null) {
  const { id } = await inviteMember(viewer, { email: 'new@example.org', role: 'viewer' })
  await withViewer(viewer, (tx) =>
    tx.invitation.updateMany({ where: { id }, data: { email, usedAt } }),
  )
  return id
}

describe('one’s own account', () => {
  it('changes its name on everything', async () => {
    const { owner, editor } = await newWorld()
    await changeOwnName(editor, 'Rosa Example')
    const named = (await listMembers(owner)).find(({ id }) => id === editor.memberId)
    expect(named?.name).toBe('Rosa Example')
  })

  it('keeps how pages look, for each of its browsers', async () => {
    const { owner } = await newWorld()
    const { token } = await openSession(owner.accountId)
    expect((await memberFromToken(token))?.settings).toEqual({
      ...{ theme: 'system', language: '', timeZone: '', weekStart: '' },
    })
    const settings: AccountSettings = {
      ...{ theme: 'dark', language: 'en-US' },
      ...{ timeZone: 'Europe/Paris', weekStart: 'sunday' },
    }
    await changeSettings(owner, settings)
    expect((await memberFromToken(token))?.settings).toEqual(settings)
  })

  it('shows each browser by name and signs out all others', async () => {
    const { accountId } = await newOwner()
    const here = await openSession(accountId, new Date(), { device: 'Firefox on Linux' })
    const there = await openSession(accountId, new Date(), { device: 'Safari on iPhone' })
    const member = await memberFromToken(here.token)
    if (!member) throw new Error('Not signed in.')
    const devices = (await listSessions(member.viewer)).map(({ device }) => device)
    expect(devices.sort()).toEqual(['Firefox on Linux', 'Safari on iPhone'])
    expect(await endOtherSessions(member.viewer, member.sessionId)).toBe(1)
    expect(await viewerFromToken(there.token)).toBeNull()
    expect(await viewerFromToken(here.token)).not.toBeNull()
  })

  it('downloads what it did in each workspace, and nobody else’s', async () => {
    const { contributor, owner, campaign, workspaceId } = await newWorld()
    const own = await logEntry(contributor, campaign, { status: 'draft', title: 'Own words' })
    const other = await logEntry(owner, campaign)
    const elsewhere = (await newWorld()).workspaceId
    await memberIn(elsewhere, 'viewer', contributor.accountId)
    const data = await ownData(contributor)
    expect(data.account.email).toBe(`${contributor.accountId}@example.org`)
    expect(data.workspaces.map(({ role }) => role)).toEqual(['contributor', 'viewer'])
    const done = data.workspaces.flatMap(({ did }) => did.map(({ recordId }) => recordId))
    expect(done).toContain(own.id)
    expect(done).not.toContain(other.id)
    expect(JSON.stringify(data)).not.toContain('Own words')
    expect(JSON.stringify(data)).not.toContain(workspaceId)
  })

  it('downloads when it looked at each campaign, and not when others did', async () => {
    const { contributor, editor, campaign } = await newWorld()
    const until = new Date().toISOString()
    await noteVisit(contributor, campaign.slug, until)
    await noteVisit(editor, campaign.slug, until)
    const visited = (await ownData(contributor)).workspaces.flatMap((one) => one.visited)
    expect(visited.map(({ campaignId }) => campaignId)).toEqual([campaign.id])
  })

  it('downloads its comments as they were written, and when it was notified of others’', async () => {
    const { contributor, editor, campaign } = await newWorld()
    const { id } = await logEntry(contributor, campaign, { status: 'in_review' })
    const say = (viewer: Organizer, body: string) =>
      addComment(viewer, { record: 'entry', id }, commentSchema.parse({ body }))
    const own = await say(contributor, 'First words')
    await editComment(contributor, own.id, 'Better words')
    await changeComment(contributor, own.id, 'delete')
    const other = await say(editor, 'Somebody else’s words')
    const [workspace] = (await ownData(contributor)).workspaces
    expect(workspace?.commented).toMatchObject([
      { comment: own.id, record: 'entry', recordId: id, body: 'Better words', deletedAt: anyText },
      { comment: own.id, record: 'entry', recordId: id, body: 'First words', deletedAt: anyText },
    ])
    expect(workspace?.notified).toEqual([
      {
        at: anyText,
        seenAt: null,
        kind: 'comment',
        comment: other.id,
        assignment: null,
        entry: null,
      },
    ])
    expect(JSON.stringify(workspace)).not.toContain('Somebody else’s words')
  })
})

describe('a deleted account', () => {
  it('is asked for its password first', async () => {
    const { editor } = await newWorld()
    await withPassword(editor)
    expect((await failureOf(deleteAccount(editor, 'not my password', HERE))).code).toBe('invalid')
    expect(await ownEmail(editor)).toContain('@')
  })

  it('is refused to the last owner of any workspace', async () => {
    const { editor } = await newWorld()
    await withPassword(editor)
    const { owner, workspaceId } = await newWorld()
    const first = await memberIn(workspaceId, 'owner', editor.accountId)
    await deleteAccount(owner, GOOD_PASSWORD, HERE)
    expect((await failureOf(deleteAccount(first, GOOD_PASSWORD, HERE))).code).toBe('conflict')
    expect((await listMembers(first)).map(({ role }) => role)).toContain('owner')
  })

  it('is gone with its sessions, and leaves its name on what it wrote', async () => {
    const { owner, contributor, campaign } = await newWorld()
    await withPassword(contributor)
    await changeOwnName(contributor, 'Rosa Example')
    const { id } = await logEntry(contributor, campaign, { status: 'in_review' })
    const { token } = await openSession(contributor.accountId)
    await deleteAccount(contributor, GOOD_PASSWORD, HERE)
    expect(await viewerFromToken(token)).toBeNull()
    const gone = await atThreshold({}, (tx) =>
      tx.account.count({ where: { email: `${contributor.accountId}@example.org` } }),
    )
    expect(gone).toBe(0)
    expect((await getEntry(owner, id)).id).toBe(id)
    expect((await listRevisions(owner, 'entry', id)).map(({ by }) => by)).toEqual(['Rosa Example'])
    expect((await listMembers(owner)).some(({ name }) => name === 'Rosa Example')).toBe(false)
  })

  it('takes its visits, and its address in old invitations, along', async () => {
    const { owner, contributor, campaign, workspaceId } = await newWorld()
    await withPassword(contributor)
    const email = await ownEmail(contributor)
    const until = new Date().toISOString()
    await noteVisit(contributor, campaign.slug, until)
    await noteVisit(owner, campaign.slug, until)
    const used = await invitationOf(owner, email, new Date())
    const open = await invitationOf(owner, email)
    const ofAnother = await invitationOf(owner, 'another@example.org')
    await deleteAccount(contributor, GOOD_PASSWORD, HERE)
    const { visits, invitations } = await withViewer(owner, async (tx) => ({
      visits: await tx.campaignVisit.findMany({ where: { workspaceId } }),
      invitations: await tx.invitation.findMany({ where: { workspaceId } }),
    }))
    expect(visits.map(({ memberId }) => memberId)).toEqual([owner.memberId])
    const stateOf = (id: string) => {
      const one = invitations.find((each) => each.id === id)
      return { email: one?.email, open: !one?.usedAt && !one?.revokedAt }
    }
    expect(stateOf(used)).toEqual({ email: '', open: false })
    expect(stateOf(open)).toEqual({ email: '', open: false })
    expect(stateOf(ofAnother)).toEqual({ email: 'another@example.org', open: true })
    const named = (await listAudit(owner, { record: 'invitation' })).events.map(({ what }) => what)
    expect(named).not.toContain(email)
  })

  it('leaves no name where the workspace keeps none', async () => {
    const { owner, contributor, campaign } = await newWorld()
    await withPassword(contributor)
    const { id } = await logEntry(contributor, campaign, { status: 'in_review' })
    await changeWorkspaceSettings(owner, {
      ...{ name: 'No names', keepsNames: false, requiresCodes: false },
    })
    await deleteAccount(contributor, GOOD_PASSWORD, HERE)
    expect((await listRevisions(owner, 'entry', id)).map(({ by }) => by)).toEqual(['Former member'])
  })
})
