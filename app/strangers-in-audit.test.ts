import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { idle, type FormState } from '@/lib/forms/state'
import { shareSchema } from '@/lib/schemas/share'
import { superuserUrl } from '@/scripts/testing/database'
import { serveApi } from '@/server/api/serve'
import {
  ask,
  sent,
  useResetRequests as inResetRequests,
} from '@/server/auth/reset-request-test-support'
import { GOOD_PASSWORD, useTestDatabase as inTestDatabase } from '@/server/auth/test-support'
import { countUnlock } from '@/server/auth/unlock-limit'
import { listAudit } from '@/server/history/audit'
import { emailOf } from '@/server/mail/test-support'
import { inviteMember } from '@/server/members/mutations'
import { createShare } from '@/server/shares/links/mutations'
import { newTarget } from '@/server/testing/target'
import { sendLink } from './(auth)/forgot-password/actions'
import { acceptHere } from './(auth)/invitation/[token]/actions'
import { confirmHere } from './(auth)/confirm-address/[token]/actions'
import { resetHere } from './(auth)/reset/[token]/actions'
import { signInHere, signInWithCode } from './(auth)/sign-in/actions'
import * as capture from './api/capture/route'
import * as imports from './api/imports/route'
import * as mark from './api/mark/route'
import * as photos from './api/photos/route'
import * as link from './s/[token]/route'

inTestDatabase()
inResetRequests()

vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve({ get: () => undefined, set: () => undefined }),
  headers: () => Promise.resolve(new Headers()),
}))

const WORD = 'zqstrangerzq'

it('no word that a stranger types stands in the audit, or anywhere but as the address of a mail', async () => {
  const { owner, campaign } = await newTarget()
  const locked = shareSchema.parse({ campaign: campaign.id, password: GOOD_PASSWORD })
  const { url } = await createShare(owner, locked)
  const invited = await inviteMember(owner, { email: 'invited@example.org', role: 'viewer' })
  const before = await listAudit(owner)
  for (const email of [`${WORD}@example.org`, emailOf(owner)]) {
    await submit(signInHere, { email, password: WORD, next: `/${WORD}` })
    for (const token of [lastOf(invited.url), WORD])
      await submit(acceptHere, { token, email, name: WORD, password: WORD })
  }
  await submit(signInWithCode, { code: WORD, next: `/${WORD}` })
  await submit(resetHere, { token: WORD, password: WORD })
  await submit(confirmHere, { token: WORD })
  for (const { POST } of [capture, imports, mark, photos]) await upload(POST, campaign.slug)
  await tryPassword(url)
  await callApi(campaign.slug)
  expect(await tablesWith(WORD)).toEqual([])
  await submit(sendLink, { email: `${WORD}@example.org` })
  expect(await tablesWith(WORD)).toEqual(['reset_request'])
  expect(await listAudit(owner)).toEqual(before)
})

it('a limit that strangers reach is an event without a word of theirs', async () => {
  const { owner, editor, campaign } = await newTarget()
  const locked = shareSchema.parse({ campaign: campaign.id, password: GOOD_PASSWORD })
  const { url, id } = await createShare(owner, locked)
  for (let n = 0; n < 31; n += 1)
    await countUnlock({ shareLinkId: id, workspaceId: owner.workspaceId }, null)
  const body = new URLSearchParams({ password: WORD })
  const request = new Request(url, { method: 'POST', body, headers: { 'user-agent': WORD } })
  const params = Promise.resolve({ token: lastOf(url) })
  expect((await link.POST(request, { params })).status).toBe(429)
  for (const email of [`${WORD}@example.org`, emailOf(editor)])
    for (let n = 0; n < 8; n += 1)
      await submit(signInHere, { email, password: WORD, next: `/${WORD}` })
  expect(await tablesWith(WORD)).toEqual([])
  const { events } = await listAudit(owner, { action: 'limit' })
  expect(events.map(({ by, record, fields }) => ({ by, record, fields }))).toEqual([
    { by: null, record: 'member', fields: ['signIn'] },
    { by: null, record: 'share', fields: ['linkPassword'] },
  ])
})

it('three links in an hour are asked for a member, each an event of the audit without a word', async () => {
  const { owner, editor } = await newTarget()
  const count = async () => (await listAudit(owner)).events.length
  const before = await count()
  for (let time = 0; time < 10; time += 1) await ask(emailOf(editor)).catch(() => undefined)
  expect(await sent()).toHaveLength(3)
  const { events } = await listAudit(owner)
  expect(events).toHaveLength(before + 3)
  expect(events[0]).toMatchObject({ fields: ['mailedResetLink'], by: null, token: '' })
})

async function submit(
  action: (previous: FormState, form: FormData) => Promise<FormState>,
  fields: Record<string, string>,
): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const { status } = await action(idle, form)
  expect(action === sendLink ? ['ok'] : ['failed', 'invalid']).toContain(status)
}

async function upload(post: (request: Request) => Promise<Response>, slug: string): Promise<void> {
  const body = new FormData()
  body.append('campaign', slug)
  for (const name of ['file', 'photo']) body.append(name, new File([WORD], `${WORD}.csv`))
  const { status } = await post(new Request('http://127.0.0.1:3000/', { method: 'POST', body }))
  expect([303, 401]).toContain(status)
}

async function tryPassword(url: string): Promise<void> {
  const body = new URLSearchParams({ password: WORD })
  for (const token of [lastOf(url), WORD]) {
    const request = new Request(url, { method: 'POST', body, headers: { 'user-agent': WORD } })
    const { status } = await link.POST(request, { params: Promise.resolve({ token }) })
    expect(status).toBe(token === WORD ? 404 : 403)
  }
}

function lastOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}

async function callApi(slug: string): Promise<void> {
  for (const token of [WORD, `tl_${'x'.repeat(43)}`]) {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': WORD }
    const body = JSON.stringify({ title: WORD })
    const address = `http://127.0.0.1:3000/api/v1/campaigns/${slug}/entries`
    const { status } = await serveApi(new Request(address, { method: 'POST', headers, body }))
    expect(status).toBe(401)
  }
}

/** The tables of the whole installation in which a word stands. */
async function tablesWith(word: string): Promise<string[]> {
  const database = new pg.Client({ connectionString: superuserUrl() })
  await database.connect()
  try {
    const { rows: tables } = await database.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
    const holding: string[] = []
    for (const { name } of tables) {
      const { rowCount } = await database.query(
        `select from ${name} t where t::text like any(array['%' || $1 || '%', '%' || $2 || '%']) limit 1`,
        // Bytes, such as those of a stored file, are written as hexadecimal digits.
        [word, Buffer.from(word).toString('hex')],
      )
      if (rowCount) holding.push(name)
    }
    return holding
  } finally {
    await database.end()
  }
}
