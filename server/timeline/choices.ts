import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Choice, Choices } from '@/lib/timeline/counts'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { sourcedCondition } from './doubt'
import { placeText } from './places'

/** More are not offered; the search finds them. */
const MOST = 60

/**
 * Lists what a filter can choose from, with how many entries each stands for; `where` chooses the
 * entries over the alias `e`. Readers of a share are offered no tags and no person who is not named.
 */
export async function listChoices(tx: Tx, viewer: Viewer, where: Prisma.Sql): Promise<Choices> {
  const open = viewer.kind !== 'share'
  const { workspaceId } = viewer
  const workspace = Prisma.sql`${workspaceId}::uuid`
  // A parent stands for its divisions too, so an entry counts once for each organization above.
  const organizations = await tx.$queryRaw<Choice[]>`
    with recursive above as (
      select id, id as top from organization where workspace_id = ${workspace}
      union
      select above.id, o.parent_id from above
      join organization o on o.workspace_id = ${workspace} and o.id = above.top
      where o.parent_id is not null
    ), counted as (
      select above.top, count(distinct e.id)::int as count
      from entry e
      join entry_organization eo on eo.workspace_id = e.workspace_id and eo.entry_id = e.id
      join above on above.id = eo.organization_id
      where ${where}
      group by above.top
    )
    select o.id as value, o.name as label, c.count from counted c
    join organization o on o.workspace_id = ${workspace} and o.id = c.top
    where o.trashed_at is null
    order by c.count desc, o.name limit ${MOST}`
  const people = await tx.$queryRaw<Choice[]>`
    select p.id as value, p.name as label, count(distinct e.id)::int as count
    from entry e
    join appearance a on a.workspace_id = e.workspace_id and a.entry_id = e.id
    join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where ${where} and p.trashed_at is null and ${open ? Prisma.sql`true` : Prisma.sql`p.consent = 'named'`}
    group by p.id, p.name order by count desc, p.name limit ${MOST}`
  const demands = await tx.$queryRaw<Choice<number>[]>`
    select d.number as value, count(distinct e.id)::int as count,
           (select v.wording from demand_version v
             where v.workspace_id = d.workspace_id and v.demand_id = d.id
             order by v.number desc limit 1) as label
    from entry e
    join entry_demand ed on ed.workspace_id = e.workspace_id and ed.entry_id = e.id
    join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
    where ${where} and d.trashed_at is null
    group by d.workspace_id, d.id, d.number order by d.number limit ${MOST}`
  const tags = open
    ? await tx.$queryRaw<Choice[]>`
        select tag as value, tag as label, count(*)::int as count
        from entry e cross join unnest(e.tags) tag
        where ${where} group by tag order by count desc, tag limit ${MOST}`
    : []
  // An entry at "Amazon Spheres, Seattle" is also in "Seattle", as the filter takes it.
  const places = await tx.$queryRaw<Choice[]>`
    select place as value, place as label, sum(n)::int as count
    from (
      select string_to_array(place, ', ') as parts, count(*) as n
      from (select ${placeText(open)} as place from entry e where ${where}) seen
      where place <> '' group by place
    ) p
    cross join lateral (
      select distinct array_to_string(parts[i:], ', ') as place
      from generate_series(1, cardinality(parts)) i) within
    group by place order by count desc, place limit ${MOST}`
  const [rest] = await tx.$queryRaw<{ differ: number; sourced: number; raising: number }[]>`
    select
      (select count(*)::int from (
        select c.entry_id from claim c join entry e on e.workspace_id = c.workspace_id and e.id = c.entry_id
        where ${where} and c.field = 'date'
        group by c.entry_id having count(distinct c.value) > 1) d) as differ,
      (select count(*)::int from entry e where ${where} and ${sourcedCondition(workspaceId, true, open)}) as sourced,
      (select count(distinct e.id)::int from entry e
        join entry_demand ed on ed.workspace_id = e.workspace_id and ed.entry_id = e.id
          and ed.relation in ('raises', 'repeats')
        join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
        where ${where} and d.trashed_at is null) as raising`
  return {
    organizations,
    people,
    demands,
    tags,
    places,
    ...(rest ?? { differ: 0, sourced: 0, raising: 0 }),
  }
}
