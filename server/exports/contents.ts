import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { isEmptyFilter } from '@/lib/timeline/filters'
import type { Viewer } from '../auth/viewer'
import { assessmentsVisibleTo, demandsVisibleTo } from '../demands/dto'
import { inquiriesVisibleTo } from '../demands/inquiries'
import { plansVisibleTo } from '../plans/visible'
import { campaignsVisibleTo } from '../policy'
import { filteredEntries } from '../timeline/filter/where'
import { visibleSql } from '../timeline/filter/visible'
import type { Tx } from '../db'
import { notFound } from '../errors'
import type { ExportAsked } from './asked'
import { readTables } from './columns'
import { idsNamed, type Reading } from './record-sql'
import { recordTables, recordLists, type RecordList } from './record-tables'

const AT_ONCE = 1_000

/** The ids of each list of a record file, in order. Ids alone are held: a long record has many. */
export type Contents = Record<RecordList, string[]>

/**
 * Finds what of the record is in an export: what this viewer may see of the campaign or of the
 * workspace, and whatever that names.
 *
 * @throws AppError `not_found` when the campaign is missing or hidden.
 */
export async function contentsOf(
  tx: Tx,
  viewer: Viewer,
  asked: Pick<ExportAsked, 'slug' | 'filter'>,
): Promise<{ contents: Contents; reading: Reading }> {
  const campaigns = await tx.campaign.findMany({
    where: { AND: [campaignsVisibleTo(viewer), asked.slug === null ? {} : { slug: asked.slug }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const [campaign] = campaigns
  if (asked.slug !== null && !campaign) throw notFound('campaign')
  const campaignIds = campaigns.map(({ id }) => id)
  const inCampaigns = { campaignId: { in: campaignIds } }
  const whole = isEmptyFilter(asked.filter)

  const condition =
    asked.slug !== null && campaign
      ? await filteredEntries(tx, viewer, campaign.id, asked.filter)
      : visibleSql(viewer)
  const entries = await ids(tx, Prisma.sql`select e.id from entry e where ${condition}`)
  const demands = await idsIn(
    tx.demand.findMany({
      where: { AND: [demandsVisibleTo(viewer), inCampaigns] },
      select: { id: true },
    }),
  )
  const demandSet = new Set(demands)
  const assessments = await idsIn(
    tx.assessment.findMany({
      where: { AND: [assessmentsVisibleTo(viewer), { demand: inCampaigns }] },
      select: { id: true, demandId: true },
    }),
    ({ demandId }) => demandSet.has(demandId),
  )
  const entrySet = new Set(entries)
  const inquiries = await idsIn(
    tx.inquiry.findMany({
      where: { AND: [inquiriesVisibleTo(viewer), inCampaigns] },
      select: { id: true, entryId: true },
    }),
    ({ entryId }) => (entryId === null ? whole : entrySet.has(entryId)),
  )
  const followUps = await ids(
    tx,
    Prisma.sql`select f.id from follow_up f where f.campaign_id = any(${campaignIds}::uuid[])
      and (f.demand_id = any(${demands}::uuid[]) or f.inquiry_id = any(${inquiries}::uuid[]))`,
  )
  // A file of some entries alone says what happened, not what was planned.
  const plans = whole
    ? await idsIn(
        tx.plan.findMany({
          where: { AND: [plansVisibleTo(viewer), inCampaigns] },
          select: { id: true },
        }),
      )
    : []
  const links = await ids(
    tx,
    Prisma.sql`select l.id from entry_link l
      where l.from_id in (select e.id from entry e where ${condition})
        and l.to_id in (select e.id from entry e where ${condition})`,
  )
  const reading: Reading = {
    tx,
    tables: await readTables(tx),
    shown: {
      photo: (t) => Prisma.sql`${t}.removed_at is null and ${t}.swept_at is null`,
      // A demand that drafts alone raise is not there for everybody.
      entry_demand: (t) => Prisma.sql`${t}.demand_id = any(${demands}::uuid[])`,
      quote_demand: (t) => Prisma.sql`${t}.demand_id = any(${demands}::uuid[])`,
      plan_demand: (t) => Prisma.sql`${t}.demand_id = any(${demands}::uuid[])`,
      inquiry_update: (t) => Prisma.sql`(${t}.entry_id is null
        or ${t}.entry_id in (select e.id from entry e where ${visibleSql(viewer)}))`,
    },
  }
  const found = {
    campaigns: campaignIds,
    entries,
    demands,
    assessments,
    inquiries,
    followUps,
    plans,
    links,
  }
  const directory = await directoryOf(reading, found, asked.slug === null, whole)
  return { reading, contents: { ...found, ...directory } }
}

type Found = Omit<Contents, 'organizations' | 'people' | 'sources'>

// Of the whole workspace all are in it; of a campaign those that something names.
async function directoryOf(reading: Reading, found: Found, all: boolean, whole: boolean) {
  const { tx } = reading
  const named = async (list: 'organizations' | 'people' | 'sources') => {
    const { table } = recordTables[list]
    const known = new Set<string>(
      all
        ? await ids(
            tx,
            Prisma.sql`select t.id from ${Prisma.raw(table)} t where t.trashed_at is null`,
          )
        : [],
    )
    for (const [name, spec] of recordLists()) {
      if (!(name in found)) continue
      const rows = found[name as keyof Found]
      for (let from = 0; from < rows.length; from += AT_ONCE)
        for (const id of await idsNamed(reading, table, spec, rows.slice(from, from + AT_ONCE)))
          known.add(id)
    }
    return known
  }
  const organizations = await named('organizations')
  const above = await tx.$queryRaw<{ id: string }[]>`
    with recursive above as (
      select o.id, o.parent_id from organization o where o.id = any(${[...organizations]}::uuid[])
      union select o.id, o.parent_id from above join organization o on o.id = above.parent_id)
    select id from above`
  const sources = await named('sources')
  if (whole)
    for (const id of await ids(
      tx,
      Prisma.sql`select t.id from source t where t.trashed_at is null and t.added_in = any(${found.campaigns}::uuid[])`,
    ))
      sources.add(id)
  return {
    organizations: [...new Set(above.map(({ id }) => id))].sort(),
    people: [...(await named('people'))].sort(),
    sources: [...sources].sort(),
  }
}

async function ids(tx: Tx, query: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`${query} order by 1`
  return rows.map(({ id }) => id)
}

async function idsIn<Row extends { id: string }>(
  reading: Promise<Row[]>,
  isIn: (row: Row) => boolean = () => true,
): Promise<string[]> {
  return (await reading)
    .filter(isIn)
    .map(({ id }) => id)
    .sort()
}
