import 'server-only'
import { todayIn } from '@/lib/dates/days'
import type { EntryKind } from '@/lib/kinds/names'
import type { SharedRequests } from '@/lib/shares/record'
import { Prisma } from '@/prisma/generated/client'
import type { Context } from './read'
import { wholeRecord } from './whole-record'

type Row = { kinds: EntryKind[]; asked: number; unanswered: number; whole: boolean }

/**
 * How many requests for an answer a link's entries tell of, and how many of them had none by today;
 * null where they tell of none, and where the record knows of a request or an answer that they do not.
 */
export async function sharedRequests({
  tx,
  reader,
  terms,
  campaign,
  entries,
}: Context): Promise<SharedRequests | null> {
  if (terms.scope !== 'campaign' || !terms.rules.fields.includes('inquiries')) return null
  const asOf = todayIn(campaign.timeZone)
  const tells = (id: Prisma.Sql, condition: Prisma.Sql) => Prisma.sql`exists (
    select from entry e where e.workspace_id = i.workspace_id and e.id = ${id} and ${condition})`
  const lastOf = (known: Prisma.Sql) => Prisma.sql`coalesce((
    select u.outcome from inquiry_update u
    where u.workspace_id = r.workspace_id and u.inquiry_id = r.inquiry_id
      and u.organization_id = r.organization_id and u.taken_back_at is null
      and u.first_day <= ${asOf}::date and ${known}
    order by u.first_day desc, u.created_at desc, u.id desc limit 1), r.outcome)`
  const [row] = await tx.$queryRaw<Row[]>`
    select coalesce(array_agg(distinct a.kind) filter (where a.kind is not null), '{}') as kinds,
      count(*)::int as asked,
      count(*) filter (where a.outcome in ('waiting', 'did_not_immediately_respond'))::int as unanswered,
      coalesce(bool_and(a.kind is not null and a.outcome = a.told), false) as whole
    from (
      select (select e.kind::text from entry e
          where e.workspace_id = i.workspace_id and e.id = i.entry_id and ${entries}) as kind,
        ${lastOf(Prisma.sql`true`)} as outcome,
        ${lastOf(Prisma.sql`(u.entry_id is null or ${tells(Prisma.sql`u.entry_id`, entries)})`)} as told
      from inquiry i
      join inquiry_recipient r on r.workspace_id = i.workspace_id and r.inquiry_id = i.id
      where i.workspace_id = ${reader.workspaceId}::uuid
        and i.campaign_id = ${reader.campaignId}::uuid and i.first_day <= ${asOf}::date
        and (i.entry_id is null or ${tells(Prisma.sql`i.entry_id`, wholeRecord(reader))})
    ) a`
  if (!row?.whole) return null
  return { asked: row.asked, unanswered: row.unanswered, kinds: row.kinds }
}
