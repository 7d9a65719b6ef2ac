import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Choice, Choices } from '@/lib/timeline/counts'
import type { FacetName } from '@/lib/timeline/facets'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { checkedSql, disputedSql, quoteCheckedSql } from '../../entries/checked'
import { EXACT_DATE, sourcedCondition } from '../filter/certainty'
import { escapeLike } from '../../any-case'
import { placeText } from '../filter/places'

/** A longer list says how many there are, and has a field in which to look for the rest. */
const MOST = 60

/** One facet as it is asked for; both lists are texts as the address writes them. */
export type AskedFacet = { facet: FacetName; chosen: string[]; find: string }

type Row = Choice & { facet: FacetName; all: number }

/**
 * Counts the choices of some facets among the entries that `where` chooses over the alias `e`, in one
 * statement, so that a search for words is made once. What is chosen stands first and is always
 * among them. Readers of a share are offered no tags and no person who is not named.
 */
export async function listChoices(
  tx: Tx,
  viewer: Viewer,
  where: Prisma.Sql,
  asked: AskedFacet[],
): Promise<Partial<Choices>> {
  const open = viewer.kind !== 'share'
  const workspace = Prisma.sql`${viewer.workspaceId}::uuid`
  const parts = asked.map((one) => {
    const wanted = wantedSql(one)
    return Prisma.sql`(select ${one.facet}::text as facet, value, label, count,
        (count(*) over ())::int as all, ${isChosen(one)} as chosen
      from (${FACETS[one.facet]({ workspace, open, workspaceId: viewer.workspaceId })}) f
      where ${wanted} order by chosen desc, count desc, label limit ${MOST})`
  })
  const rows = await tx.$queryRaw<Row[]>`
    with recursive hits as materialized (
      select e.workspace_id, e.id, e.lane, e.kind, e.also_kind, e.status, ${EXACT_DATE} as exact, e.tags,
             ${checkedSql} as checked,
             ${placeText(open)} as place, e.according_to_person_id
      from entry e where ${where}
    ), above as (
      select id, id as top from organization where workspace_id = ${workspace}
      union
      select above.id, o.parent_id from above
      join organization o on o.workspace_id = ${workspace} and o.id = above.top
      where o.parent_id is not null
    )
    select facet, value, label, count, "all" from (${Prisma.join(parts, ' union all ')}) found
    order by facet, chosen desc, count desc, label`
  const found: Partial<Choices> = {}
  for (const { facet, find } of asked) found[facet] = { offered: [], all: 0, find }
  for (const { facet, all, ...choice } of rows) {
    const list = found[facet]
    if (list) list.all = all
    list?.offered.push(choice)
  }
  return found
}

function wantedSql({ find, chosen }: AskedFacet): Prisma.Sql {
  if (find === '') return Prisma.sql`true`
  const words = find.split(' ').map((word) => `%${escapeLike(word)}%`)
  return Prisma.sql`(label ilike all(${words}::text[]) or ${isChosen({ chosen })})`
}

// A place is the same in any case, and stands in the list as one of those who wrote it.
function isChosen({ chosen }: Pick<AskedFacet, 'chosen'>): Prisma.Sql {
  return Prisma.sql`lower(value) = any(${chosen.map((value) => value.toLowerCase())}::text[])`
}

type Audience = { workspace: Prisma.Sql; workspaceId: string; open: boolean }

