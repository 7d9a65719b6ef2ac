import { beforeAll, describe, expect, it, vi } from 'vitest'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import type { Organizer } from '@/server/auth/viewer'
import { newCampaignFor, newWorld, type World } from '@/server/testing/world'
import { GET } from './[id]/rows-to-fix/route'
import { POST } from './route'

const session = vi.hoisted(() => ({ viewer: null as Organizer | null }))
vi.mock('@/server/auth/session', () => ({ findViewer: () => Promise.resolve(session.viewer) }))

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

/** Where somebody is sent who sends these fields, or the status of the answer. */
async function send(fields: Record<string, string | Blob>): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const request = new Request('http://127.0.0.1:3000/api/imports', { method: 'POST', body: form })
  const { status, headers } = await POST(request)
  return decodeURIComponent(headers.get('location') ?? String(status))
}
const rowsToFix = (id: string) =>
  GET(new Request('http://127.0.0.1:3000/'), { params: Promise.resolve({ id }) })
const table = (text: string) => new File([text], 'sheet’s.csv', { type: 'text/csv' })

describe('a table that is sent', () => {
  it('is kept, and goes to where its columns are chosen', async () => {
    session.viewer = world.contributor
    const { slug: campaign } = world.campaign
    const path = /^\/campaigns\/[\w-]+\/import\/[0-9a-f-]{36}$/
    expect(await send({ campaign, file: table('Date,Title\n2026-02-13,Rally\n') })).toMatch(path)
    expect(await send({ campaign, cells: 'Date\tTitle\n2026-02-13\tRally' })).toMatch(path)
  })

  it('that is a complete record is kept as one', async () => {
    const { slug: campaign } = world.campaign
    const of = (list: string) =>
      new File([`{"format":"throughline-record","version":1,${list}}`], 'ours.json')
    session.viewer = world.editor
    expect(await send({ campaign, file: of('"robots":[1]') })).toContain('It has a list “robots”')
    const { id } = await newCampaignFor((await newWorld()).owner)
    const one = JSON.stringify({
      ...{ id, slug: 'moved', title: 'Moved', summary: '', status: 'active', timeZone: 'UTC' },
      ...{ dayOrder: 'mdy', weekStart: 'monday', version: 1, createdAt: '2026-02-13T00:00:00Z' },
      ...{ organizations: [], savedFilters: [], restriction: [] },
    })
    expect(await send({ campaign, file: of(`"campaigns":[${one}]`) })).toBe('/import')
    session.viewer = world.contributor
    expect(await send({ campaign, file: of('"campaigns":[]') })).toContain('needs the role editor')
  })

  it('goes back with a sentence where it cannot be read', async () => {
    session.viewer = world.contributor
    const { slug: campaign } = world.campaign
    const back = `/campaigns/${campaign}/import?trouble=`
    expect(await send({ campaign })).toBe(`${back}Choose a file, or paste cells first.`)
    expect(await send({ campaign, file: table('<!doctype html>') })).toContain(`${back}This`)
    const large = table('a'.repeat(20_000_001))
    expect(await send({ campaign, file: large })).toContain(
      `${back}This file is larger than 20 MB.`,
    )
  })

  it('goes nowhere without a campaign that its sender may see, or without a session', async () => {
    session.viewer = world.contributor
    const file = table('Date,Title\n2026-02-13,Rally\n')
    expect(await send({ file })).toBe('400')
    expect(await send({ campaign: '../x', file })).toBe('400')
    expect(await send({ campaign: 'no-such-campaign', file })).toBe('404')
    session.viewer = null
    expect(await send({ campaign: world.campaign.slug, file })).toBe('/sign-in')
  })
})

describe('the rows to fix', () => {
  it('are a file under the name of the one that came', async () => {
    session.viewer = world.contributor
    const file = table('Date,Title\nnever,Rally\n')
    const id = (await send({ campaign: world.campaign.slug, file })).split('/').at(-1) ?? ''
    const answer = await rowsToFix(id)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('sheet’s - rows to fix.csv')}`,
    )
    expect(await answer.text()).toContain('never,Rally')
  })

  it('are refused with a sentence and its status', async () => {
    session.viewer = world.contributor
    const missing = await rowsToFix('0198c0de-0000-7000-8000-000000000000')
    expect([missing.status, await missing.text()]).toEqual([
      ...[404, 'This import does not exist, or you may not see it.'],
    ])
    session.viewer = null
    expect((await rowsToFix('x')).status).toBe(401)
  })
})
