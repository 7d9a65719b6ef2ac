import 'server-only'
import type { ThreadItem, ThreadPerson, ThreadSource } from '@/lib/directory'
import { byName } from '@/lib/people/by-name'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { plannedOnce } from '../statement-names'
import { timelineOrder } from '../timeline/cursor'
import { visibleSql } from '../timeline/filter/visible'

const MOST_ITEMS = 1_000
const MOST_ACTORS = 20
const MOST_PEOPLE = 200
const MOST_QUOTES = 3
const MOST_SOURCES = 200

/** Whose thread, and up to which ISO day. */
export type ThreadOf = { demandId: string; asOf: string }

/** The entries that raise, repeat or answer a demand, oldest first, at most 1,000. */
export async function threadOf(tx: Tx, viewer: Viewer, of: ThreadOf): Promise<ThreadItem[]> {
  const rows = await tx.$queryRaw<(ThreadItem & { participants: string })[]>`${plannedOnce}
    select ed.id, ed.relation::text as relation, ed.stance::text as stance, at.name as at,
      jsonb_build_object('id', e.id, 'title', e.title, 'kind', e.kind, 'lane', e.lane,
                         'status', e.status, 'edtf', e.edtf) as entry,
      e.participants,
      array(select o.name from entry_organization eo
        join organization o on o.workspace_id = eo.workspace_id and o.id = eo.organization_id
        where eo.workspace_id = e.workspace_id and eo.entry_id = e.id and eo.part = 'actor'
        order by o.name, o.id limit ${MOST_ACTORS}) as by
    from ${touching(viewer, of)}
    left join organization at on at.workspace_id = ed.workspace_id and at.id = ed.organization_id
    where ${known(viewer, of)}
    order by ${timelineOrder('up')}, ed.position limit ${MOST_ITEMS}`
  return rows.map(({ participants, ...row }) => ({
    ...row,
    by: row.by.length === 0 && participants !== '' ? [participants] : row.by,
  }))
}

/** Whose words are about the demand, with those words alone. */
export async function threadSpeakers(
  tx: Tx,
  viewer: Viewer,
  of: ThreadOf,
): Promise<ThreadPerson[]> {
  const words = Prisma.sql`select q.* from quote_demand qd
    join quote q on q.workspace_id = qd.workspace_id and q.id = qd.quote_id
    where qd.workspace_id = ${viewer.workspaceId}::uuid and qd.demand_id = ${of.demandId}::uuid`
  return tx.$queryRaw<ThreadPerson[]>`${plannedOnce}
    select ${PERSON}, ${wordsOf(Prisma.sql`(${words})`)} as quotes
    from (select distinct workspace_id, appearance_id from (${words}) w) tied
    join appearance a on a.workspace_id = tied.workspace_id and a.id = tied.appearance_id
    join entry e on e.workspace_id = a.workspace_id and e.id = a.entry_id
    left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where ${known(viewer, of)}
    order by ${timelineOrder('up')}, a.position, a.id limit ${MOST_PEOPLE}`
}

/** Who else spoke where the demand was raised or repeated, with words that are not tied to it. */
export async function threadOthers(tx: Tx, viewer: Viewer, of: ThreadOf): Promise<ThreadPerson[]> {
  return tx.$queryRaw<ThreadPerson[]>`${plannedOnce}
    select ${PERSON}, ${wordsOf(Prisma.sql`quote`)} as quotes
    from (select distinct e.workspace_id, e.id, e.title, e.first_day, e.time_of_day, e.edtf from ${touching(viewer, of)}
          where ${known(viewer, of)} and ed.relation in ('raises', 'repeats')) e
    join appearance a on a.workspace_id = e.workspace_id and a.entry_id = e.id
    left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where (a.role = 'speaker' or exists (
        select from quote q where q.workspace_id = a.workspace_id and q.appearance_id = a.id))
      and not exists (
        select from quote q
        join quote_demand qd on qd.workspace_id = q.workspace_id and qd.quote_id = q.id
        where q.workspace_id = a.workspace_id and q.appearance_id = a.id
          and qd.demand_id = ${of.demandId}::uuid)
    order by ${timelineOrder('up')}, a.position, a.id limit ${MOST_PEOPLE}`
}

const PERSON = Prisma.sql`a.id, a.role::text as role, a.description, a.affiliation, p.id as "personId",
  coalesce(p.name, '') as name,
  jsonb_build_object('id', e.id, 'title', e.title) as entry`

function wordsOf(quotes: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'text', q.text) order by q.position), '[]') from (
      select q.id, q.text, q.position from ${quotes} q
      where q.workspace_id = a.workspace_id and q.appearance_id = a.id
      order by q.position limit ${MOST_QUOTES}) q)`
}

/** The sources of all that touches the demand and of its assessments, by title. */
export async function threadSources(tx: Tx, viewer: Viewer, of: ThreadOf): Promise<ThreadSource[]> {
  const { workspaceId } = viewer
  // Two ways by key, put together: one condition with "or" over both makes the database join all
  // citations of the workspace with all of its entries.
  const rows = await tx.$queryRaw<ThreadSource[]>`${plannedOnce}
    select s.id, s.title, s.publisher, s.published from source s
    join (
      select c.source_id from ${touching(viewer, of)}
      join citation c on c.workspace_id = e.workspace_id and c.entry_id = e.id
      where ${known(viewer, of)}
      union
      select c.source_id from assessment a
      join citation c on c.workspace_id = a.workspace_id and c.assessment_id = a.id
      where a.workspace_id = ${workspaceId}::uuid and a.demand_id = ${of.demandId}::uuid
        and a.state = 'confirmed' and a.first_day <= ${of.asOf}::date
    ) cited on cited.source_id = s.id
    where s.workspace_id = ${workspaceId}::uuid
    order by s.title, s.id limit ${MOST_SOURCES}`
  return rows
    .map((source) => ({ ...source, name: source.title }))
    .sort(byName)
    .map(({ name: _name, ...source }) => source)
}

function touching({ workspaceId }: Viewer, { demandId }: ThreadOf): Prisma.Sql {
  return Prisma.sql`entry_demand ed
    join entry e on e.workspace_id = ed.workspace_id and e.id = ed.entry_id
      and ed.workspace_id = ${workspaceId}::uuid and ed.demand_id = ${demandId}::uuid`
}

// The same day decides as for the standings: what may have happened by then is known.
function known(viewer: Viewer, { asOf }: ThreadOf): Prisma.Sql {
  return Prisma.sql`${visibleSql(viewer)} and e.first_day <= ${asOf}::date`
}
