import 'server-only'
import { noFacts, type ClockFacts, type ClockPoint } from '@/lib/demands/clock'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'

/** Whose clocks are read, and as known on which day. */
export type ClockScope = {
  /** Over the alias `d` of `demand`, beside the workspace: one campaign's, or those of a list. */
  demands: Prisma.Sql
  /** Over the alias `e` of `entry`: those that the reader may see. Only these are counted. */
  entries: Prisma.Sql
  /** ISO day. What happened later does not count. */
  asOf: string
  /** What a reader of a share may not read in a title is taken out by this. */
  withhold?: (text: string) => string
}

/** The clocks of some demands, each at each of its targets. */
export class Clocks {
  constructor(private readonly points: ReadonlyMap<string, Group>) {}

  /** What is known of a demand at a target; nothing where no entry touches it. */
  at(demandId: string, organizationId: string): ClockFacts {
    const raised = this.points.get(demandId)
    const answered = this.points.get(`${demandId} ${organizationId}`)
    if (!raised && !answered) return noFacts
    return {
      raised: raised?.first ?? null,
      repeated: raised?.last ?? null,
      times: raised?.entries ?? 0,
      answered: answered?.first ?? null,
      lastWord: answered?.last ?? null,
      answers: answered?.entries ?? 0,
    }
  }
}

type Group = { first: ClockPoint; last: ClockPoint; entries: number }

type Row = {
  demandId: string
  at: string | null
  entries: number
  firstFrom: string | null
  firstTo: string
  lastFrom: string | null
  lastTo: string
  firstId: string
  firstTitle: string
  firstEdtf: string
  lastId: string
  lastTitle: string
  lastEdtf: string
}

/**
 * Reads the clocks of many demands with one grouped query. A raised demand is raised with all of its
 * targets; an answer is the answering target's alone. Of several uncertain dates the first one lies
 * between the earliest first and the earliest last possible day, the last one likewise.
 */
export async function readClocks(
  tx: Tx,
  viewer: Viewer,
  { demands, entries, asOf, withhold = (text) => text }: ClockScope,
): Promise<Clocks> {
  const rows = await tx.$queryRaw<Row[]>`
    with touched as (
      select ed.demand_id, case when ed.relation = 'answers' then ed.organization_id end as at,
        e.id, e.title, e.edtf, e.first_day, e.last_day,
        ${firstPossible(Prisma.sql`e`)} as possible_from,
        ${lastPossible(Prisma.sql`e`, asOf)} as possible_to
      ${touching(viewer, { demands, entries, asOf })}
    ), firsts as (
      select distinct on (demand_id, at) demand_id, at, id, title, edtf from touched
      order by demand_id, at, first_day, last_day, id
    ), lasts as (
      select distinct on (demand_id, at) demand_id, at, id, title, edtf from touched
      order by demand_id, at, last_day desc, first_day desc, id desc
    ), grouped as (
      select demand_id, at, count(distinct id)::int as entries,
        bool_or(possible_from is null) as open, min(possible_from) as first_from,
        min(possible_to) as first_to, max(possible_from) as last_from, max(possible_to) as last_to
      from touched group by demand_id, at
    )
    select g.demand_id as "demandId", g.at, g.entries,
      case when not g.open then g.first_from::text end as "firstFrom", g.first_to::text as "firstTo",
      g.last_from::text as "lastFrom", g.last_to::text as "lastTo",
      f.id as "firstId", f.title as "firstTitle", f.edtf as "firstEdtf",
      l.id as "lastId", l.title as "lastTitle", l.edtf as "lastEdtf"
    from grouped g
    join firsts f on f.demand_id = g.demand_id and f.at is not distinct from g.at
    join lasts l on l.demand_id = g.demand_id and l.at is not distinct from g.at`
  return new Clocks(
    new Map(
      rows.map((row) => [
        row.at === null ? row.demandId : `${row.demandId} ${row.at}`,
        {
          entries: row.entries,
          first: point(row.firstFrom, row.firstTo, row.firstEdtf, {
            id: row.firstId,
            title: withhold(row.firstTitle),
          }),
          last: point(row.lastFrom, row.lastTo, row.lastEdtf, {
            id: row.lastId,
            title: withhold(row.lastTitle),
          }),
        },
      ]),
    ),
  )
}

/**
 * Reads from which ISO day each of some demands has been raised, by its id: the first possible day, or
 * the last one where the date has no first. The same entries and days as `readClocks` has, for far
 * less, as nothing is ordered.
 */
export async function readFirstRaised(
  tx: Tx,
  viewer: Viewer,
  { demands, entries, asOf }: Omit<ClockScope, 'withhold'>,
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ demandId: string; day: string }[]>`
    select ed.demand_id as "demandId",
      (case when bool_or(${firstPossible(Prisma.sql`e`)} is null)
        then min(${lastPossible(Prisma.sql`e`, asOf)})
        else min(${firstPossible(Prisma.sql`e`)}) end)::text as day
    ${touching(viewer, { demands, entries, asOf })} and ed.relation <> 'answers'
    group by ed.demand_id`
  return new Map(rows.map(({ demandId, day }) => [demandId, day]))
}

/**
 * The entries that count for a clock, over the alias `e`: what nobody has published is not on record
 * yet, for members and for readers of shares alike. A draft changes nothing that either reads.
 */
export const onRecord = Prisma.sql`e.status = 'published'`

/** The links between entries and demands that count for a clock, over `d`, `ed` and `e`. */
function touching(
  { workspaceId }: Viewer,
  { demands, entries, asOf }: Omit<ClockScope, 'withhold'>,
): Prisma.Sql {
  return Prisma.sql`
    from demand d
    join entry_demand ed on ed.workspace_id = d.workspace_id and ed.demand_id = d.id
    join entry e on e.workspace_id = ed.workspace_id and e.id = ed.entry_id
    where d.workspace_id = ${workspaceId}::uuid and d.trashed_at is null and ${demands}
      and ed.stance is distinct from 'gives_no_reply' and ${onRecord}
      and e.first_day <= ${asOf}::date and ${entries}`
}

/**
 * The first day on which what a row's date says may have begun, or null for "by", over an alias of a
 * table with `edtf`, `first_day` and `last_day`. The same rule as `possibleDays`.
 */
function firstPossible(alias: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when ${plainDay(alias)} then ${alias}.first_day
    when ${alias}.edtf !~ '^(\\[\\.\\.|\\.\\./|/)' then ${alias}.first_day end`
}

/** The last such day, and no later than `asOf`. */
function lastPossible(alias: Prisma.Sql, asOf: string): Prisma.Sql {
  return Prisma.sql`least(${asOf}::date, case when ${plainDay(alias)} then ${alias}.last_day
    when ${alias}.edtf ~ '\\.\\.\\]$' then ${asOf}::date
    when ${alias}.edtf ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[~?%]?/' then ${alias}.first_day
    when ${alias}.edtf ~ '^[^/]+/(\\.\\.)?$' then ${asOf}::date
    else ${alias}.last_day end)`
}

// Most dates are a plain day, and are known as one far faster than by the patterns for the others.
function plainDay(alias: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(length(${alias}.edtf) = 10 and substr(${alias}.edtf, 5, 1) = '-' and substr(${alias}.edtf, 8, 1) = '-')`
}

function point(
  first: string | null,
  last: string,
  edtf: string,
  entry: ClockPoint['entry'],
): ClockPoint {
  return { days: { first, last, about: /[~%]/.test(edtf) }, edtf, entry }
}
