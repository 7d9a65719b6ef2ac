import { describe, expect, it } from 'vitest'
import { auditBy, auditCsv, auditFields, NO_MEMBER, readAuditFilter } from '@/lib/history/audit'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { commentSchema } from '@/lib/schemas/comment'
import { systemViewer } from '../auth/viewers'
import { addComment } from '../comments/mutations'
import { trashEntry } from '../entries/trash'
import { changeRole, inviteMember, removeMember } from '../members/mutations'
import { logEntry, newWorld } from '../testing/world'
import { addWebhook } from '../webhooks/mutations'
import { exportAudit, listAudit, listAuditMembers } from './audit'
import { keepAudit } from './record'

useTestDatabase()

describe('the audit', () => {
  it('says what was done, by whom, to which record, in which fields', async () => {
    const { owner, editor, campaign } = await newWorld()
    const { id } = await logEntry(editor, campaign, { title: 'Leaflets at the gate' })
    const { events } = await listAudit(owner, { record: 'entry' })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      ...{ by: 'A editor', action: 'create', recordId: id, what: 'Leaflets at the gate' },
    })
    expect(events[0]?.fields).toContain('title')
  })

  it('is narrowed by member, action, record and day', async () => {
    const { owner, editor, contributor, campaign } = await newWorld()
    await logEntry(editor, campaign)
    await logEntry(contributor, campaign, { status: 'draft' })
    await changeRole(owner, contributor.memberId, 'viewer')
    const count = async (filter: Parameters<typeof listAudit>[1]) =>
      (await listAudit(owner, filter)).events.length
    expect(await count({ member: editor.memberId, record: 'entry' })).toBe(1)
    expect(await count({ record: 'entry', action: 'create' })).toBe(2)
    expect(await count({ record: 'member', action: 'update' })).toBe(1)
    expect(await count({ record: 'entry', to: '2001-01-01' })).toBe(0)
    expect(await count({ record: 'entry', from: '2001-01-01' })).toBe(2)
  })

  it('has everybody who ever did something to choose from, and what no member did', async () => {
    const { owner, editor, campaign } = await newWorld()
    await logEntry(editor, campaign)
    await removeMember(owner, editor.memberId)
    const everybody = await listAuditMembers(owner)
    expect(everybody.find(({ id }) => id === editor.memberId)).toMatchObject({ left: true })
    expect(everybody.find(({ id }) => id === owner.memberId)).toMatchObject({ left: false })
    const { workspaceId } = owner
    await withViewer(systemViewer(workspaceId), async (tx) =>
      keepAudit(tx, systemViewer(workspaceId), 'update', 'campaign', campaign.id, ['title']),
    )
    const { events } = await listAudit(owner, readAuditFilter({ member: NO_MEMBER }))
    expect(events).toMatchObject([{ by: null, recordId: campaign.id }])
  })

  it.each([
    ['update', ['title'], 'The operator'],
    ['update', ['mailedResetLink'], 'Unknown'],
    ['limit', ['signIn'], 'Unknown'],
    ['purge', [], 'Throughline itself'],
    ['trash', ['files'], 'Throughline itself'],
  ])('says who did what no member did: %s %s', (action, fields, words) => {
    expect(auditBy({ by: null, action, fields })).toBe(words)
  })

  it('names what a record without a name is about, and leads to it', async () => {
    const { owner, campaign } = await newWorld()
    const { id: entryId } = await logEntry(owner, campaign, { title: 'A walkout' })
    const comment = await addComment(
      owner,
      { record: 'entry', id: entryId },
      commentSchema.parse({ body: 'When was it?' }),
    )
    const href = `/campaigns/${campaign.slug}/entries/${entryId}`
    const { events } = await listAudit(owner, { record: 'comment' })
    expect(events).toMatchObject([{ recordId: comment.id, what: 'A walkout', href }])
    await trashEntry(owner, entryId)
    expect((await listAudit(owner, { record: 'comment' })).events[0]?.href).toBeUndefined()
  })

  it('gives out no secret address and nobody’s e-mail address', async () => {
    const { owner } = await newWorld()
    await addWebhook(owner, { url: 'https://hooks.example.org/services/T0/SECRET' })
    await inviteMember(owner, { email: 'invited@example.org', role: 'editor' })
    const file = auditCsv(await exportAudit(owner, {}))
    expect(file).toContain('hooks.example.org')
    expect(file).toContain('as editor')
    expect(file).not.toMatch(/SECRET|invited@/)
  })

  it('goes on page by page, and an export has each event once', async () => {
    const { owner, campaign } = await newWorld()
    await withViewer(owner, async (tx) => {
      for (let number = 0; number < 230; number += 1)
        await keepAudit(tx, owner, 'update', 'campaign', campaign.id, [`field${number}`])
    })
    const filter = { record: 'campaign', action: 'update' } as const
    const seen: string[] = []
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page = await listAudit(owner, filter, after)
      seen.push(...page.events.flatMap(({ fields }) => fields))
      after = page.next
    }
    expect(seen).toHaveLength(230)
    expect(new Set(seen).size).toBe(230)
    expect((await exportAudit(owner, filter)).flatMap(({ fields }) => fields)).toEqual(seen)
  })

  it('refuses a cursor that is not its own', async () => {
    const { owner } = await newWorld()
    await expect(listAudit(owner, {}, '1_2')).rejects.toThrow('does not exist')
  })

  it('leaves out of a filter what is none, and writes no formula into a file', () => {
    expect(
      readAuditFilter({ action: 'constructor', member: '1', from: 'soon', to: ['x'] }),
    ).toEqual(readAuditFilter({}))
    expect(readAuditFilter({ record: 'entry', from: '2026-02-13' })).toMatchObject({
      ...{ record: 'entry', from: '2026-02-13' },
    })
    expect(auditFields(['privateNote', 'secondStep'])).toBe('private note, sign-in codes')
    const event = {
      id: '',
      at: '',
      by: null,
      token: '',
      action: '',
      record: '',
      recordId: '',
      fields: [],
    }
    expect(auditCsv([{ ...event, what: '=HYPERLINK("x")' }])).toContain(`'=HYPERLINK`)
  })
})
