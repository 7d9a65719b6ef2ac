import 'server-only'
import { isPending } from '@/lib/demands/clock'
import type { Silence } from '@/lib/demands/ledger'
import { keysOf, standingLabels, type Standing } from '@/lib/schemas/words'
import { Prisma } from '@/prisma/generated/client'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { visibleSql } from '../timeline/filter/visible'
import { dayAsked } from './as-of'
import { onRecord, readClocks } from './clock'
import { assessmentOrder } from './standing'

const PENDING = keysOf(standingLabels).filter(isPending)

type Row = {
  demandId: string
  number: number
  wording: string
  organizationId: string
  name: string
  standing: Standing
}

/**
 * Lists the longest silences of a campaign, the longest first: demands at targets that owe an answer
 * or a deed, by the days since the target's last word, or since the demand was first raised.
 *
 * @param limit at most 100.
 * @throws AppError `not_found` for the campaign, `invalid` for what is not a day.
 */
export async function listSilences(
  viewer: Viewer,
  slug: string,
  { asOf, limit = 10 }: { asOf?: string; limit?: number } = {},
): Promise<{ silences: Silence[]; count: number }> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const day = dayAsked(asOf, campaign.timeZone)
    const of = Prisma.sql`d.workspace_id = ${viewer.workspaceId}::uuid
      and d.campaign_id = ${campaign.id}::uuid and d.trashed_at is null`
    const rows = await tx.$queryRaw<(Row & { all: number })[]>`
      with touched as (
        select ed.demand_id, case when ed.relation = 'answers' then ed.organization_id end as at,
          min(e.first_day) as first_day, max(e.last_day) as last_day
        from demand d
        join entry_demand ed on ed.workspace_id = d.workspace_id and ed.demand_id = d.id
        join entry e on e.workspace_id = ed.workspace_id and e.id = ed.entry_id
        where ${of} and ed.stance is distinct from 'gives_no_reply' and ${onRecord}
          and e.first_day <= ${day}::date and ${visibleSql(viewer)}
        group by 1, 2
      ), stood as (
        select distinct on (a.demand_id, a.organization_id) a.demand_id, a.organization_id, a.standing
        from assessment a join demand d on d.workspace_id = a.workspace_id and d.id = a.demand_id
        where ${of} and a.state = 'confirmed' and a.first_day <= ${day}::date
        order by a.demand_id, a.organization_id, ${assessmentOrder} desc
      )
      select d.id as "demandId", d.number, o.id as "organizationId", o.name,
        coalesce(s.standing, 'open')::text as standing, count(*) over ()::int as all,
        (select v.wording from demand_version v where v.workspace_id = d.workspace_id
          and v.demand_id = d.id order by v.number desc limit 1) as wording
      from demand d
      join touched r on r.demand_id = d.id and r.at is null
      join demand_target t on t.workspace_id = d.workspace_id and t.demand_id = d.id
      join organization o on o.workspace_id = t.workspace_id and o.id = t.organization_id
      left join touched w on w.demand_id = d.id and w.at = t.organization_id
      left join stood s on s.demand_id = d.id and s.organization_id = t.organization_id
      where ${of} and coalesce(s.standing::text, 'open') = any(${PENDING})
      order by coalesce(w.last_day, r.first_day), d.number, o.name
      limit ${Math.min(Math.max(limit, 1), 100)}`
    if (rows.length === 0) return { silences: [], count: 0 }
    const ids = rows.map(({ demandId }) => demandId)
    const clocks = await readClocks(tx, viewer, {
      demands: Prisma.sql`d.id = any(${ids}::uuid[])`,
      entries: visibleSql(viewer),
      asOf: day,
    })
    return {
      count: rows[0]?.all ?? 0,
      silences: rows.map(({ demandId, number, wording, organizationId, name, standing }) => ({
        demand: { id: demandId, number, wording },
        organization: { id: organizationId, name },
        standing,
        clock: clocks.at(demandId, organizationId),
      })),
    }
  })
}
