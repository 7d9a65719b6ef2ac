import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { campaignSchema } from '@/lib/schemas/campaign'
import { readFilter } from '@/lib/timeline/filters'
import { mint } from '../../auth/mint'
import { newOwner, useTestDatabase } from '../../auth/test-support'
import type { ShareReader, Viewer } from '../../auth/viewer'
import { systemViewer } from '../../auth/viewers'
import { withViewer } from '../../db'
import { createCampaign } from '../../campaigns/mutations'
import { campaignBySlug } from '../../campaigns/queries'
import { addSample } from '../../sample/founding-record'
import { calendarMonth, calendarYear } from '../calendar'
import { cachedCounts } from '../counts/cached-counts'
import { cachedChoices } from '../counts/cached-choices'
import { mapExtent } from '../map/read'
import { listStory } from '../story'
import { listTable } from '../table'
import { readLayout } from '@/lib/timeline/table'
import { filteredEntries } from './where'

useTestDatabase()

let owner: Viewer
let reader: ShareReader
let campaignId: string
let slug: string
let workspaceId: string

beforeAll(async () => {
  ;({ workspaceId } = await newOwner())
  owner = systemViewer(workspaceId)
  ;({ slug } = await addSample(owner))
  campaignId = await withViewer(owner, async (tx) => (await campaignBySlug(tx, owner, slug)).id)
  reader = mint<ShareReader>({
    kind: 'share',
    workspaceId,
    campaignId,
    shareLinkId: campaignId,
    lens: 'public',
  })
})

async function titles(
  viewer: Viewer,
  asked: Record<string, string | string[]>,
  audience?: { chosenByMember: boolean },
): Promise<string[]> {
  return withViewer(viewer, async (tx) => {
    const where = await filteredEntries(tx, viewer, campaignId, readFilter(asked), audience)
    const rows = await tx.$queryRaw<
      { title: string }[]
    >`select e.title from entry e where ${where} order by e.first_day, e.id`
    return rows.map(({ title }) => title)
  })
}

async function sql(text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(`select set_config('app.workspace_id', $1, false)`, [workspaceId])
  await client.query(text, values).finally(() => client.end())
}

async function idOf(table: 'organization' | 'person', name: string): Promise<string> {
  return withViewer(owner, async (tx) => {
    const found =
      table === 'person'
        ? await tx.person.findFirstOrThrow({ where: { name } })
        : await tx.organization.findFirstOrThrow({ where: { name } })
    return found.id
  })
}

describe('each filter', () => {
  it('narrows by lane, kind, date, certainty and status, and together', async () => {
    expect(await titles(owner, {})).toHaveLength(6)
    expect(await titles(owner, { lane: 'outcome' })).toHaveLength(1)
    expect(await titles(owner, { lane: ['outcome', 'demand'] })).toHaveLength(2)
    expect(await titles(owner, { kind: 'rally', lane: 'outcome' })).toHaveLength(0)
    expect(await titles(owner, { to: '2025' })).toHaveLength(1)
    expect(await titles(owner, { from: '2026-02-13', kind: 'rally' })).toHaveLength(1)
    expect(await titles(owner, { date: 'exact' })).toHaveLength(1)
    expect(await titles(owner, { date: 'uncertain' })).toHaveLength(5)
    expect(await titles(owner, { date: 'differ' })).toHaveLength(1)
    expect(await titles(owner, { status: 'draft' })).toHaveLength(0)
    expect(
      (await titles(owner, { source: 'yes' })).length +
        (await titles(owner, { source: 'no' })).length,
    ).toBe(6)
  })

  it('finds words in any order, and names of organizations and people', async () => {
    expect(await titles(owner, { q: 'flock ring' })).not.toHaveLength(0)
    expect(await titles(owner, { q: 'maren' })).toHaveLength(1)
    expect(await titles(owner, { q: "'; drop table entry; --" })).toHaveLength(0)
    expect(await titles(owner, { q: '100%' })).toHaveLength(0)
    expect(await titles(owner, { q: '_' })).toHaveLength(0)
  })

  it('counts a division to its parent', async () => {
    const amazon = await idOf('organization', 'Amazon')
    const ring = await idOf('organization', 'Ring')
    const atRing = await titles(owner, { org: ring })
    expect(atRing).not.toHaveLength(0)
    expect(await titles(owner, { org: amazon })).toEqual(expect.arrayContaining(atRing))
  })

  it('knows demands by number', async () => {
    expect(await titles(owner, { demand: '4' })).toHaveLength(2)
    expect(await titles(owner, { demand: '99' })).toHaveLength(0)
  })
})

