import { describe, expect, it } from 'vitest'
import { auditCsv, auditFields, readAuditFilter } from '@/lib/history/audit'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { changeRole } from '../members/mutations'
import { logEntry, newWorld } from '../testing/world'
import { exportAudit, listAudit } from './audit'
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
