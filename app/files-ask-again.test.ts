import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { requestHeader } from '@/lib/inner-headers'
import { idle } from '@/lib/forms/state'
import { memberFromToken, openSession } from '@/server/auth/session-store'
import { GOOD_PASSWORD, useTestDatabase as inTestDatabase } from '@/server/auth/test-support'
import { newWorld, type World } from '@/server/testing/world'
import { GET as audit } from './(organizer)/workspace/audit/file/route'
import { GET as campaign } from './(organizer)/campaigns/[slug]/export/[format]/route'
import { GET as ownData } from './(organizer)/account/data/route'
import { GET as workspace } from './(organizer)/export/[format]/route'
import { giveOwnPassword } from './(organizer)/own-password/actions'

inTestDatabase()

const browser = vi.hoisted(() => ({ token: '', path: '' }))
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: () => ({ value: browser.token }),
      set: (_name: string, value: string) => {
        browser.token = value
      },
    }),
  headers: () => Promise.resolve(new Headers({ [requestHeader.path]: browser.path })),
}))

const MINUTE = 60_000
let world: World
beforeAll(async () => {
  world = await newWorld()
})

const file = (path: string) => new Request(`http://127.0.0.1:3000${path}`)
const files: Record<string, [string, (path: string) => Promise<Response>]> = {
  'the whole workspace': [
    '/export/json',
    (path) => workspace(file(path), { params: Promise.resolve({ format: 'json' }) }),
  ],
  'a campaign': [
    '/campaigns/spheres/export/csv?kind=rally',
    (path) => {
      const params = { slug: world.campaign.slug, format: 'csv' }
      return campaign(file(path), { params: Promise.resolve(params) })
    },
  ],
  'the audit': ['/workspace/audit/file?action=trash', (path) => audit(file(path))],
  'what is stored about oneself': ['/account/data', () => ownData()],
}

/** Where somebody is sent, or null for who gets what they asked for. */
async function sentTo(work: Promise<unknown>): Promise<string | null> {
  const sent = await work.then(
    () => null,
    (error: { digest?: string }) => error.digest?.split(';')[2] ?? 'somewhere else',
  )
  return sent
}

async function signedInMinutesAgo(minutes: number) {
  const then = new Date(Date.now() - minutes * MINUTE)
  browser.token = (await openSession(world.owner.accountId, then)).token
}

beforeEach(() => {
  browser.token = ''
})

describe.each(Object.entries(files))('a file of %s', (_name, [path, get]) => {
  it('is given for ten minutes after the password was, and asks for it then', async () => {
    browser.path = path
    await signedInMinutesAgo(9)
    expect((await get(path)).status).toBe(200)
    await signedInMinutesAgo(11)
    expect(await sentTo(get(path))).toBe(`/own-password?next=${encodeURIComponent(path)}`)
  })
})

/** What is no copy of the record: numbers that their page shows, one entry's day, and rows that were sent. */
const ASKED_BY_NOTHING = [
  '(organizer)/campaigns/[slug]/entries/[id]/calendar/route.ts',
  '(organizer)/campaigns/[slug]/plots/[file]/route.ts',
  '(organizer)/organizations/[id]/scorecard/[file]/route.ts',
  'api/imports/[id]/rows-to-fix/route.ts',
]

it('every other file for members asks for it', () => {
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(\(organizer\)|api)\/.*route\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(`app/${file}`, 'utf8') }))
    .filter(({ text }) => /content-disposition|exportFile\(/.test(text))
  expect(routes.length).toBeGreaterThan(ASKED_BY_NOTHING.length)
  const free = routes.filter(({ text }) => !text.includes('await requireRecentViewer('))
  expect(free.map(({ file }) => file).sort()).toEqual(ASKED_BY_NOTHING)
})

it('a file is refused for a filter that would be ignored', async () => {
  await signedInMinutesAgo(1)
  const params = Promise.resolve({ slug: world.campaign.slug, format: 'csv' })
  const answer = await campaign(file('/campaigns/spheres/export/csv?knd=rally'), { params })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toBe('“knd=rally” was not understood, so nothing was exported.')
})

describe('the page that asks for the password', () => {
  it('leads to the file for the right password alone, and to no other site', async () => {
    const give = (next: string, password: string) => {
      const form = new FormData()
      form.append('next', next)
      form.append('_ownPassword', password)
      return giveOwnPassword(idle, form)
    }
    await signedInMinutesAgo(11)
    const wrong = await give('/export/json', 'not my password')
    expect(wrong).toMatchObject({ status: 'invalid' })
    expect(await sentTo(files['the audit']![1]('/workspace/audit/file'))).toMatch(/^\/own-password/)
    expect(await sentTo(give('/export/json', GOOD_PASSWORD))).toBe(
      '/own-password?next=%2Fexport%2Fjson',
    )
    browser.path = '/export/json'
    expect((await files['the whole workspace']![1]('/export/json')).status).toBe(200)
    expect((await memberFromToken(browser.token))?.signedInAt.getTime()).toBeGreaterThan(
      Date.now() - MINUTE,
    )
    await signedInMinutesAgo(1)
    expect(await sentTo(give('//elsewhere.example', GOOD_PASSWORD))).toBe(
      '/own-password?next=%2Fcampaigns',
    )
  })
})
