import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { assign } from './assignments/mutations'
import { useTestDatabase } from './auth/test-support'
import { Prisma } from '@/prisma/generated/client'
import type { Organizer, Viewer } from './auth/viewer'
import { restrictCampaign } from './campaigns/restriction'
import { noteVisit } from './campaigns/visits'
import { withViewer } from './db'
import { fillCampaign } from './exports/test-support'
import { freezeShare } from './shares/editions/editions'
import { revokeShare, takeBackEnd } from './shares/links/ending'
import { accessTable } from './testing/access-table'
import { makeDraft, makeLink, newTarget, type Target } from './testing/target'
import { memberIn, newCampaignFor, readerOf, TEST_DAY } from './testing/world'
import { named } from './trash/references'

useTestDatabase()

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
})
afterAll(() => client.end())

describe('row security of a restricted campaign', () => {
  it('shows a member outside no row of it, whatever the conditions of a query are', async () => {
    const inside = await newTarget()
    for (const { id } of await fillEveryTable(inside))
      await restrictCampaign(inside.owner, id, { who: 'members', members: [] })
    const outside = await memberIn(inside.workspaceId, 'editor')
    const rowsFor = async (viewer: Organizer, table: string) => {
      const [row] = await withViewer(
        viewer,
        (tx) => tx.$queryRaw<{ n: number }[]>`
          select count(*)::int as n from ${named(table)} where ${ofCampaigns[table] ?? Prisma.sql`true`}`,
      )
      return row?.n ?? 0
    }
    const open: Record<string, number> = {}
    const empty: string[] = []
    for (const table of await tablesOfCampaigns()) {
      if ((await rowsFor(inside.owner, table)) === 0) empty.push(table)
      const shown = await rowsFor(outside, table)
      if (shown > 0) open[table] = shown
    }
    expect(open).toEqual({})
    expect(empty).toEqual([])
  })

  it('shows all of it to its members, to owners, and to readers of its own links alone', async () => {
    const { owner, editor, reader, campaign } = await newTarget()
    const other = await readerOf(owner, (await newCampaignFor(owner)).id)
    await restrictCampaign(owner, campaign.id, { who: 'members', members: [editor.memberId] })
    for (const [viewer, entries] of [
      ...([owner, editor, reader].map((one) => [one, 1]) as [Viewer, number][]),
      [other, 0] as const,
    ])
      expect(await withViewer(viewer, (tx) => tx.entry.count())).toBe(entries)
  })

  it('shows nobody a restricted campaign who is not said to be at the door', async () => {
    const { workspaceId, owner, campaign } = await newTarget()
    const entries = async () => {
      await client.query('begin')
      await client.query("select set_config('app.workspace_id', $1, true)", [workspaceId])
      const { rows } = await client.query<{ n: number }>('select count(*)::int as n from entry')
      await client.query('rollback')
      return rows[0]?.n
    }
    expect(await entries()).toBe(1)
    await restrictCampaign(owner, campaign.id, { who: 'members', members: [] })
    expect(await entries()).toBe(0)
  })

  it('is on every table that can be followed to a campaign', async () => {
    const { rows } = await client.query<{ tablename: string }>(
      `select tablename from pg_policies where policyname = 'in_open_campaigns'`,
    )
    const covered = rows.map(({ tablename }) => tablename)
    expect((await tablesOfCampaigns()).filter((table) => !covered.includes(table))).toEqual([])
  })
})

// These are of what the whole workspace shares, too.
const ofCampaigns: Partial<Record<string, Prisma.Sql>> = {
  search_document: Prisma.sql`campaign_id is not null`,
  revision: Prisma.sql`record not in ('organization', 'person', 'source')`,
}

// What says who can open a campaign is what the policies ask.
const WHO_OPENS = ['campaign_restriction', 'campaign_member']

/** The tables whose rows belong to a campaign, followed from row to row by the database's own keys. */
async function tablesOfCampaigns(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with recursive inside(t) as (
       select 'campaign'::regclass::oid
       union select k.conrelid from pg_constraint k join inside on k.confrelid = inside.t
        where k.contype = 'f')
     select t::regclass::text as name from inside union select 'search_document'
     union select 'revision' order by 1`,
  )
  return rows.map(({ name }) => name).filter((name) => !WHO_OPENS.includes(name))
}

/** Everything that the product can make in a campaign, as the table of all access makes it. */
async function fillEveryTable(target: Target): Promise<{ id: string }[]> {
  const second = await newCampaignFor(target.owner)
  await fillCampaign(target, second)
  for (const { make } of Object.values(accessTable)) await make?.(target, target.owner)
  const { owner, editor, campaign, workspaceId } = target
  const draft = { record: 'entry', id: await makeDraft(target, owner) } as const
  await assign(
    owner,
    draft,
    assignmentSchema(TEST_DAY).parse({ member: editor.memberId, dueOn: '' }),
  )
  await noteVisit(owner, campaign.slug, new Date().toISOString())
  const shareLinkId = await makeLink(target)
  await freezeShare(owner, { share: shareLinkId })
  await revokeShare(owner, shareLinkId)
  await takeBackEnd(owner, shareLinkId)
  await withViewer(owner, (tx) =>
    tx.shareView.create({ data: { workspaceId, shareLinkId, day: new Date(TEST_DAY), views: 1 } }),
  )
  return [campaign, second]
}
