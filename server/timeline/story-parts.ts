import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { AskedParts } from '@/lib/kinds/define'
import type { EntrySign } from '@/lib/entries/signs'
import type { Consent, DemandRelation, Stance } from '@/lib/schemas/words'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { plannedOnce } from '../statement-names'
import { signsSql } from './filter/certainty'

/** Rows that belong to the entries of one page, each with its entry's id. */
export type StoryParts = {
  organizations: { entry: string; name: string; part: 'actor' | 'target' | 'subject' }[]
  people: { entry: string; name: string; consent: Consent; words: number }[]
  demands: {
    entry: string
    number: number
    wording: string
    relation: DemandRelation
    stance: Stance | null
    at: string | null
  }[]
  signs: { entry: string; signs: EntrySign[] }[]
  sources: { entry: string; publisher: string; title: string; more: number }[]
  asked: ({ entry: string } & AskedParts)[]
}

const NOTHING: StoryParts = {
  organizations: [],
  people: [],
  demands: [],
  signs: [],
  sources: [],
  asked: [],
}

/** Reads what a page of the story shows beside the entries themselves, in one question. */
export async function storyParts(tx: Tx, viewer: Viewer, ids: string[]): Promise<StoryParts> {
  if (ids.length === 0) return NOTHING
  const [parts] = await tx.$queryRaw<StoryParts[]>(partsSql(viewer, ids))
  return parts ?? NOTHING
}

// Six joins take longer to plan than to run.
function partsSql(viewer: Viewer, page: string[]): Prisma.Sql {
  const { workspaceId } = viewer
  const ids = Prisma.sql`(select ids from page)::uuid[]`
  return Prisma.sql`${plannedOnce}
    with page as (select ${page}::uuid[] as ids)
    select
    (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (
    select eo.entry_id as entry, o.name, eo.part::text as part
    from entry_organization eo
    join organization o on o.workspace_id = eo.workspace_id and o.id = eo.organization_id
    where eo.workspace_id = ${workspaceId}::uuid and eo.entry_id = any(${ids})
    order by o.name, eo.part
    ) t) as organizations,
    (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (
    select a.entry_id as entry, coalesce(p.name, a.description) as name,
           coalesce(p.consent, 'named')::text as consent,
           (select count(*)::int from quote q
             where q.workspace_id = a.workspace_id and q.appearance_id = a.id) as words
    from appearance a
    left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where a.workspace_id = ${workspaceId}::uuid and a.entry_id = any(${ids})
    order by a.position, a.id
    ) t) as people,
    (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (
    select ed.entry_id as entry, d.number, ed.relation::text as relation, ed.stance::text as stance,
           o.name as at,
           (select v.wording from demand_version v
             where v.workspace_id = d.workspace_id and v.demand_id = d.id
             order by v.number desc limit 1) as wording
    from entry_demand ed
    join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
    left join organization o on o.workspace_id = ed.workspace_id and o.id = ed.organization_id
    where ed.workspace_id = ${workspaceId}::uuid and ed.entry_id = any(${ids})
      and d.trashed_at is null
    order by ed.position, ed.id
    ) t) as demands,
    (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (
    select e.id as entry, ${signsSql(viewer)} as signs from entry e
    where e.workspace_id = ${workspaceId}::uuid and e.id = any(${ids})
    ) t) as signs,
    (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (
    select distinct on (c.entry_id) c.entry_id as entry, s.publisher, s.title,
           (count(*) over (partition by c.entry_id))::int - 1 as more
    from citation c
    join source s on s.workspace_id = c.workspace_id and s.id = c.source_id
    where c.workspace_id = ${workspaceId}::uuid and c.entry_id = any(${ids})
    order by c.entry_id, c.position, c.id
    ) t) as sources,
    (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (
    select i.entry_id as entry, asker.name as "askedBy",
           (select jsonb_agg(jsonb_build_object('name', o.name, 'outcome', r.outcome, 'later',
              (select coalesce(jsonb_agg(jsonb_build_object('outcome', u.outcome, 'edtf', u.edtf)
                        order by u.first_day, u.created_at, u.id), '[]')
               from inquiry_update u
               where u.workspace_id = r.workspace_id and u.inquiry_id = r.inquiry_id
                 and u.organization_id = r.organization_id and u.taken_back_at is null)) order by o.name)
            from inquiry_recipient r
            join organization o on o.workspace_id = r.workspace_id and o.id = r.organization_id
            where r.workspace_id = i.workspace_id and r.inquiry_id = i.id) as recipients
    from inquiry i
    left join organization asker
      on asker.workspace_id = i.workspace_id and asker.id = i.asked_by_organization_id
    where i.workspace_id = ${workspaceId}::uuid and i.entry_id = any(${ids})
    order by i.id
    ) t) as asked`
}
