import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { makeProposal, newTarget, type Target } from '../testing/target'
import { programOf, type Answered, type Program } from './test-support'

useTestDatabase()

let target: Target
let program: Program
let here: string

beforeAll(async () => {
  target = await newTarget()
  program = await programOf(target.owner)
  here = `/campaigns/${target.campaign.slug}`
})

const post = (at: string, body: unknown = {}) => program.ask(at, { method: 'POST', body })
const patch = (at: string, body: unknown, version: number | string) =>
  program.ask(at, { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } })
const trash = (at: string) => program.ask(at, { method: 'DELETE' })
const items = ({ json }: Answered) => json.items as Record<string, unknown>[]

describe('a program', () => {
  it('makes and changes a campaign', async () => {
    const body = { title: 'Fair rents', timeZone: 'Europe/London' }
    const made = await post('/campaigns', body)
    expect(made.json).toMatchObject({ slug: 'fair-rents', version: 1 })
    const changed = await patch('/campaigns/fair-rents', { summary: 'In the city.' }, 1)
    expect(changed.json).toMatchObject({ title: 'Fair rents', summary: 'In the city.', version: 2 })
    const stale = await patch('/campaigns/fair-rents', { summary: 'Elsewhere.' }, 1)
    expect(stale.json).toMatchObject({
      ...{ status: 412, version: 2 },
      conflicts: [{ label: 'Summary', yours: 'Elsewhere.', theirs: 'In the city.' }],
    })
    expect(items(await program.ask('/campaigns'))).toHaveLength(2)
  })

  it('makes a demand, assesses it, and decides what is proposed', async () => {
    const made = await post(`${here}/demands`, {
      wording: 'Pay for the night shift',
      targets: 'Mill',
    })
    const at = `${here}/demands/${String(made.json.number)}`
    const changed = await patch(at, { note: 'Shorter.', wording: 'Pay the night shift' }, 1)
    expect(changed.json).toMatchObject({
      wording: 'Pay the night shift',
      targets: [{ name: 'Mill', standing: 'open' }],
    })
    const [mill] = changed.json.targets as { id: string }[]
    const assessment = { organization: mill?.id, standing: 'refused', date: '2026-02-01' }
    expect((await post(`${at}/assessments`, assessment)).status).toBe(201)
    expect((await post(`${at}/assessments`, { ...assessment, date: '' })).json).toMatchObject({
      errors: [{ pointer: '/date' }],
    })
    expect((await program.ask(`${at}?as_of=2026-01-01`)).json).toMatchObject({
      targets: [{ standing: 'open' }],
    })
    expect(items(await program.ask(`${at}/assessments`))).toMatchObject([{ standing: 'refused' }])

    const proposal = await makeProposal(target)
    const decision = `${here}/demands/${target.demand.number}/assessments/${proposal}/decision`
    const wrong = decision.replace(`/${target.demand.number}/`, `/${String(made.json.number)}/`)
    expect((await post(wrong, { decision: 'confirmed' })).status).toBe(404)
    expect((await post(decision, { decision: 'rejected' })).json).toMatchObject({
      errors: [{ pointer: '/reason' }],
    })
    expect((await post(decision, { decision: 'confirmed' })).status).toBe(200)
    expect((await post(decision, { decision: 'confirmed' })).status).toBe(409)
    const [first] = items(await program.ask(`${here}/demands?target=${target.demand.targetId}`))
    expect(first).toMatchObject({ targets: [{ standing: 'met' }] })
    // A standing that is recorded keeps its demand.
    expect((await trash(at)).status).toBe(409)
    const idle = await post(`${here}/demands`, { wording: 'Said to nobody', targets: 'Mill' })
    const idleAt = `${here}/demands/${String(idle.json.number)}`
    expect((await trash(idleAt)).status).toBe(200)
    expect((await program.ask(idleAt)).status).toBe(404)
  })

  it.each([
    ['/organizations', { name: 'Night Shift Union', kind: 'union' }, { otherNames: 'NSU; N.S.U.' }],
    ['/people', { name: 'Sam Reader' }, { otherNames: 'S. Reader' }],
    ['/sources', { title: 'A leaflet', published: '3 Feb 2026' }, { capturedText: 'Words.' }],
  ])('adds to %s, changes it, finds it and puts it in the trash', async (path, body, change) => {
    const made = await post(path, body)
    expect([made.status, made.json.version]).toEqual([201, 1])
    const at = `${path}/${String(made.json.id)}`
    const changed = await patch(at, change, 1)
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"'])
    expect((await patch(at, change, 1)).status).toBe(412)
    const words = Object.values(body)[0] ?? ''
    const found = await program.ask(`${path}?q=${encodeURIComponent(words)}`)
    expect(items(found)).toMatchObject([{ id: made.json.id, mentions: 0 }])
    const used = items(await program.ask(`${path}?campaign=${target.campaign.slug}`))
    expect(JSON.stringify(used)).toContain('Canary')
    expect(JSON.stringify(used)).not.toContain(String(made.json.id))
    expect((await trash(at)).status).toBe(200)
    expect((await program.ask(at)).status).toBe(404)
  })

  it('reads the directories of its campaigns alone, and changes none of them', async () => {
    const narrow = await programOf(target.owner, {
      reach: 'chosen',
      campaigns: [target.campaign.id],
    })
    const strange = await post('/organizations', { name: 'Of no campaign' })
    expect((await narrow.ask('/organizations')).status).toBe(422)
    const own = `/organizations/${target.organizationId}`
    expect((await narrow.ask(own)).status).toBe(200)
    expect((await narrow.ask(`/organizations/${String(strange.json.id)}`)).status).toBe(404)
    const headers = { 'if-match': '*' }
    const change = { method: 'PATCH', body: { kind: 'union' }, headers }
    expect((await narrow.ask(own, change)).status).toBe(403)
    const source = { method: 'POST', body: { title: 'A poster' } }
    expect((await narrow.ask('/sources', source)).status).toBe(403)
    expect((await narrow.ask(`/sources?campaign=${target.campaign.slug}`, source)).status).toBe(201)
  })

  it('is refused what a list does not understand, rather than answered with more', async () => {
    for (const query of ['persn=x', 'lane=actions', 'from=soon', 'order=down', 'sort=colour'])
      expect((await program.ask(`${here}/entries?${query}`)).status).toBe(422)
    const known = 'lane=action&sort=date&order=descending&limit=1'
    expect((await program.ask(`${here}/entries?${known}`)).status).toBe(200)
  })

  it('is refused a file with signs that cannot be kept', async () => {
    const text = 'title,date\nA,2026-01-05\n'
    for (const file of [
      { name: 'a\0.csv', text },
      { name: 'a.csv', text: `${text}\ud800,` },
    ]) {
      const { status, json } = await post(`${here}/imports`, file)
      expect([status, JSON.stringify(json)]).toEqual([422, expect.stringContaining('Remove')])
    }
  })

  it('imports a file as drafts, and takes them back', async () => {
    const text = 'title,date,kind\nFirst rally,2026-01-05,rally\nSecond rally,13 Foo,rally\n'
    const made = await post(`${here}/imports`, { name: 'rows.csv', text })
    const at = `${here}/imports/${String(made.json.id)}`
    const preview = await program.ask(`${at}/preview`)
    expect(preview.json).toMatchObject({ make: 1, refused: 1, refusals: [{ value: '13 Foo' }] })
    expect((await post(`${at}/start`)).status).toBe(422)
    expect((await post(`${at}/start`, { takeGood: 'on' })).status).toBe(202)
    expect((await program.ask(at)).json).toMatchObject({ state: 'done', written: 1 })
    expect(items(await program.ask(`${here}/entries?q=First`))).toMatchObject([{ status: 'draft' }])
    expect((await post(`${at}/undo`)).json).toEqual({ undone: 1, restored: 0, left: 0 })
    expect(items(await program.ask(`${here}/imports`))).toMatchObject([{ state: 'undone' }])
    expect((await post(`${at}/cancel`)).status).toBe(409)
  })

  it('exports a campaign under a filter, and the workspace', async () => {
    const csv = await program.ask(`${here}/exports/csv?kind=rally`)
    expect(csv.headers.get('content-disposition')).toContain(`${target.campaign.slug}-`)
    expect(csv.text).toContain('Canary rally')
    expect((await program.ask(`${here}/exports/csv?kind=vigil`)).text).not.toContain('Canary')
    const whole = await program.ask('/exports/json')
    expect(whole.json.campaigns).toHaveLength(2)
    expect((await program.ask('/exports/csv')).status).toBe(422)
    for (const wrong of ['knd=march', 'kind=marhc', 'kind=rally&from=soon', 'limit=5']) {
      const refused = await program.ask(`${here}/exports/csv?${wrong}`)
      expect(refused.status, wrong).toBe(422)
      expect(refused.headers.get('content-type')).toContain('application/problem+json')
      expect(refused.text).toContain('was not understood')
    }
    expect((await program.ask('/exports/json?kind=rally')).status).toBe(422)
    expect((await program.ask('/exports/nothing')).status).toBe(404)
  })

  it('makes a link that ends, and ends it', async () => {
    const made = await post(`${here}/shares`, {
      lens: 'press',
      expires: '7d',
      undecided: 'withheld',
    })
    expect(made.json).toMatchObject({ lens: 'press', state: 'live', scope: 'campaign' })
    expect(String(made.json.url)).toMatch(/^http:\/\/127\.0\.0\.1:3000\/s\//)
    expect((await post(`${here}/shares`, { expires: 'never' })).json).toMatchObject({
      errors: [{ pointer: '/expires' }],
    })
    const at = `${here}/shares/${String(made.json.id)}`
    await post('/campaigns', { title: 'Elsewhere', timeZone: 'Europe/London' })
    const elsewhere = at.replace(here, '/campaigns/elsewhere')
    for (const answer of [await program.ask(elsewhere), await trash(elsewhere)])
      expect(answer.status).toBe(404)
    expect((await program.ask(at)).json).toMatchObject({ state: 'live' })
    await trash(at)
    expect((await program.ask(at)).json).toMatchObject({ state: 'revoked' })
    expect(items(await program.ask(`${here}/shares`))).toHaveLength(2)
  })
})
