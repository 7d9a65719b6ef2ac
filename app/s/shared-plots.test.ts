import { beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { shareSchema } from '@/lib/schemas/share'
import type { Lens } from '@/lib/schemas/words'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { listDemands } from '@/server/demands/queries'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { get } from './crawl'

aTestDatabase()

let world: World
const links = new Map<string, string>()

beforeAll(async () => {
  world = await newWorld()
  const { owner, contributor, campaign } = world
  await logEntry(owner, campaign, {
    ...{ title: 'A rally', date: '1 Feb 2026', crowd: '200 to 300' },
    demands: [{ wording: 'End it', targets: 'Amazon; Ring' }],
  })
  const [demand] = await listDemands(owner, campaign.id)
  const touch = (relation: string, more = {}) => ({
    demands: [{ demand: demand?.id, relation, ...more }],
  })
  const answers = (at: string) => touch('answers', { stance: 'refuses', at })
  // What a public link hides: a meeting, a negotiation, a draft, and what is in review.
  await logEntry(owner, campaign, {
    ...{ kind: 'meeting', title: 'A meeting', date: '3 Feb 2026', crowd: '7' },
    ...touch('repeats'),
  })
  await logEntry(owner, campaign, {
    ...{ kind: 'negotiation', title: 'Talks', date: '5 Feb 2026' },
    ...answers('Ring'),
  })
  for (const status of ['draft', 'in_review']) {
    await logEntry(contributor, campaign, {
      ...{ kind: 'refusal', title: 'Hidden', date: '6 Feb 2026', status },
      ...answers('Amazon'),
    })
    await logEntry(contributor, campaign, {
      ...{ title: 'Hidden', date: '7 Feb 2026', crowd: '5000', status },
      ...touch('repeats'),
    })
  }
  const make = async (name: string, more: Record<string, unknown>) => {
    const input = shareSchema.parse({ campaign: campaign.id, ...more })
    links.set(name, (await createShare(owner, input)).url)
  }
  for (const lens of ['public', 'ally'] satisfies Lens[]) await make(lens, { lens })
  await make('ledger', { lens: 'ally', scope: 'ledger' })
})

async function rowsOf(link: string, name: string, query = ''): Promise<string[][]> {
  const response = await get(`${links.get(link)}/plots/${name}.csv${query}`)
  expect(response.status).toBe(200)
  return readCsv(await response.text()).slice(1)
}

describe('the plots of a link', () => {
  it('count what the link shows and nothing else', async () => {
    const targets = async (link: string) =>
      (await rowsOf(link, 'responses')).map((row) => [row[2], row[4], row[8]]).sort()
    // The record has an answer, and an action, that the public lens does not show.
    expect(await targets('public')).toEqual([])
    expect(await targets('ally')).toEqual([
      ['Amazon', '', '2'],
      ['Ring', '2026-02-05', '2'],
    ])
    const crowds = async (link: string) =>
      (await rowsOf(link, 'crowds')).map(([, title, low, high]) => [title, low, high])
    expect(await crowds('public')).toEqual([['A rally', '200', '300']])
    expect(await crowds('ally')).toEqual([
      ['A rally', '200', '300'],
      ['A meeting', '7', '7'],
    ])
    expect(await rowsOf('public', 'entries')).toEqual([
      ['2026-02', 'action', '1'],
      ['2026-02', 'demand', '1'],
    ])
  })

  it('are a page without script, with the link’s own ids', async () => {
    const url = links.get('ally') ?? ''
    const response = await get(`${url}/plots`)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/)
    const [entry = ''] = /\/s\/[^"]+\/e\/[0-9a-f]{32}/.exec(html) ?? []
    expect((await get(new URL(entry, url).href)).status).toBe(200)
    expect(await (await get(url)).text()).toContain('/plots"')
  })

  it('of a ledger are of demands alone, and lead to no entry', async () => {
    const url = links.get('ledger') ?? ''
    const html = await (await get(`${url}/plots`)).text()
    expect(html).toContain('Days to a response')
    expect(html).not.toContain('Crowd sizes')
    expect(html).not.toContain('/e/')
    expect((await get(`${url}/plots/crowds.csv`)).status).toBe(404)
    expect((await get(`${url}/plots/standings.csv`)).status).toBe(200)
  })

  it('are none in another format, for another name, or behind a dead link', async () => {
    const url = links.get('public') ?? ''
    for (const file of ['crowds.png', 'crowds.svg', 'nothing.csv', 'crowds'])
      expect((await get(`${url}/plots/${file}`)).status).toBe(404)
    expect((await get(`${url.replace(/.{26}$/, '0'.repeat(26))}/plots`)).status).toBe(404)
  })

  it('are not told apart by an id that a reader makes up', async () => {
    expect(
      await rowsOf('public', 'responses', '?org=00000000-0000-7000-8000-000000000000'),
    ).toEqual(await rowsOf('public', 'responses'))
  })
})
