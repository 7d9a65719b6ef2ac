import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { noFilter } from '@/lib/timeline/filters'
import { documentStates } from '@/scripts/server/documents/state'
import { noteRefusedOrigin, noteSignIn } from '../auth/account-notes'
import { confirmPassword } from '../auth/change-password'
import { acceptInvitation } from '../auth/invitations'
import { countAttempt } from '../auth/limits'
import { ownData } from '../auth/own-data'
import { openSession } from '../auth/session-store'
import { signIn } from '../auth/sign-in'
import { useTestDatabase } from '../auth/test-support'
import { countUnlock } from '../auth/unlock-limit'
import { spoolExport } from '../exports/spool'
import { createShare } from '../shares/links/mutations'
import { inviteMember } from '../members/mutations'
import { memberIn, newWorld, type World } from '../testing/world'
import { exportAudit, listAudit } from './audit'

useTestDatabase()

const HOUR = 60 * 60_000
let world: World
beforeEach(async () => {
  world = await newWorld()
})

const told = async (action: 'limit' | 'sign_in' | 'export' | 'refuse', { owner }: World = world) =>
  (await listAudit(owner, { action })).events.map(({ by, record, recordId, fields, token }) => ({
    ...{ by, record, recordId, fields, token },
  }))
const emailOf = ({ accountId }: { accountId: string }) => `${accountId}@example.org`

/** As many wrong passwords as a stranger likes, each from a network of its own. */
async function guess(email: string, tries: number, now: Date) {
  for (let n = 0; n < tries; n += 1) {
    const there = { email, address: `198.51.100.${n}` }
    if ((await countAttempt(there, now)) > 0)
      await signIn({ ...there, password: 'not it' }, now).catch(() => undefined)
  }
}

describe('the audit', () => {
  it('tells once an hour that somebody guesses at an account, in each of its workspaces, and not who', async () => {
    const { editor } = world
    const other = await newWorld()
    const there = await memberIn(other.workspaceId, 'viewer', editor.accountId)
    const start = new Date(Date.now() - 2 * HOUR)
    const about = { by: null, record: 'member', fields: ['signIn'], token: '' }
    await guess(`${randomUUID()}@example.org`, 22, start)
    await guess(emailOf(editor), 20, start)
    expect(await told('limit')).toEqual([])
    await guess(emailOf(editor), 40, start)
    expect(await told('limit')).toEqual([{ ...about, recordId: editor.memberId }])
    expect(await told('limit', other)).toEqual([{ ...about, recordId: there.memberId }])
    await guess(emailOf(editor), 22, new Date(start.getTime() + HOUR))
    expect(await told('limit')).toHaveLength(2)
  })

  it('tells of tries at an invitation where it was made alone', async () => {
    const other = await newWorld()
    const email = emailOf(other.editor)
    const { id, url } = await inviteMember(world.owner, { email, role: 'viewer' })
    const token = url.split('/').at(-1) ?? ''
    const given = { token, email: 'somebody@example.org', name: 'X', password: 'not it at all' }
    for (let n = 0; n < 6; n += 1) await acceptInvitation(given, '198.51.100.7').catch(() => null)
    expect(await told('limit')).toEqual([
      { by: null, record: 'invitation', recordId: id, fields: ['invitation'], token: '' },
    ])
    expect(await told('limit', other)).toEqual([])
  })

  it('tells that somebody who is signed in guesses at the password', async () => {
    const { viewer } = world
    const here = { sessionId: randomUUID(), address: '203.0.113.9' }
    for (let n = 0; n < 9; n += 1)
      await confirmPassword(viewer, 'not it', here).catch(() => undefined)
    expect(await told('limit')).toEqual([
      { by: null, record: 'member', recordId: viewer.memberId, fields: ['ownPassword'], token: '' },
    ])
  })

  it('tells once an hour that somebody guesses at the password of a link', async () => {
    const { owner, campaign, workspaceId } = world
    const { id } = await createShare(owner, shareSchema.parse({ campaign: campaign.id }))
    for (let n = 0; n < 70; n += 1)
      await countUnlock({ shareLinkId: id, workspaceId }, n < 35 ? '203.0.113.10' : '203.0.113.11')
    expect(await told('limit')).toEqual([
      { by: null, record: 'share', recordId: id, fields: ['linkPassword'], token: '' },
    ])
  })

  it('tells once an hour that another site wrote in a member’s browser, and not which', async () => {
    const { editor } = world
    const start = new Date(Date.now() - 2 * HOUR)
    await noteRefusedOrigin(editor, start)
    await noteRefusedOrigin(editor, new Date(start.getTime() + HOUR - 1))
    const about = { by: null, record: 'member', fields: ['otherSite'], token: '' }
    expect(await told('refuse')).toEqual([{ ...about, recordId: editor.memberId }])
    await noteRefusedOrigin(editor, new Date(start.getTime() + HOUR))
    expect(await told('refuse')).toHaveLength(2)
  })

  it('tells of sign-ins, in each workspace of the account', async () => {
    const { editor } = world
    await noteSignIn(editor.accountId, false)
    await noteSignIn(editor.accountId, true)
    const about = { by: 'A editor', record: 'member', recordId: editor.memberId, token: '' }
    expect(await told('sign_in')).toEqual([
      { ...about, fields: ['passkey'] },
      { ...about, fields: [] },
    ])
  })

  it('tells of files that members take away', async () => {
    const { owner, viewer, campaign, workspaceId } = world
    const asked = { slug: campaign.slug, filter: noFilter } as const
    for (const one of [
      { ...asked, format: 'csv' } as const,
      { ...asked, format: 'json', slug: null } as const,
    ])
      await (await spoolExport(viewer, one)).body.cancel()
    await ownData(viewer)
    await exportAudit(owner, {})
    const by = 'A viewer'
    expect(await told('export')).toEqual([
      {
        by: 'Test Owner',
        record: 'workspace',
        recordId: workspaceId,
        fields: ['audit'],
        token: '',
      },
      { by, record: 'member', recordId: viewer.memberId, fields: ['ownData'], token: '' },
      { by, record: 'workspace', recordId: workspaceId, fields: ['json'], token: '' },
      { by, record: 'campaign', recordId: campaign.id, fields: ['csv'], token: '' },
    ])
  })

  it('makes no kept page stale by what changes no record', async () => {
    const states = documentStates(process.env.DATABASE_URL ?? '')
    try {
      const { token } = await openSession(world.viewer.accountId)
      const before = await states.of(token)
      expect(before).not.toBeNull()
      await noteSignIn(world.editor.accountId, false)
      expect(await states.of(token)).toBe(before)
    } finally {
      await states.close()
    }
  })
})