describe('a reader of a share', () => {
  it('finds who is named, and nobody who is hidden', async () => {
    const maren = await idOf('person', 'Maren Costa')
    expect(await titles(reader, { person: maren })).toHaveLength(1)
    expect(await titles(reader, { q: 'Maren' })).toHaveLength(1)
    await sql(`update person set consent = 'hidden' where id = $1`, [maren])
    await sql(`update entry set summary = 'Then MAREN  COSTA spoke.' where kind = 'rally'`)
    try {
      for (const q of ['Maren', 'maren costa', 'aren', 'Costa'])
        expect(await titles(reader, { q })).toEqual([])
      expect(await titles(reader, { q: 'spoke', kind: 'rally' })).toHaveLength(1)
      expect(await titles(reader, { person: maren })).toEqual([])
      expect(await titles(owner, { q: 'maren costa' })).toHaveLength(1)
      expect(await titles(reader, { person: maren }, { chosenByMember: true })).toHaveLength(1)
      const choices = await withViewer(reader, (tx) => cachedChoices(tx, reader, campaignId))
      expect(choices.person.offered.map(({ label }) => label)).toEqual(['Ahmed Shahour'])
      expect(choices.tag.offered).toEqual([])
    } finally {
      await sql(`update person set consent = 'named' where id = $1`, [maren])
    }
  })

  it('cannot find a place that is kept back, or more than its town', async () => {
    await sql(
      `update entry set place_precision = 'town', latitude = 47.61567, longitude = -122.33932 where kind = 'rally'`,
    )
    expect(await titles(reader, { q: 'spheres', kind: 'rally' })).toEqual(
      await titles(reader, { q: 'spheres seattle', kind: 'rally' }),
    )
    expect(await titles(reader, { place: 'Amazon Spheres, Seattle' })).toEqual([])
    expect(await titles(reader, { place: 'seattle' })).toHaveLength(1)
    const extent = await mapExtent(reader, { campaignId, filter: readFilter({}) })
    expect(extent.box?.west).toBeCloseTo(-122.33207, 5)
    expect(extent.box?.south).toBeCloseTo(47.60621, 5)
    await sql(`update entry set place_precision = 'hidden' where kind = 'rally'`)
    expect(await titles(reader, { place: 'seattle' })).toEqual([])
    expect((await mapExtent(reader, { campaignId, filter: readFilter({}) })).placed).toBe(0)
    expect((await mapExtent(owner, { campaignId, filter: readFilter({}) })).placed).toBe(1)
    await sql(`update entry set place_precision = 'exact' where kind = 'rally'`)
  })

  it('sees no draft through any filter, and no tag', async () => {
    await sql(`update entry set status = 'draft', tags = '{secret}' where kind = 'win'`)
    try {
      expect(await titles(reader, {})).toHaveLength(5)
      expect(await titles(reader, { status: 'draft' })).toEqual([])
      expect(await titles(reader, { tag: 'secret' })).toEqual([])
      expect(await titles(owner, { tag: 'secret' })).toHaveLength(1)
    } finally {
      await sql(`update entry set status = 'published' where kind = 'win'`)
    }
  })
})

it('shows a viewer of another workspace nothing', async () => {
  const other = systemViewer((await newOwner()).workspaceId)
  expect(await titles(other, {})).toEqual([])
})

it('walks through the story forth and back without losing or repeating an entry', async () => {
  const filter = readFilter({})
  const seen: string[] = []
  let last = await listStory(owner, { campaignId, filter, limit: 2 })
  for (;;) {
    seen.push(...last.entries.map(({ id }) => id))
    if (!last.next) break
    last = await listStory(owner, { campaignId, filter, limit: 2, after: last.next })
  }
  expect(new Set(seen).size).toBe(6)
  const back = await listStory(owner, { campaignId, filter, limit: 2, before: last.previous })
  expect(back.entries.map(({ id }) => id)).toEqual(seen.slice(2, 4))
  const at = await listStory(owner, { campaignId, filter, at: '2025' })
  expect(at.entries.map(({ edtf }) => edtf)).toEqual(['2025-11~'])
  await expect(listStory(owner, { campaignId, filter, after: 'x' })).rejects.toThrow(/page/)
})

it('sorts the table by each column and pages by key', async () => {
  for (const sort of ['date', 'title', 'lane', 'kind', 'place', 'crowd', 'status', 'updated']) {
    for (const dir of ['up', 'down']) {
      const layout = readLayout({ sort, dir })
      const asked = { campaignId, filter: readFilter({}), layout, limit: 4 }
      const first = await listTable(owner, asked)
      const second = await listTable(owner, { ...asked, after: first.next })
      expect(second.next).toBeNull()
      const ids = [...first.rows, ...second.rows].map(({ id }) => id)
      expect(new Set(ids).size).toBe(6)
    }
  }
  const bad = Buffer.from(JSON.stringify(['no date', campaignId])).toString('base64url')
  const layout = readLayout({})
  await expect(
    listTable(owner, { campaignId, filter: readFilter({}), layout, after: bad }),
  ).rejects.toMatchObject({ code: 'invalid' })
})

it('puts on a day what is of one day, and apart what may be of any', async () => {
  await sql(
    `update entry set edtf = '1804', first_day = '1804-01-01', last_day = '1804-12-31' where kind = 'retaliation'`,
  )
  const filter = readFilter({})
  const old = await calendarYear(owner, { campaignId, filter, year: '1804' })
  expect(old).toMatchObject({ days: [], inexactCount: 1 })
  const month = await calendarMonth(owner, { campaignId, filter, month: '2026-02' })
  expect(month.days.map(({ day, count }) => [day, count])).toContainEqual(['2026-02-13', 4])
  expect((await listStory(owner, { campaignId, filter, at: '1804' })).entries).toHaveLength(1)
})

it('counts 0 where nothing is logged yet', async () => {
  const empty = await createCampaign(
    owner,
    campaignSchema.parse({ title: 'Nothing yet', timeZone: 'Europe/Berlin' }),
  )
  const counts = await withViewer(owner, (tx) => cachedCounts(tx, owner, empty.id))
  expect(counts).toEqual({ all: 0, months: [], kinds: {} })
})

it('counts the campaign anew after a write', async () => {
  const count = () => withViewer(owner, (tx) => cachedCounts(tx, owner, campaignId))
  expect((await count()).all).toBe(6)
  await sql(`update entry set trashed_at = now() where kind = 'win'`)
  await sql(
    `insert into audit_event (workspace_id, id, action, record, record_id) values ($1, uuidv7(), 'trash', 'entry', $1)`,
    [workspaceId],
  )
  expect((await count()).all).toBe(5)
  await sql(`update entry set trashed_at = null where kind = 'win'`)
})
