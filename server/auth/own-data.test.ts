import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import type { OwnData } from '@/lib/account'
import { ownDataLeftOut } from '@/lib/own-data'
import { atThreshold, withViewer } from '../db'
import { logEntry, newWorld } from '../testing/world'
import { noteVisit } from '../campaigns/visits'
import { ownData } from './own-data'
import { openSession } from './session-store'
import { useTestDatabase } from './test-support'
import type { Organizer } from './viewer'

useTestDatabase()

type Workspace = OwnData['workspaces'][number]
const there = (part: (workspace: Workspace) => readonly unknown[]) => (data: OwnData) =>
  data.workspaces.flatMap(part)

/** The columns that name a person, each with where their file has what stands in its rows. */
const HELD: Record<string, (data: OwnData) => readonly unknown[]> = {
  'account.email': ({ account }) => [account.email],
  'api_token.member_id': there(({ tokens }) => tokens),
  'assignment.member_id': there(({ assigned }) => assigned),
  'audit_event.member_id': there(({ did }) => did),
  'calendar_feed.member_id': there(({ calendars }) => calendars),
  'campaign_member.member_id': there(({ restrictedCampaigns }) => restrictedCampaigns),
  'campaign_visit.member_id': there(({ visited }) => visited),
  'comment.member_id': there(({ commented }) => commented),
  'entry.created_by': there(({ unpublished }) => unpublished),
  'invitation.email': there(({ invitations }) => invitations),
  'member.account_id': ({ workspaces }) => workspaces,
  'notification.member_id': there(({ notified }) => notified),
  'notification_message.member_id': there(({ messages }) => messages),
  'passkey.account_id': ({ passkeys }) => passkeys,
  'password_reset.account_id': ({ waysIn }) => waysIn.resetLinks,
  'recovery_code.account_id': ({ waysIn }) => waysIn.recoveryCodes,
  'reset_request.email': ({ waysIn }) => waysIn.resetRequests,
  'revision.member_id': there(({ said }) => said),
  'saved_filter.created_by': there(({ filters }) => filters),
  'second_step.account_id': ({ waysIn }) => [waysIn.signInCodes].filter((one) => one !== null),
  'session.account_id': ({ sessions }) => sessions,
  'undoable_change.member_id': there(({ couldTakeBack }) => couldTakeBack),
}

/** Every column that points at an account or a member, or holds an e-mail address. */
async function columnsThatName(): Promise<string[]> {
  const rows = await atThreshold(
    {},
    (tx) =>
      tx.$queryRaw<{ column: string }[]>`
      select distinct c.relname || '.' || a.attname as "column"
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
          and k.confrelid in ('account'::regclass, 'member'::regclass)
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
         and a.attname <> 'workspace_id'
         and (k.oid is not null or a.attname in ('account_id', 'member_id', 'email')
              or (a.attname like '%\_by' and a.atttypid = 'uuid'::regtype))
       order by 1`,
  )
  return rows.map(({ column }) => column)
}

it('what is stored about oneself has every column that names a person, or says why it has not', async () => {
  const named = [...Object.keys(HELD), ...ownDataLeftOut.flatMap(({ columns }) => columns)]
  expect(named.sort()).toEqual(await columnsThatName())
  const data = await ownData((await newWorld()).owner)
  expect(data.notHere).toEqual(ownDataLeftOut.map(({ what, why }) => ({ what, why })))
})

it('what is stored about oneself holds a row of each of them, without a secret, and none of others', async () => {
  const { contributor, editor, campaign, owner } = await newWorld()
  const secret = await fill(contributor, campaign)
  await fill(editor, campaign)
  await logEntry(owner, campaign)
  const data = await ownData(contributor)
  for (const [column, part] of Object.entries(HELD))
    expect([column, part(data).length > 0]).toEqual([column, true])
  const text = JSON.stringify(data)
  expect(text).not.toContain(editor.memberId)
  expect(text).not.toContain(editor.accountId)
  for (const one of [secret.toString('hex'), secret.toString('base64'), [...secret].join(',')])
    expect(text).not.toContain(one)
})

/** Puts a row into each table that names this person, and gives back what stands for each secret in them. */
async function fill(viewer: Organizer, campaign: { id: string; slug: string }): Promise<Buffer> {
  const { accountId, memberId, workspaceId } = viewer
  const secret = randomBytes(32)
  const expiresAt = new Date(Date.now() + 3_600_000)
  const campaignId = campaign.id
  const { id: entryId } = await logEntry(viewer, campaign, { status: 'in_review' })
  await noteVisit(viewer, campaign.slug, new Date().toISOString())
  await openSession(accountId)
  const email = `${accountId}@example.org`
  const own = { workspaceId, memberId }
  await atThreshold({ accountId }, async (tx) => {
    await tx.secondStep.create({ data: { accountId, secretSealed: secret } })
    await tx.recoveryCode.create({ data: { accountId, hash: secret } })
    await tx.passwordReset.create({ data: { accountId, tokenHash: secret, expiresAt } })
    await tx.resetRequest.create({ data: { email, at: new Date() } })
    await tx.passkey.create({
      data: { accountId, credentialId: secret.toString('hex'), publicKey: secret, name: 'Phone' },
    })
  })
  await withViewer(viewer, async (tx) => {
    await tx.apiToken.create({
      data: {
        ...{ ...own, name: 'Script', scope: 'read', everyCampaign: true },
        ...{ tokenHash: secret, campaignIds: [], expiresAt },
      },
    })
    await tx.calendarFeed.create({
      data: { ...own, campaignId, tokenHash: secret, tokenSealed: secret },
    })
    await tx.campaignMember.create({ data: { ...own, campaignId } })
    await tx.invitation.create({
      data: { workspaceId, email, role: 'viewer', tokenHash: secret, expiresAt },
    })
    await tx.savedFilter.create({
      data: {
        ...{ workspaceId, campaignId, createdBy: memberId },
        ...{ name: `Mine ${memberId}`, query: 'q=rally' },
      },
    })
    await tx.undoableChange.create({ data: { ...own, kind: 'bulk', record: 'entry', detail: [] } })
    const { id: commentId } = await tx.comment.create({ data: { ...own, entryId } })
    await tx.commentText.create({ data: { workspaceId, commentId, number: 1, body: 'Words' } })
    await tx.assignment.create({ data: { ...own, entryId, entryStatus: 'in_review' } })
    await tx.notification.create({ data: { ...own, kind: 'comment', commentId } })
    await tx.notificationMessage.create({ data: { ...own, plannedAt: new Date() } })
    await tx.revision.updateMany({
      where: { ...own, recordId: entryId },
      data: { note: 'Noted' },
    })
  })
  return secret
}
