import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { campaignsInReach, type Viewer } from './auth/viewer'
import { withViewer } from './db'
import { AppError, notFound } from './errors'
import { isUuid } from './ids'

/** Records that belong to the workspace and are used by its campaigns. */
export type SharedRecordName = 'organization' | 'person' | 'source'

/**
 * The ids of a campaign's organizations, people or sources, as a query: those that its entries,
 * demands and roles name, and sources that were added in its pages.
 */
export function idsInCampaign(record: SharedRecordName, campaignId: string): Prisma.Sql {
  const campaign = Prisma.sql`${campaignId}::uuid`
  const entries = Prisma.sql`(select id from entry where campaign_id = ${campaign})`
  const demands = Prisma.sql`(select id from demand where campaign_id = ${campaign})`
  switch (record) {
    case 'organization':
      return Prisma.sql`
        select organization_id from campaign_organization where campaign_id = ${campaign}
        union select organization_id from entry_organization where entry_id in ${entries}
        union select organization_id from demand_target where demand_id in ${demands}
        union select organization_id from demand_counterparty where demand_id in ${demands}
        union select r.organization_id from inquiry_recipient r
          join inquiry i on i.workspace_id = r.workspace_id and i.id = r.inquiry_id
          where i.campaign_id = ${campaign}
        union select organization_id from entry_reply where entry_id in ${entries}
        union select asked_by_organization_id from inquiry where campaign_id = ${campaign}`
    case 'person':
      return Prisma.sql`
        select person_id from appearance where entry_id in ${entries}
        union select according_to_person_id from entry where campaign_id = ${campaign}`
    case 'source':
      return Prisma.sql`
        select id from source where added_in = ${campaign}
        union select source_id from citation where entry_id in ${entries}
        union select c.source_id from citation c
          join quote q on q.workspace_id = c.workspace_id and q.id = c.quote_id
          join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id
          where a.entry_id in ${entries}
        union select c.source_id from citation c
          join claim l on l.workspace_id = c.workspace_id and l.id = c.claim_id
          where l.entry_id in ${entries}
        union select c.source_id from citation c
          join entry_link l on l.workspace_id = c.workspace_id and l.id = c.link_id
          where l.from_id in ${entries}
        union select c.source_id from citation c
          join entry_reply r on r.workspace_id = c.workspace_id and r.id = c.reply_id
          where r.entry_id in ${entries}
        union select c.source_id from citation c
          join dispute d on d.workspace_id = c.workspace_id and d.id = c.dispute_id
          left join quote q on q.workspace_id = d.workspace_id and q.id = d.quote_id
          left join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id
          left join assessment s on s.workspace_id = d.workspace_id and s.id = d.assessment_id
          where coalesce(d.entry_id, a.entry_id) in ${entries} or s.demand_id in ${demands}
        union select c.source_id from citation c
          join assessment a on a.workspace_id = c.workspace_id and a.id = c.assessment_id
          where a.demand_id in ${demands}`
  }
}

/**
 * Lets a viewer write what all campaigns of a workspace share.
 *
 * @throws AppError `forbidden` for a token that is narrowed to some campaigns.
 */
export function requireWholeWorkspace(viewer: Viewer): void {
  if (campaignsInReach(viewer) === null) return
  throw new AppError(
    'forbidden',
    'This token is for some campaigns alone, and this belongs to all of them. Use a token for every campaign.',
  )
}

/**
 * Lets a viewer read one of the workspace's organizations, people or sources: with a token that is
 * narrowed to some campaigns, those that they use.
 *
 * @throws AppError `not_found`.
 */
export async function requireInReach(
  viewer: Viewer,
  record: SharedRecordName,
  id: string,
): Promise<void> {
  const ids = campaignsInReach(viewer)
  if (ids === null) return
  if (ids.length === 0 || !isUuid(id)) throw notFound(record)
  const used = Prisma.join(
    ids.map((campaign) => idsInCampaign(record, campaign)),
    ' union ',
  )
  const rows = await withViewer(
    viewer,
    (tx) => tx.$queryRaw<unknown[]>`select 1 where ${id}::uuid in (${used})`,
  )
  if (rows.length === 0) throw notFound(record)
}
