import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import { NO_DAY, type Mentions } from '../directory/mentions'
import { visibleSql } from '../timeline/filter/visible'

/**
 * The passages of a source that are cited, the one added last first: `citationsVisibleTo` as SQL,
 * since others would tell of a hidden entry.
 */
export function passagesOf(viewer: Viewer, sourceId: string): Mentions {
  const { workspaceId } = viewer
  const visible = visibleSql(viewer)
  return {
    // A query within, since row security lets no "coalesce" reach an index.
    seen: Prisma.sql`
      select t.id, ${NO_DAY}::date as day, t.carries, t.entry_id, t.demand_id
        from (${citedIn(viewer, sourceId)} offset 0) t
        left join demand d on d.workspace_id = ${workspaceId}::uuid and d.id = t.demand_id
        left join entry e on e.workspace_id = ${workspaceId}::uuid and e.id = t.entry_id
       where case when t.demand_id is null then ${visible}
             else d.trashed_at is null and (t.entry_id is null or (${visible})) end
         and (t.to_id is null or exists (
           select from entry e where e.workspace_id = ${workspaceId}::uuid and e.id = t.to_id and ${visible}))`,
    columns: Prisma.sql`t.id, t.exact, t.prefix, t.suffix, here.carries,
      case when e.id is not null
        then json_build_object('id', e.id, 'title', e.title, 'campaign', c.slug) end as entry,
      case when d.id is not null
        then json_build_object('number', d.number, 'campaign', dc.slug) end as demand`,
    joins: Prisma.sql`
      join citation t on t.workspace_id = ${workspaceId}::uuid and t.id = here.id
      left join entry e on e.workspace_id = ${workspaceId}::uuid
        and e.id = here.entry_id and here.demand_id is null
      left join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id
      left join demand d on d.workspace_id = ${workspaceId}::uuid and d.id = here.demand_id
      left join campaign dc on dc.workspace_id = d.workspace_id and dc.id = d.campaign_id`,
  }
}

// What each citation carries, and in which entry or for which demand.
function citedIn({ workspaceId }: Viewer, sourceId: string): Prisma.Sql {
  return Prisma.sql`
    select t.id, s.demand_id, k.to_id,
           coalesce(t.entry_id, l.entry_id, a.entry_id, k.from_id, s.entry_id, r.entry_id, d.entry_id) as entry_id,
           case when t.entry_id is not null then 'entry' when t.quote_id is not null then 'quote'
                when t.claim_id is not null then 'claim' when t.link_id is not null then 'link'
                when t.reply_id is not null then 'reply' when t.dispute_id is not null then 'dispute'
                else 'assessment' end as carries
      from citation t
      left join claim l on l.workspace_id = t.workspace_id and l.id = t.claim_id
      left join entry_reply r on r.workspace_id = t.workspace_id and r.id = t.reply_id
      left join dispute d on d.workspace_id = t.workspace_id and d.id = t.dispute_id
      left join quote q on q.workspace_id = t.workspace_id and q.id = coalesce(t.quote_id, d.quote_id)
      left join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id
      left join entry_link k on k.workspace_id = t.workspace_id and k.id = t.link_id
      left join assessment s on s.workspace_id = t.workspace_id and s.id = coalesce(t.assessment_id, d.assessment_id)
     where t.workspace_id = ${workspaceId}::uuid and t.source_id = ${sourceId}::uuid`
}
