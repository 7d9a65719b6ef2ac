import { beforeAll, describe, expect, it } from 'vitest'
import { exportFormat, exportFormatNames } from '@/lib/exports/formats'
import { readCsv } from '@/lib/formats/csv'
import { memberIdOf } from '../auth/viewer'
import { restrictCampaign } from '../campaigns/restriction'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { newCampaignFor, newWorld, type World } from '../testing/world'
import { columnsIn } from './record-sql'
import { readTables } from './columns'
import { notInRecord, recordLists, type RecordTable } from './record-tables'
import { exported, fillCampaign } from './test-support'

useTestDatabase()

let world: World
let campaign: { id: string; slug: string }
let made: { rally: string; draft: string }
beforeAll(async () => {
  world = await newWorld()
  campaign = await newCampaignFor(world.owner)
  made = await fillCampaign(world, campaign)
  // Members of every role are let in, so that what they may see is for their role to say.
  const members = [world.editor, world.contributor, world.viewer].flatMap(
    (one) => memberIdOf(one) ?? [],
  )
  await restrictCampaign(world.owner, campaign.id, { who: 'members', members })
})

type Row = Record<string, unknown> & { id: string }
type Lists = Record<string, Row[]>
const lists = (text: string) => JSON.parse(text) as Lists
const titles = ({ entries = [] }: Lists) => entries.map(({ title }) => title)
const allTables = (spec: RecordTable): RecordTable[] => [
  spec,
  ...Object.values(spec.parts ?? {}).flatMap(allTables),
]

describe('our own JSON', () => {
  it('knows of every table of the database whether it is part of a record', async () => {
    const tables = await withViewer(world.owner, readTables)
    const inFile = recordLists().flatMap(([, spec]) => allTables(spec).map(({ table }) => table))
    const left = Object.values(notInRecord).flat()
    const known = [...new Set(inFile), ...left, '_prisma_migrations'].sort()
    expect(known).toEqual([...tables.keys()].sort())
  })

  it('has rows in every list and part, with every column', async () => {
    const { text } = await exported(world.owner, 'json', campaign.slug)
    const tables = await withViewer(world.owner, readTables)
    const look = (rows: Row[], spec: RecordTable, at: string): void => {
      expect(rows, at).not.toEqual([])
      const columns = columnsIn(tables, spec).length
      expect(Object.keys(rows[0] ?? {}), at).toHaveLength(
        columns + Object.keys(spec.parts ?? {}).length,
      )
      for (const [name, part] of Object.entries(spec.parts ?? {}))
        look(
          rows.flatMap((row) => row[name] as Row[]),
          part,
          `${at}.${name}`,
        )
    }
    for (const [name, spec] of recordLists()) look(lists(text)[name] ?? [], spec, name)
  })

  it('names no member, no workspace and no file of this installation', async () => {
    const { text } = await exported(world.owner, 'json', null)
    const keys = await withViewer(world.owner, (tx) =>
      tx.photo.findMany({ select: { fileKey: true } }),
    )
    const { workspaceId, owner, contributor } = world
    const ids = [workspaceId, owner.memberId, owner.accountId, contributor.memberId]
    for (const id of [...ids, ...keys.map(({ fileKey }) => fileKey)]) expect(text).not.toContain(id)
  })

  it('holds what its reader may see, and nothing that only drafts tell of', async () => {
    const of = async (viewer: World['owner']) =>
      (await exported(viewer, 'json', campaign.slug)).text
    expect(titles(lists(await of(world.editor)))).toContain('Not out yet')
    expect(titles(lists(await of(world.contributor)))).toContain('Not out yet')
    const seen = await of(world.viewer)
    expect(titles(lists(seen))).toContain('All of it')
    for (const hidden of ['Not out yet', 'Unheard Union', made.draft])
      expect(seen).not.toContain(hidden)
    expect(seen).toContain('Words of privateNote')
  })

  it('holds of a filter its entries and whatever they name', async () => {
    const { text, entries } = await exported(world.owner, 'json', campaign.slug, {
      kinds: ['petition'],
    })
    const record = lists(text)
    expect(entries).toBe(1)
    expect(titles(record)).toEqual(['=HYPERLINK("x")'])
    expect(record.links).toEqual([])
    expect(text).not.toContain('Unheard Union')
    expect(text).toContain('"of":"filter"')
  })

  it('holds all campaigns of a workspace, and none that is in the trash', async () => {
    const other = await newCampaignFor(world.owner)
    await withViewer(world.owner, (tx) =>
      tx.campaign.updateMany({ where: { id: other.id }, data: { trashedAt: new Date() } }),
    )
    const { text } = await exported(world.owner, 'json', null)
    const ids = (lists(text).campaigns ?? []).map(({ id }) => id)
    expect(ids).toContain(campaign.id)
    expect(ids).toContain(world.campaign.id)
    expect(ids).not.toContain(other.id)
  })
})