// Each gives `value`, `label` and `count` over the entries of `hits`, as the filter would find them.
const FACETS: Record<FacetName, (audience: Audience) => Prisma.Sql> = {
  lane: () => Prisma.sql`
    select e.lane::text as value, e.lane::text as label, count(*)::int as count
    from hits e group by e.lane
    union all
    select 'demand', 'demand', count(distinct e.id)::int
    from hits e
    join entry_demand ed on ed.workspace_id = e.workspace_id and ed.entry_id = e.id
      and ed.relation in ('raises', 'repeats')
    join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
    where d.trashed_at is null`,
  kind: () => Prisma.sql`
    select kind::text as value, kind::text as label, sum(n)::int as count from (
      select e.kind, count(*) as n from hits e group by e.kind
      union all
      select e.also_kind, count(*) from hits e where e.also_kind is not null group by e.also_kind) k
    group by kind`,
  // A parent stands for its divisions too, so an entry counts once for each organization above.
  org: ({ workspace }) => Prisma.sql`
    select o.id::text as value, o.name as label, c.count from (
      select top, count(*)::int as count from (
        select distinct above.top, e.id from hits e
        join entry_organization eo on eo.workspace_id = e.workspace_id and eo.entry_id = e.id
        join above on above.id = eo.organization_id) at
      group by top) c
    join organization o on o.workspace_id = ${workspace} and o.id = c.top
    where o.trashed_at is null`,
  person: ({ open }) => Prisma.sql`
    select p.id::text as value, p.name as label, count(*)::int as count from (
      select a.workspace_id, a.person_id, a.entry_id from hits e
      join appearance a on a.workspace_id = e.workspace_id and a.entry_id = e.id
      union
      select e.workspace_id, e.according_to_person_id, e.id from hits e
      where e.according_to_person_id is not null) a
    join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where p.trashed_at is null and ${open ? Prisma.sql`true` : Prisma.sql`p.consent = 'named'`}
    group by p.id, p.name`,
  demand: () => Prisma.sql`
    select c.number::text as value, c.number || ': ' || coalesce((
             select v.wording from demand_version v
             where v.workspace_id = c.workspace_id and v.demand_id = c.demand_id
             order by v.number desc limit 1), '') as label, c.count
    from (
      select d.workspace_id, d.id as demand_id, d.number, count(distinct e.id)::int as count
      from hits e
      join entry_demand ed on ed.workspace_id = e.workspace_id and ed.entry_id = e.id
      join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
      where d.trashed_at is null group by d.workspace_id, d.id, d.number) c`,
  // An entry at "Amazon Spheres, Seattle" is also in "Seattle", as the filter takes it.
  place: () => Prisma.sql`
    select min(place) as value, min(place) as label, sum(n)::int as count from (
      select string_to_array(place, ', ') as parts, count(*) as n
      from hits e where place <> '' group by place) p
    cross join lateral (
      select distinct array_to_string(parts[i:], ', ') as place
      from generate_series(1, cardinality(parts)) i) within
    group by lower(place)`,
  tag: ({ open }) =>
    open
      ? Prisma.sql`
          select tag as value, tag as label, count(*)::int as count
          from hits e cross join unnest(e.tags) tag group by tag`
      : Prisma.sql`select '' as value, '' as label, 0 as count where false`,
  date: () => Prisma.sql`
    select case when e.exact then 'exact' else 'uncertain' end as value,
           case when e.exact then 'exact' else 'uncertain' end as label, count(*)::int as count
    from hits e group by e.exact
    union all
    select 'differ', 'differ', count(*)::int from (
      select c.entry_id from claim c
      join hits e on e.workspace_id = c.workspace_id and e.id = c.entry_id
      where c.field = 'date' group by c.entry_id having count(distinct c.value) > 1) d`,
  source: ({ workspaceId, open }) => Prisma.sql`
    select case when sourced then 'yes' else 'no' end as value,
           case when sourced then 'yes' else 'no' end as label, count(*)::int as count
    from (select ${sourcedCondition(workspaceId, true, open)} as sourced from hits e) s
    group by sourced`,
  checked: ({ open }) => Prisma.sql`
    select case when e.checked then 'yes' else 'no' end as value,
           case when e.checked then 'yes' else 'no' end as label, count(*)::int as count
    from hits e group by e.checked
    union all
    select 'quote', 'quote', count(*)::int from hits e where ${open} and ${quoteCheckedSql}
    union all
    select 'disputed', 'disputed', count(*)::int from hits e where ${disputedSql(open)}`,
  status: () => Prisma.sql`
    select e.status::text as value, e.status::text as label, count(*)::int as count
    from hits e group by e.status`,
}
