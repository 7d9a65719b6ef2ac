import { beforeAll, expect, it, vi } from 'vitest'
import { openSession } from '@/server/auth/session-store'
import { useTestDatabase as inTestDatabase } from '@/server/auth/test-support'
import { listAudit } from '@/server/history/audit'
import { addImport } from '@/server/imports/mutations'
import { newTarget, type Target } from '@/server/testing/target'
import { GET as plot } from './(organizer)/campaigns/[slug]/plots/[file]/route'
import { GET as scorecard } from './(organizer)/organizations/[id]/scorecard/[file]/route'
import { GET as rowsToFix } from './api/imports/[id]/rows-to-fix/route'

inTestDatabase()

const browser = vi.hoisted(() => ({ token: '' }))
vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve({ get: () => ({ value: browser.token }), set: () => undefined }),
  headers: () => Promise.resolve(new Headers()),
}))

let target: Target
let importId: string
beforeAll(async () => {
  target = await newTarget()
  const bytes = Buffer.from(
    'Title,Date,Kind\nA rally,no day at all,rally\nA vigil,2026-02-13,vigil\n',
  )
  importId = await addImport(target.owner, target.campaign.slug, { name: 'rows.csv', bytes })
  browser.token = (await openSession(target.owner.accountId)).token
})

const asked = new Request('http://127.0.0.1:3000/file')
const files = {
  plot: () => {
    const params = { slug: target.campaign.slug, file: 'crowds.csv' }
    return plot(asked, { params: Promise.resolve(params) })
  },
  scorecard: () => {
    const params = { id: target.organizationId, file: 'scorecard.csv' }
    return scorecard(asked, { params: Promise.resolve(params) })
  },
  rowsToFix: () => rowsToFix(asked, { params: Promise.resolve({ id: importId }) }),
}

it.each([
  ['plot', 'campaign', () => target.campaign.id],
  ['scorecard', 'organization', () => target.organizationId],
  ['rowsToFix', 'import', () => importId],
] as const)('the audit tells who took a %s away', async (what, record, recordId) => {
  expect((await files[what]()).status).toBe(200)
  const { events } = await listAudit(target.owner, { action: 'export', record })
  expect(events).toMatchObject([{ by: 'Test Owner', recordId: recordId(), fields: [what] }])
})
