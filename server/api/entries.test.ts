import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openApiToken } from '../auth/api-caller'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { listAudit } from '../history/audit'
import { restrictCampaign } from '../campaigns/restriction'
import { newCampaignFor, newWorld, type World } from '../testing/world'
import { AppError } from '../errors'
import { claimKey } from './answers'
import { endpoints } from './endpoints/index'
import { programOf, type Answered, type Program } from './test-support'

useTestDatabase()

const creation =
  endpoints.find(({ name }) => name === 'createEntry') ?? expect.fail('There is no such endpoint.')

let world: World
let program: Program
let list: string

beforeAll(async () => {
  world = await newWorld()
  program = await programOf(world.owner, { name: 'Nightly sync' })
  list = `/campaigns/${world.campaign.slug}/entries`
})

const rally = (title: string, more: Record<string, unknown> = {}) => ({
  ...{ kind: 'rally', title, date: '2026-02-13', place: `Gate of ${title}` },
  ...more,
})
const post = (body: unknown, headers = {}, at = list) =>
  program.ask(at, { method: 'POST', body, headers })
const patch = (id: string, body: unknown, version?: string) =>
  program.ask(`${list}/${id}`, {
    ...{ method: 'PATCH', body },
    headers: version === undefined ? {} : { 'if-match': version },
  })
const idOf = ({ json }: Answered) => String(json.id)

describe('an entry', () => {
  it('is made, read, changed, published and put in the trash', async () => {
    const made = await post(rally('Leaflets', { organizations: [{ name: 'Group A' }] }))
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`/api/v1${list}/${idOf(made)}`)
    expect(made.json).toMatchObject({ status: 'draft', version: 1, date: '2026-02-13' })
    const changed = await patch(idOf(made), { summary: 'At noon.' }, '"1"')
    expect(changed.headers.get('etag')).toBe('"2"')
    expect(changed.json).toMatchObject({
      fields: { summary: 'At noon.', organizations: [{ name: 'Group A', part: 'actor' }] },
    })
    const at = `${list}/${idOf(made)}`
    await program.ask(`${at}/review`, { method: 'POST', body: { decision: 'publish' } })
    expect((await program.ask(at)).json).toMatchObject({ status: 'published', version: 3 })
    expect((await program.ask(at, { method: 'DELETE' })).status).toBe(200)
    expect((await program.ask(at)).status).toBe(404)
    expect((await program.ask(`${at}/restore`, { method: 'POST' })).json).toMatchObject({
      title: 'Leaflets',
    })
    const { events } = await listAudit(world.owner, { record: 'entry' })
    expect(new Set(events.map(({ token }) => token))).toEqual(new Set(['Nightly sync']))
  })

  it('is refused with the sentences of the form, each at its field', async () => {
    const refused = await post({ kind: 'rally', title: '', date: '13 Foo', organizations: [{}] })
    expect(refused.status).toBe(422)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    const errors = refused.json.errors as { pointer: string; detail: string }[]
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/date',
      '/organizations/0/name',
      '/title',
    ])
    expect(errors.every(({ detail }) => /[.!]$/.test(detail))).toBe(true)
    const odd = await post({ ...rally('Odd'), workspaceId: world.workspaceId })
    expect([odd.status, JSON.stringify(odd.json)]).toEqual([
      422,
      expect.stringContaining('not known'),
    ])
  })

  it('is not made where one like it is there, unless the program says that it is another', async () => {
    await post(rally('March to the town hall', { status: 'published' }))
    const alike = await post(rally('March to the town hall'))
    expect(alike.status).toBe(409)
    expect(alike.json.alike).toMatchObject([{ title: 'March to the town hall' }])
    expect((await post(rally('March to the town hall'), {}, `${list}?alike=make`)).status).toBe(201)
  })

  it('is changed from the version that was read alone', async () => {
    const id = idOf(await post(rally('Picket')))
    expect((await patch(id, { title: 'X' })).status).toBe(428)
    await patch(id, { title: 'Picket at dawn' }, '"1"')
    const stale = await patch(id, { title: 'Picket at dusk' }, '"1"')
    expect(stale.status).toBe(412)
    expect(stale.json).toMatchObject({
      version: 2,
      conflicts: [{ label: 'Title', yours: 'Picket at dusk', theirs: 'Picket at dawn' }],
    })
    // What others changed elsewhere is no clash, and yet not the version that was named.
    expect((await patch(id, { summary: 'Cold.' }, '"1"')).status).toBe(412)
    expect((await patch(id, { summary: 'Cold.' }, '"other"')).status).toBe(412)
    const after = await patch(id, { summary: 'Cold.' }, '*')
    expect(after.json).toMatchObject({
      version: 3,
      fields: { title: 'Picket at dawn', summary: 'Cold.' },
    })
  })
})

describe('a list of entries', () => {
  it('is narrowed as the timeline is, and goes by key', async () => {
    for (const day of ['01', '02', '03'])
      await post(rally(`Vigil ${day}`, { kind: 'vigil', date: `2026-02-${day}` }))
    const first = await program.ask(`${list}?kind=vigil&limit=2`)
    const titles = (page: Answered) =>
      (page.json.items as { title: string }[]).map((one) => one.title)
    expect(titles(first)).toEqual(['Vigil 01', 'Vigil 02'])
    const next = await program.ask(`${list}?kind=vigil&limit=2&after=${String(first.json.next)}`)
    expect([titles(next), next.json.next]).toEqual([['Vigil 03'], null])
    expect((await program.ask(`${list}?after=x`)).status).toBe(422)
    expect((await program.ask(`${list}?limit=0`)).status).toBe(422)
  })
})

