import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { ShareReader } from '../../auth/viewer'
import { assessmentOrder } from '../../demands/standing'
import type { ShareTerms } from './terms'

type What = { reader: ShareReader; rules: ShareTerms['rules'] }

/**
 * The statuses that a link shows, of the demands in the table `touched`, at their targets: when each
 * was decided, and whether it is the one that holds, whose disputes are shown.
 *
 * @param today ISO day in the campaign's time zone; what holds from a later day on is not shown yet.
 */
export function statusesShown({ reader, rules, today }: What & { today: string }): Prisma.Sql {
  return Prisma.sql`
    select a.id, a.demand_id, a.organization_id, a.decided_at,
      row_number() over (partition by a.demand_id, a.organization_id
        order by ${assessmentOrder} desc) = 1 as holds
    from assessment a join touched t on t.id = a.demand_id
    join demand_target dt on dt.workspace_id = a.workspace_id and dt.demand_id = a.demand_id
      and dt.organization_id = a.organization_id
    where a.workspace_id = ${reader.workspaceId}::uuid and a.state = 'confirmed'
      and a.first_day <= ${today}::date and ${rules.fields.includes('standings')}::boolean`
}

/** When disputes of the statuses in the table `shown` changed that a link shows. */
export function disputesShown({ reader }: What): Prisma.Sql {
  return Prisma.sql`
    select s.demand_id, s.organization_id, greatest(d.created_at, d.taken_back_at, d.changed_at) as at
    from dispute d join shown s on s.id = d.assessment_id and s.holds
    where d.workspace_id = ${reader.workspaceId}::uuid`
}

/**
 * When the outcomes of inquiries changed that the entries of a link tell of. One that another entry
 * tells of, which the link does not show, changes only what is said of who had not answered
 * (`entries/present-inquiry.ts`).
 *
 * @param entries the entries of the link, over the alias `e`.
 */
export function outcomesShown({
  reader,
  rules,
  entries,
}: What & { entries: Prisma.Sql }): Prisma.Sql {
  return Prisma.sql`
    select i.entry_id, greatest(u.created_at, u.taken_back_at, u.changed_at) as at
    from inquiry_update u
    join inquiry i on i.workspace_id = u.workspace_id and i.id = u.inquiry_id
    join inquiry_recipient r on r.workspace_id = u.workspace_id and r.inquiry_id = u.inquiry_id
      and r.organization_id = u.organization_id
    where u.workspace_id = ${reader.workspaceId}::uuid and i.campaign_id = ${reader.campaignId}::uuid
      and ${rules.fields.includes('inquiries')}::boolean
      and exists (select from entry e
        where e.workspace_id = i.workspace_id and e.id = i.entry_id and ${entries})
      and (u.entry_id is null
        or exists (select from entry e
          where e.workspace_id = u.workspace_id and e.id = u.entry_id and ${entries})
        or (r.outcome = 'waiting' and exists (select from entry e
          where e.workspace_id = u.workspace_id and e.id = u.entry_id
            and e.status = 'published' and e.trashed_at is null)))`
}
