import { expect, it } from 'vitest'
import { auditBy } from '@/lib/history/audit'
import { atThreshold } from '../db'
import { listAudit } from '../history/audit'
import { removeMember, suspendMember } from '../members/mutations'
import { getEntry } from '../entries/queries'
import { logEntry, newWorld } from '../testing/world'
import { eraseFormerAccounts } from './delete-account'
import { useTestDatabase } from './test-support'
import { systemViewer } from './viewers'

useTestDatabase()

const DAY_MS = 86_400_000
const after = (days: number) => new Date(Date.now() + days * DAY_MS)

it('erases the account of whoever was removed, a month later, and leaves what they wrote', async () => {
  const { owner, editor, contributor, viewer, campaign, workspaceId } = await newWorld()
  const { id } = await logEntry(editor, campaign, { title: 'Leaflets at the gate' })
  await removeMember(owner, editor.memberId)
  await suspendMember(owner, contributor.memberId)
  const there = async (accountId: string) =>
    (await atThreshold({ accountId }, (tx) => tx.account.count({ where: { id: accountId } }))) > 0

  const work = systemViewer(workspaceId)
  expect(await eraseFormerAccounts(work, after(29))).toBe(0)
  expect(await eraseFormerAccounts(work, after(31))).toBe(1)
  expect(await there(editor.accountId)).toBe(false)
  // Who is suspended can be restored, and who is a member is not concerned.
  for (const one of [owner, contributor, viewer]) expect(await there(one.accountId)).toBe(true)
  expect((await getEntry(owner, id)).title).toBe('Leaflets at the gate')
  const { events } = await listAudit(owner, { record: 'member', action: 'purge' })
  expect(events.map((event) => [event.recordId, auditBy(event)])).toEqual([
    [editor.memberId, 'Throughline itself'],
  ])
  expect(await eraseFormerAccounts(work, after(62))).toBe(0)
})

it('erases nobody who is a member elsewhere', async () => {
  const [here, other] = [await newWorld(), await newWorld()]
  const { accountId } = here.editor
  await atThreshold({ workspaceId: other.workspaceId, accountId }, (tx) =>
    tx.member.create({ data: { workspaceId: other.workspaceId, accountId, role: 'viewer' } }),
  )
  await removeMember(here.owner, here.editor.memberId)
  expect(await eraseFormerAccounts(systemViewer(here.workspaceId), after(31))).toBe(0)
})

it('is for the daily work alone', async () => {
  const { editor } = await newWorld()
  await expect(eraseFormerAccounts(editor as never)).rejects.toMatchObject({ code: 'forbidden' })
})
