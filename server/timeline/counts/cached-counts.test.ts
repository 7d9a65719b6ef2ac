import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../../auth/test-support'
import type { Viewer } from '../../auth/viewer'
import { listCampaigns } from '../../campaigns/queries'
import { inSnapshot, withViewer } from '../../db'
import { logEntry, newWorld, type World } from '../../testing/world'
import { cachedCounts } from './cached-counts'
import { stampOf } from './stamp'
import { readCampaignTally, readTally } from './tally'
import { foldTallies } from './tally-folding'
import { filteredEntries } from '../filter/where'

useTestDatabase()

let world: World
let client: pg.Client

beforeAll(async () => {
  world = await newWorld()
  for (const title of ['One', 'Two', 'Three']) {
    const demand = { relation: 'raises', wording: `Demand ${title}`, targets: 'Amazon' }
    await logEntry(world.owner, world.campaign, { title, demands: [demand] })
  }
  client = await connected()
})

afterAll(async () => {
  await client.end()
})

async function connected(): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await made.connect()
  await made.query("select set_config('app.workspace_id', $1, false)", [world.workspaceId])
  return made
}

const tallies = (viewer: Viewer) =>
  withViewer(viewer, async (tx) => {
    const where = await filteredEntries(tx, viewer, world.campaign.id, noFilter)
    const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
    return {
      kept: sorted((await readCampaignTally(tx, viewer, world.campaign.id)).tally),
      counted: sorted((await readTally(tx, where)).tally),
    }
  })

const nth = (table: string, at: number) =>
  `(select id from ${table} order by id limit 1 offset ${at % 3})`

/** What may happen to entries and demands, as statements; `at` and `to` choose among three of each. */
const WRITES: ((at: number, to: number) => string)[] = [
  (at, to) =>
    `update entry set trashed_at = ${to ? 'now()' : 'null'} where id = ${nth('entry', at)}`,
  (at, to) =>
    `update entry set status = '${to ? 'draft' : 'published'}' where id = ${nth('entry', at)}`,
  (_, to) => `update entry set status = '${to ? 'in_review' : 'published'}'`,
  (at, to) => `update entry set created_by = ${nth('member', to)} where id = ${nth('entry', at)}`,
  (
    at,
    to,
  ) => `update entry set kind = '${to ? 'win' : 'rally'}', lane = '${to ? 'outcome' : 'action'}'
     where id = ${nth('entry', at)}`,
  (at, to) => `update entry set edtf = '${to ? '2026-02' : '2026-02-13'}', first_day = '2026-02-01'
     where id = ${nth('entry', at)}`,
  (at) => `update entry set title = title || '.' where id = ${nth('entry', at)}`,
  (at, to) => `insert into entry_demand (workspace_id, id, entry_id, demand_id, relation)
     select workspace_id, gen_random_uuid(), id, ${nth('demand', to)}, 'repeats' from entry where id = ${nth('entry', at)}`,
  (at, to) =>
    `delete from entry_demand where entry_id = ${nth('entry', at)} and demand_id = ${nth('demand', to)}`,
  (at, to) =>
    `update entry_demand set entry_id = ${nth('entry', to)} where entry_id = ${nth('entry', at)}`,
  (at, to) =>
    `update entry_demand set demand_id = ${nth('demand', to)} where entry_id = ${nth('entry', at)}`,
  (at, to) =>
    `update demand set trashed_at = ${to ? 'now()' : 'null'} where id = ${nth('demand', at)}`,
  (
    at,
  ) => `insert into entry (workspace_id, id, campaign_id, kind, lane, status, title, edtf, first_day, last_day)
     select workspace_id, gen_random_uuid(), campaign_id, kind, lane, status, title, edtf, first_day, last_day
     from entry where id = ${nth('entry', at)}`,
  () => `select entry_tally_fold()`,
]

describe('the tally that writes keep', () => {
  it('is what counting every entry gives, whatever is written', async () => {
    const write = fc.tuple(
      fc.nat({ max: WRITES.length - 1 }),
      fc.nat({ max: 2 }),
      fc.nat({ max: 2 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), async (writes) => {
        for (const [which, at, to] of writes) await client.query(WRITES[which]?.(at, to) ?? '')
        for (const viewer of [world.owner, world.contributor, world.viewer, world.reader]) {
          const { kept, counted } = await tallies(viewer)
          expect(kept).toEqual(counted)
        }
      }),
      { numRuns: 60 },
    )
    expect(await foldTallies(world.owner)).toBe(0)
  })

  it('is put right where somebody wrote past it', async () => {
    await client.query('insert into entry_tally select * from entry_tally limit 1')
    expect(await foldTallies(world.owner)).toBe(1)
    const { kept, counted } = await tallies(world.owner)
    expect(kept).toEqual(counted)
  })

  it('is folded once somebody reads it after many writes', async () => {
    const touch = `update entry set status = (case status when 'draft' then 'published' else 'draft' end)::entry_status`
    for (let turn = 0; turn < 400; turn++) await client.query(touch)
    const rows = async () => (await client.query('select from entry_tally')).rowCount ?? 0
    expect(await rows()).toBeGreaterThan(1_000)
    await logEntry(world.owner, world.campaign)
    const before = await tallies(world.owner)
    await withViewer(world.owner, (tx) => cachedCounts(tx, world.owner, world.campaign.id))
    await expect.poll(rows, { timeout: 15_000 }).toBeLessThan(1_000)
    const after = await tallies(world.owner)
    expect(after).toEqual(before)
    expect(after.kept).toEqual(after.counted)
  })

  it('gives the list of campaigns its numbers', async () => {
    for (const viewer of [world.owner, world.contributor, world.viewer]) {
      const { all } = await withViewer(viewer, (tx) => cachedCounts(tx, viewer, world.campaign.id))
      expect(await listCampaigns(viewer)).toMatchObject([{ entries: all }])
    }
  })
})

describe('the stamp of a workspace', () => {
  const stamp = () => withViewer(world.owner, (tx) => stampOf(tx, world.owner))
  const audited = `insert into audit_event (workspace_id, id, action, record, record_id)
    values (app_workspace(), '00000000-0000-7000-8000-000000000000', 'update', 'entry', app_workspace())`

  it('stays from a write on, and changes with the next one', async () => {
    await logEntry(world.owner, world.campaign)
    const before = await stamp()
    expect(await stamp()).toBe(before)
    await logEntry(world.owner, world.campaign)
    expect(await stamp()).not.toBe(before)
  })

  it('changes when a write ends that began before the last one', async () => {
    await client.query('begin')
    await client.query(audited)
    await logEntry(world.owner, world.campaign)
    const before = await stamp()
    expect(await stamp()).toBe(before)
    await client.query('commit')
    const after = await stamp()
    expect(after).not.toBe(before)
    expect(await stamp()).toBe(after)
  })

  it('is of its own where an older state is read, as a long file does', async () => {
    await inSnapshot(world.owner, async (tx) => {
      const before = await stampOf(tx, world.owner)
      await logEntry(world.owner, world.campaign)
      const now = await stamp()
      expect(now).not.toBe(before)
      expect(await stampOf(tx, world.owner)).not.toBe(now)
    })
  })

  it('is nobody else’s inside a transaction that writes', async () => {
    const before = await stamp()
    const inside = await withViewer(world.owner, async (tx) => {
      await tx.$executeRaw`update entry set title = title`
      return [await stampOf(tx, world.owner), await stampOf(tx, world.owner)]
    })
    expect(new Set([before, ...inside]).size).toBe(3)
    expect(await stamp()).toBe(before)
  })
})
