import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { atThreshold } from '../db'
import { failureOf } from '../testing/failure'
import { memberIn, newWorld } from '../testing/world'
import { listCalendarAddresses, makeCalendarAddress } from '../demands/feeds'
import { inviteMember } from '../members/mutations'
import { openFeed } from './calendar-feed'
import { changePassword } from './change-password'
import { acceptInvitation } from './invitations'
import { makeResetLink, resetIsOpen, resetPassword } from './password-reset'
import { codeSetUp, secondStepOf } from './second-step'
import { openSession, viewerFromToken } from './session-store'
import { signIn } from './sign-in'
import { GOOD_PASSWORD, useTestDatabase } from './test-support'
import type { Viewer } from './viewer'
import { systemViewer } from './viewers'

useTestDatabase()

const MINUTE = 60_000
const FRESH = 'five lanterns beside a ladder'

async function tokenFor(viewer: Viewer, memberId: string, dropsCodes = false, now = new Date()) {
  const { url } = await makeResetLink(viewer, memberId, dropsCodes, now)
  return new URL(url).pathname.slice('/reset/'.length)
}

describe('a link for a forgotten password', () => {
  it('sets the password once and signs out everywhere', async () => {
    const { owner, editor } = await newWorld()
    const { token: cookie } = await openSession(editor.accountId)
    const token = await tokenFor(owner, editor.memberId)
    expect(await resetIsOpen(token)).toBe(true)
    const weak = resetPassword({ token, password: 'password1234' })
    expect((await failureOf(weak)).path).toEqual(['password'])
    await resetPassword({ token, password: FRESH })
    expect(await viewerFromToken(cookie)).toBeNull()
    const email = `${editor.accountId}@example.org`
    expect(await signIn({ email, password: FRESH, address: '10.5.0.1' })).toMatchObject({
      accountId: editor.accountId,
    })
    expect(await resetIsOpen(token)).toBe(false)
    const again = resetPassword({ token, password: GOOD_PASSWORD })
    expect((await failureOf(again)).code).toBe('forbidden')
  })

  it('lets one of two win that use it at once', async () => {
    const { owner, editor } = await newWorld()
    const token = await tokenFor(owner, editor.memberId)
    const both = await Promise.allSettled(
      [FRESH, GOOD_PASSWORD].map((password) => resetPassword({ token, password })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('lasts an hour, and no longer than the next one', async () => {
    const { owner, editor } = await newWorld()
    const start = new Date('2026-02-13T08:00:00Z')
    const token = await tokenFor(owner, editor.memberId, false, start)
    const end = new Date(start.getTime() + 60 * MINUTE)
    expect(await resetIsOpen(token, new Date(end.getTime() - 1))).toBe(true)
    expect(await resetIsOpen(token, end)).toBe(false)
    await tokenFor(owner, editor.memberId, false, start)
    expect(await resetIsOpen(token, start)).toBe(false)
  })

  it('ends the calendar addresses with the password, as a password that is changed does', async () => {
    const { owner, editor, campaign } = await newWorld()
    const feed = async () => {
      const url = await makeCalendarAddress(editor, campaign.slug)
      return new URL(url).pathname.slice('/feeds/'.length).replace('.ics', '')
    }
    const before = await feed()
    expect(await listCalendarAddresses(editor)).toMatchObject([
      { campaign: { slug: campaign.slug } },
    ])
    expect(await listCalendarAddresses(owner)).toEqual([])
    await resetPassword({ token: await tokenFor(owner, editor.memberId), password: FRESH })
    expect(await openFeed(before)).toBeNull()
    expect(await listCalendarAddresses(editor)).toEqual([])
    const after = await feed()
    const here = { sessionId: randomUUID(), address: '10.5.0.3' }
    await changePassword(editor, { password: FRESH, newPassword: GOOD_PASSWORD }, here)
    expect(await openFeed(after)).toBeNull()
  })

  it('is void once the member changes the password or joins another workspace', async () => {
    const { owner, editor } = await newWorld()
    const { accountId } = editor
    const token = await tokenFor(owner, editor.memberId)
    await resetPassword({ token, password: FRESH })
    const before = await tokenFor(owner, editor.memberId)
    const here = { sessionId: randomUUID(), address: '10.5.0.2' }
    await changePassword(editor, { password: FRESH, newPassword: GOOD_PASSWORD }, here)
    expect(await resetIsOpen(before)).toBe(false)
    // Through the link the owner of the first workspace would enter the second.
    const earlier = await tokenFor(owner, editor.memberId)
    const other = await newWorld()
    const email = `${accountId}@example.org`
    const { url } = await inviteMember(other.owner, { email, role: 'viewer' })
    const invitation = new URL(url).pathname.slice('/invitation/'.length)
    await acceptInvitation(
      { token: invitation, email, name: 'Any', password: GOOD_PASSWORD },
      '10.5.0.3',
    )
    expect(await resetIsOpen(earlier)).toBe(false)
  })

  it('is an owner’s to make, for members of their workspace alone', async () => {
    const { owner, editor, contributor } = await newWorld()
    const refused = async (viewer: Viewer, id: string) =>
      (await failureOf(makeResetLink(viewer, id))).code
    expect(await refused(editor, contributor.memberId)).toBe('forbidden')
    const other = await newWorld()
    expect(await refused(owner, other.editor.memberId)).toBe('not_found')
    // Through the link the owner of one workspace would enter the other.
    await memberIn(other.workspaceId, 'viewer', editor.accountId)
    expect(await refused(owner, editor.memberId)).toBe('forbidden')
    await makeResetLink(systemViewer(owner.workspaceId), editor.memberId)
  })

  it('leaves sign-in codes on, unless the operator turns them off', async () => {
    const { owner, editor } = await newWorld()
    const { accountId } = editor
    await codeSetUp({ accountId })
    await atThreshold({ accountId }, (tx) =>
      tx.secondStep.updateMany({ where: { accountId }, data: { confirmedAt: new Date() } }),
    )
    const dropped = makeResetLink(owner, editor.memberId, true)
    expect((await failureOf(dropped)).code).toBe('forbidden')
    await resetPassword({ token: await tokenFor(owner, editor.memberId), password: FRESH })
    expect((await secondStepOf({ accountId })).on).toBe(true)
    const operator = systemViewer(owner.workspaceId)
    const token = await tokenFor(operator, editor.memberId, true)
    await resetPassword({ token, password: GOOD_PASSWORD })
    expect((await secondStepOf({ accountId })).on).toBe(false)
  })
})
