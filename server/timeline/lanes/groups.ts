import 'server-only'
import type { Span } from '@/lib/timeline/lanes/levels'
import type { Group, Rowing } from '@/lib/timeline/lanes/sheet'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { lastDaySql, OF_SEVERAL_DAYS, reachesSql } from '../filter/lasting'
import { townInWordsSql } from '../../places/town-in-words'
import { placeText } from '../filter/places'

/** A group with the key of its row; times are in days since 1970 by the campaign's clocks. */
export type CountedGroup = Group & { key: string }

/** Which entries are grouped, over the alias `e`, and by what. */
export type Grouping = {
  where: Prisma.Sql
  by: Rowing
  campaignId: string
  /** Only what may touch this span; everything without it. */
  span?: Span
  /** An IANA zone, where the time of day is to tell entries apart; without it days do. */
  zone?: string
}

/** Up to so many entries of a group are named. */
const NAMED = 4

/**
 * Counts entries by row, lane, and first and last possible time in one grouped query. An entry that
 * belongs to no row of its kind is in the row of the empty key.
 */
export async function groupEntries(
  tx: Tx,
  viewer: Viewer,
  { where, by, campaignId, span, zone }: Grouping,
): Promise<CountedGroup[]> {
  const { key, join } = rowOf(viewer, campaignId, by, span !== undefined)
  const { first, last, timed } = zone ? byMinute(zone) : byDay()
  return tx.$queryRaw<CountedGroup[]>`
    select ${key} as key, e.lane::text as lane, ${first} as first, ${last} as last,
           count(*)::int as count, ${timed} as timed,
           case when count(*) <= ${NAMED} then array_agg(e.id) end as ids
    from entry e ${join}
    where ${where} and ${touching(span)}
    group by 1, 2, 3, 4
    order by 3, 4, 1, 2`
}

function byDay() {
  return {
    first: Prisma.sql`e.first_day - date '1970-01-01'`,
    last: Prisma.sql`${lastDaySql()} - date '1970-01-01' + 1`,
    timed: Prisma.sql`bool_or(e.time_of_day is not null)`,
  }
}

// The place's clock, told by the campaign's: a call from Bengaluru stands where it was heard in Seattle.
function byMinute(zone: string) {
  const local = Prisma.sql`(e.first_day + e.time_of_day::time)`
  const moment = Prisma.sql`case
    when e.time_zone is null or e.time_zone = ${zone} then ${local}
    else (${local} at time zone e.time_zone) at time zone ${zone} end`
  const exact = Prisma.sql`e.time_of_day is not null and not ${OF_SEVERAL_DAYS}`
  // In minutes, which are whole: a fraction of a day would not be.
  const minutes = Prisma.sql`round(extract(epoch from ${moment}) / 60)`
  return {
    first: Prisma.sql`(case when ${exact} then ${minutes} / 1440 else e.first_day - date '1970-01-01' end)::float8`,
    last: Prisma.sql`(case when ${exact} then (${minutes} + 1) / 1440 else ${lastDaySql()} - date '1970-01-01' + 1 end)::float8`,
    timed: Prisma.sql`false`,
  }
}

// Written apart for what begins in the span and what began before, so that each has its index. A day
// more on both sides, since another zone's clock may show another day.
function touching(span: Span | undefined): Prisma.Sql {
  if (!span) return Prisma.sql`true`
  const from = Prisma.sql`(date '1970-01-01' + ${Math.floor(span.from) - 1}::int)`
  const to = Prisma.sql`(date '1970-01-01' + ${Math.ceil(span.to)}::int)`
  return Prisma.sql`(e.first_day between ${from} and ${to}
    or (${OF_SEVERAL_DAYS} and e.first_day < ${from} and ${reachesSql(from)}))`
}

function rowOf(
  viewer: Viewer,
  campaignId: string,
  by: Rowing,
  narrow: boolean,
): { key: Prisma.Sql; join: Prisma.Sql } {
  const workspace = Prisma.sql`${viewer.workspaceId}::uuid`
  // An entry is once in a row, however often it is linked to it. Few entries are asked one by one.
  const linked = (links: Prisma.Sql) => ({
    key: Prisma.sql`coalesce(link.key, '')`,
    join: narrow
      ? Prisma.sql`left join lateral (select distinct key from (${links}) l where l.entry_id = e.id) link on true`
      : Prisma.sql`left join (select distinct entry_id, key from (${links}) l) link on link.entry_id = e.id`,
  })
  switch (by) {
    case 'lane':
      return { key: Prisma.sql`e.lane::text`, join: Prisma.empty }
    case 'place':
      return { key: townOf(placeText(viewer.kind !== 'share')), join: Prisma.empty }
    case 'organization':
      return linked(Prisma.sql`
        select eo.entry_id, o.id::text as key from entry_organization eo
        join organization o on o.workspace_id = eo.workspace_id and o.id = eo.organization_id
        where eo.workspace_id = ${workspace} and o.trashed_at is null`)
    case 'person':
      return linked(Prisma.sql`
        select a.entry_id, p.id::text as key from appearance a
        join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
        where a.workspace_id = ${workspace} and p.trashed_at is null
        union all
        select said.id as entry_id, p.id::text as key from entry said
        join person p on p.workspace_id = said.workspace_id and p.id = said.according_to_person_id
        where said.workspace_id = ${workspace} and p.trashed_at is null`)
    case 'demand':
      return linked(Prisma.sql`
        select ed.entry_id, d.number::text as key from entry_demand ed
        join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
        where ed.workspace_id = ${workspace} and d.campaign_id = ${campaignId}::uuid and d.trashed_at is null`)
  }
}

/** The town of a place, as a share would round it, or all of it. */
function townOf(place: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(nullif(${townInWordsSql(place)}, ''), ${place})`
}
