import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { restrictCampaign } from '../campaigns/restriction'
import { withViewer } from '../db'
import { fill } from '../testing/canary'
import { misfit, programOf, type Program } from './test-support'
import { CANARY, newTarget, type Target } from '../testing/target'
import { newCampaignFor, newWorld } from '../testing/world'
import { addressOf, placesOf, type Places } from './addresses-test-support'
import type { Endpoint } from './endpoint'
import { endpoints } from './endpoints/index'
import { serveApi } from './serve'

useTestDatabase()

let target: Target
let places: Places
let elsewhere: Program
let narrow: Program
let strange: Program
let reading: Program
let shut: { target: Target; places: Places; outside: Program }

beforeAll(async () => {
  target = await newTarget()
  const { owner } = target
  places = await placesOf(target)
  const other = await newCampaignFor(owner)
  elsewhere = await programOf(owner, { reach: 'chosen', campaigns: [other.id] })
  narrow = await programOf(owner, { reach: 'chosen', campaigns: [target.campaign.id] })
  strange = await programOf((await newWorld()).owner)
  reading = await programOf(owner, { scope: 'read' })
  const restricted = await newTarget()
  const full = await newCampaignFor(restricted.owner)
  await fill({ ...restricted, campaign: full })
  const inside = await placesOf(restricted)
  for (const { id } of [restricted.campaign, full])
    await restrictCampaign(restricted.owner, id, { who: 'members', members: [] })
  const outside = await programOf(restricted.editor)
  shut = { target: restricted, places: inside, outside }
})

/** Words that are no secret of the campaign: the names of people, and what stands in open campaigns. */
const EVERYBODYS = new Set([
  ...['namedPerson', 'hiddenPerson', 'initialsName', 'roleName', 'withdrawnPerson', 'removed'],
  ...['hiddenAccount', 'consentReason', 'otherCampaign', 'linkElsewhere', 'memberName'],
])

const at = (endpoint: Endpoint, of = target, named = places) => addressOf(endpoint, of, named)

/** That something was read as a file is told too; here it counts what was changed. */
const events = () =>
  withViewer(target.owner, (tx) => tx.auditEvent.count({ where: { action: { not: 'export' } } }))
const asked = (program: Program, endpoint: Endpoint, address = at(endpoint)) =>
  program.ask(address, {
    method: endpoint.method,
    headers: { 'if-match': '*' },
    ...(endpoint.body && { body: { title: 'Changed', name: 'Changed', text: 'a,b' } }),
  })