const written = exportFormatNames.filter((name) => exportFormat(name).format !== null)

describe.each(written)('%s', (name) => {
  it('has every entry that its reader may see, and marks what is not published', async () => {
    const { text: raw, entries } = await exported(world.editor, name, campaign.slug)
    const text = raw.replaceAll('\r\n ', '')
    const placed = name === 'geojson'
    expect(entries).toBe(placed ? 1 : 5)
    expect(text).toContain('All of it')
    expect(text.includes('Not out yet')).toBe(!placed)
    if (!placed) expect(text).toMatch(/draft/i)
    expect((await exported(world.viewer, name, campaign.slug)).text).not.toContain('Not out yet')
  })

  it('says what it lost of this record', async () => {
    const { loss } = await exported(world.owner, name, campaign.slug)
    expect(loss).toContain('inquiries')
    expect(loss).toContain(
      name === 'geojson' ? 'entries without coordinates (4)' : 'further details',
    )
    expect(exportFormat(name).format).not.toBeNull()
  })

  it('is whole where nothing is found', async () => {
    const { text, entries } = await exported(world.owner, name, campaign.slug, { tags: ['none'] })
    expect(entries).toBe(0)
    expect(text).not.toContain('All of it')
    if (text.startsWith('{')) JSON.parse(text)
  })
})

it('gives formula cells back as they were', async () => {
  const { text } = await exported(world.owner, 'csv', campaign.slug)
  const [head = [], ...rows] = readCsv(text)
  expect(rows.map((row) => row[head.indexOf('title')])).toContain('=HYPERLINK("x")')
  expect(rows.map((row) => row[head.indexOf('private_note')])).toContain('Words of privateNote')
  expect(text).not.toMatch(/(?:^|,|\n)"?=/)
})

it('gives a workbook whose cells are those of the table, and none of them a formula', async () => {
  const [csv, xlsx] = await Promise.all(
    (['csv', 'xlsx'] as const).map(async (name) => {
      const { text } = await exported(world.owner, name, campaign.slug)
      return readCsv(text)
    }),
  )
  expect(xlsx).toEqual(csv)
  expect(xlsx?.flat()).toContain('=HYPERLINK("x")')
})

it('takes no words for markup in Markdown', async () => {
  const { text } = await exported(world.owner, 'markdown', campaign.slug)
  expect(text).toContain('> \\- We are \\# watched.')
  expect(text).toContain('(https://news.example.org/a%281%29)')
  expect(text).toContain(
    '- **1.** End it now. (Amazon: acknowledged since Sat 14 Feb 2026. Disputed by Amazon: They did not (A ledger).)',
  )
})

it('refuses readers of a share', async () => {
  await expect(exported(world.reader, 'json', campaign.slug)).rejects.toMatchObject({
    code: 'forbidden',
  })
})

it.each(['bibtex', 'csl'] as const)(
  'has in %s the sources of what its reader may see',
  async (name) => {
    const { text, sources } = await exported(world.viewer, name, campaign.slug)
    expect(sources).toBe(2)
    for (const title of ['A ledger', 'Another report']) expect(text).toContain(title)
    const filtered = await exported(world.viewer, name, campaign.slug, { kinds: ['petition'] })
    expect(filtered.sources).toBeLessThan(3)
    if (name === 'csl') expect(JSON.parse(text)).toHaveLength(2)
  },
)