describe('an idempotency key', () => {
  it('sent twenty times at once makes one entry and gives equal answers', async () => {
    const headers = { 'idempotency-key': 'one-of-twenty' }
    const all = await Promise.all(
      Array.from({ length: 20 }, () => post(rally('Twenty times'), headers)),
    )
    expect(new Set(all.map(({ text }) => text)).size).toBe(1)
    expect(all[0]?.status).toBe(201)
    const { json } = await program.ask(`${list}?q=Twenty`)
    expect(json.items).toHaveLength(1)
    expect(all.filter(({ headers }) => headers.has('idempotent-replayed'))).toHaveLength(19)
  })

  it('is refused with another request, is a token’s own, and is free after a day', async () => {
    const headers = { 'idempotency-key': 'k' }
    await post(rally('First'), headers)
    expect((await post(rally('Second'), headers)).status).toBe(422)
    const other = await programOf(world.owner)
    const body = rally('Third')
    expect((await other.ask(list, { method: 'POST', body, headers })).status).toBe(201)
    const now = new Date(Date.now() + 25 * 60 * 60_000)
    const again = await program.ask(list, { method: 'POST', body: rally('Fourth'), headers, now })
    expect(again.json).toMatchObject({ title: 'Fourth' })
  })

  it('gives no answer again about a campaign that its member can no longer open', async () => {
    const { owner, editor } = world
    const own = await newCampaignFor(owner)
    const theirs = await programOf(editor)
    const send = () =>
      theirs.ask(`/campaigns/${own.slug}/entries`, {
        ...{ method: 'POST', body: rally('Told once') },
        headers: { 'idempotency-key': 'before it was restricted' },
      })
    const first = await send()
    expect((await send()).text).toBe(first.text)
    await restrictCampaign(owner, own.id, { who: 'members', members: [] })
    const again = await send()
    expect([again.status, again.text]).toEqual([409, expect.not.stringContaining('Told once')])
    await restrictCampaign(owner, own.id, { who: 'members', members: [editor.memberId] })
    expect((await send()).text).toBe(first.text)
  })

  it('of a request whose process ended before it answered does not do the work again', async () => {
    const key = 'of a process that ended'
    const body = rally('Done and never answered')
    const began = new Date()
    const asked = ['POST', `http://127.0.0.1:3000/api/v1${list}`, '', JSON.stringify(body)]
    const caller = await openApiToken(`Bearer ${program.token}`, began)
    if (!caller?.viewer) throw new Error('The token does not open anything.')
    const request = { viewer: caller.viewer, key, asked: asked.join('\n') }
    expect(await claimKey(request, began)).toEqual({ is: 'new' })
    expect((await post(body)).status).toBe(201)
    const after = (seconds: number) => new Date(began.getTime() + seconds * 1_000)
    expect(await claimKey(request, after(29))).toEqual({ is: 'open' })
    const headers = { 'idempotency-key': key }
    const same = await program.ask(list, { method: 'POST', body, headers, now: after(31) })
    expect([same.status, same.json.detail]).toEqual([409, expect.stringContaining('a new key')])
    const { json } = await program.ask(`${list}?q=Done`)
    expect(json.items).toHaveLength(1)
  })

  it('of a request that failed after its work was saved does not do the work again', async () => {
    const { run } = creation
    const fails = vi.spyOn(creation, 'run').mockImplementationOnce(async (call) => {
      await run(call)
      throw new AppError('unavailable', 'Too much is being saved at this moment.')
    })
    const headers = { 'idempotency-key': 'failed after' }
    const at = `${list}?alike=make`
    expect((await post(rally('Saved, then failed'), headers, at)).status).toBe(503)
    expect((await post(rally('Saved, then failed'), headers, at)).status).toBe(409)
    expect(fails).toHaveBeenCalledTimes(1)
    const { json } = await program.ask(`${list}?q=Saved`)
    expect(json.items).toHaveLength(1)
  })

  it('of a request of which nothing was saved is free for the same one again', async () => {
    const busy = () => new AppError('unavailable', 'Too many people are asking at this moment.')
    vi.spyOn(creation, 'run')
      .mockImplementationOnce(() => Promise.reject(busy()))
      .mockImplementationOnce(({ viewer }) =>
        withViewer(viewer, async (tx) => {
          await tx.campaign.updateMany({ data: { summary: 'Rolled back' } })
          throw busy()
        }),
      )
    const headers = { 'idempotency-key': 'busy at first' }
    const body = rally('Busy, then saved')
    const statuses = []
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await post(body, headers)).status)
    expect(statuses).toEqual([503, 503, 201, 201])
    const { json } = await program.ask(`${list}?q=Busy`)
    expect(json.items).toHaveLength(1)
  })

  it('gives a refusal again, too', async () => {
    const headers = { 'idempotency-key': 'refused' }
    const [first, second] = [
      await post({ kind: 'rally' }, headers),
      await post({ kind: 'rally' }, headers),
    ]
    expect([first.status, second.text]).toEqual([422, first.text])
  })
})

it('takes every date back as it was answered, also a season that could be two years', async () => {
  const made = await post(rally('Summer strike', { date: 'summer 2021' }))
  expect(made.json.date).toBe('2021-22')
  const again = await patch(idOf(made), { date: made.json.date }, made.headers.get('etag') ?? '')
  expect(again.status).toBe(200)
  expect(again.json.date).toBe('2021-22')
})