describe.each(endpoints.map((one) => [one.name, one] as const))('%s', (_name, endpoint) => {
  it('shows and changes nothing of another campaign than the token’s, or another workspace', async () => {
    const before = await events()
    for (const program of [elsewhere, strange]) {
      const answer = await asked(program, endpoint)
      if (/\{/.test(endpoint.path.replace('{format}', ''))) expect(answer.status).toBe(404)
      expect(answer.text).not.toContain(CANARY)
      expect(answer.text).not.toContain(target.campaign.slug)
    }
    // What belongs to the whole workspace is not a narrowed token's to change.
    expect(await events()).toBe(before)
  })

  it('tells the token of a member outside a restricted campaign nothing of it', async () => {
    const { target: inside, places: named, outside } = shut
    const { text } = await asked(outside, endpoint, at(endpoint, inside, named))
    expect([...text.matchAll(/Zq(\w+?)zq/g)].filter(([, of = '']) => !EVERYBODYS.has(of))).toEqual(
      [],
    )
    // The organization and the person are the whole workspace's.
    const words = ['rally', 'summary', 'note', 'words', 'demand', 'report', 'row']
    for (const secret of [...words.map((word) => `${CANARY} ${word}`), inside.campaign.id])
      expect(text).not.toContain(secret)
  })

  it('needs the scope that it says', async () => {
    const before = await events()
    const { status, text } = await asked(reading, endpoint)
    if (endpoint.scope === 'read') expect(status).not.toBe(403)
    else
      expect([status, text]).toEqual([403, expect.stringContaining('needs a token with the scope')])
    expect(await events()).toBe(before)
  })

  it('knows nobody without a token', async () => {
    const url = `http://127.0.0.1:3000/api/v1${at(endpoint)}`
    const cookie = 'throughline=whatever'
    const answer = await serveApi(
      new Request(url, { method: endpoint.method, headers: { cookie } }),
    )
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })
})

/** What stands below no campaign belongs to all of them. */
const ofTheWhole = endpoints.filter(
  ({ name, path, method }) =>
    !path.startsWith('/campaigns/{campaign}') && (method !== 'GET' || name === 'exportWorkspace'),
)

it.each(ofTheWhole.map((one) => [one.name, one] as const))(
  '%s is not for a token that is narrowed to some campaigns, one that uses the record among them',
  async (_name, endpoint) => {
    const before = await events()
    const { status, text } = await asked(narrow, endpoint)
    expect([status, text]).toEqual([403, expect.stringContaining('for some campaigns alone')])
    expect(await events()).toBe(before)
  },
)

describe('the API', () => {
  it('has one name for each endpoint, and one endpoint for each address', () => {
    expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length)
    const addresses = endpoints.map(
      ({ method, path }) => `${method} ${path.replaceAll(/\w+\}/g, '}')}`,
    )
    expect(new Set(addresses).size).toBe(endpoints.length)
  })

  it('lets a token write drafts and no more', async () => {
    const drafting = await programOf(target.owner, { scope: 'drafts' })
    const list = `/campaigns/${target.campaign.slug}/entries`
    const rally = { kind: 'rally', title: 'Quiet rally', date: '2026-02-20' }
    const make = (status: string) =>
      drafting.ask(list, { method: 'POST', body: { ...rally, status } })
    expect((await make('published')).status).toBe(403)
    expect((await make('draft')).status).toBe(201)
    const published = `${list}/${target.entryId}`
    const headers = { 'if-match': '*' }
    const body = { title: 'Taken over' }
    expect((await drafting.ask(published, { method: 'PATCH', headers, body })).status).toBe(404)
  })

  it('says how much of the limit is left, and when there is none', async () => {
    const program = await programOf(target.owner)
    const now = new Date()
    const first = await program.ask('/campaigns', { now })
    expect(first.headers.get('ratelimit-policy')).toBe('"token";q=300;w=60')
    expect(first.headers.get('ratelimit')).toBe('"token";r=299;t=60')
    await withViewer(target.owner, (tx) =>
      tx.rateLimit.updateMany({ where: { hits: 1 }, data: { hits: 300 } }),
    )
    const refused = await program.ask('/campaigns', { now })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  })

  it('answers with problems what it does not know', async () => {
    expect((await reading.ask('/nothing')).status).toBe(404)
    expect((await reading.ask('/campaigns', { method: 'DELETE' })).headers.get('allow')).toBe(
      'GET, POST',
    )
    const program = await programOf(target.owner)
    const url = 'http://127.0.0.1:3000/api/v1/campaigns'
    const send = async (body: string) =>
      (
        await serveApi(
          new Request(url, {
            method: 'POST',
            body,
            headers: { authorization: `Bearer ${program.token}` },
          }),
        )
      ).status
    expect(await send('{')).toBe(400)
    expect(await send('{"__proto__":{"title":"x"}}')).toBe(400)
    expect(await send('[]')).toBe(422)
  })

  it('notices an answer that its document does not know', () => {
    const answer = { method: 'GET', path: '/campaigns', status: 200, isJson: true }
    expect(misfit({ ...answer, json: { items: [], next: null } })).toBeNull()
    expect(misfit({ ...answer, json: { items: [{ id: 'x' }], next: null } })).toContain('required')
    expect(misfit({ ...answer, status: 204, json: null })).not.toBeNull()
  })
})
