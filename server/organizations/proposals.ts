import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { proposedParent, type RoleProposal } from '@/lib/organizations/proposals'
import type { CampaignRole } from '@/lib/schemas/words'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { campaignBySlug } from '../campaigns/queries'
import { visibleSql } from '../timeline/filter/visible'

const MOST_PROPOSED = 30
const MOST_NAMES = 5_000

type Ground = { role: CampaignRole; from: Prisma.Sql; one: string; many: string }

/**
 * Proposes what organizations are to a campaign that its entries and demands name and that have no
 * role in it yet, and to whom those belong that have no parent. Nothing is written: an editor
 * confirms each.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign.
 */
export async function listRoleProposals(viewer: Viewer, slug: string): Promise<RoleProposal[]> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const { id } = await campaignBySlug(tx, viewer, slug)
    const grounds = groundsIn(viewer, id)
    const rows = await tx.$queryRaw<Row[]>`
      with ground as (${Prisma.join(
        grounds.map(
          ({ from }, place) =>
            Prisma.sql`select ${place}::int as place, organization_id, count(*)::int as times from ${from} group by 2`,
        ),
        ' union all ',
      )})
      select o.name, o.parent_id is null as alone,
             (select r.role::text from campaign_organization r
               where r.campaign_id = ${id}::uuid and r.organization_id = o.id
               order by r.role limit 1) as role,
             (array_agg(g.place order by g.place))[1] as place,
             (array_agg(g.times order by g.place))[1] as times
        from organization o left join ground g on g.organization_id = o.id
       where o.trashed_at is null
         and (g.place is not null or exists (select from campaign_organization r
               where r.campaign_id = ${id}::uuid and r.organization_id = o.id))
       group by o.id, o.name, o.parent_id
       order by min(g.place), max(g.times) desc, lower(o.name), o.id limit ${MOST_NAMES}`
    const names = rows.map(({ name }) => name)
    return rows
      .flatMap((row): RoleProposal[] => {
        const parent = row.alone ? proposedParent(row.name, names) : ''
        const ground = row.place === null ? undefined : grounds[row.place]
        if (row.role !== null)
          return parent === ''
            ? []
            : [{ name: row.name, role: row.role, parent, because: 'By its name' }]
        if (!ground) return []
        const because = `${row.times} ${row.times === 1 ? ground.one : ground.many}`
        return [{ name: row.name, role: ground.role, parent, because }]
      })
      .slice(0, MOST_PROPOSED)
  })
}

type Row = {
  name: string
  alone: boolean
  role: CampaignRole | null
  place: number | null
  times: number
}

// The first that holds counts: a demand says more than an entry.
function groundsIn(viewer: Viewer, id: string): Ground[] {
  const demands = Prisma.sql`demand d on d.id = demand_id and d.campaign_id = ${id}::uuid and d.trashed_at is null`
  const entries = (part: 'actor' | 'target') => Prisma.sql`
    entry_organization x join entry e on e.id = x.entry_id and e.lane = 'action'
      and e.campaign_id = ${id}::uuid and ${visibleSql(viewer)} and x.part = ${part}::entry_part`
  return [
    {
      role: 'target',
      from: Prisma.sql`demand_target join ${demands}`,
      ...{ one: 'demand targets it', many: 'demands target it' },
    },
    {
      role: 'counterparty',
      from: Prisma.sql`demand_counterparty join ${demands}`,
      ...{ one: 'demand concerns ties with it', many: 'demands concern ties with it' },
    },
    {
      role: 'press',
      from: Prisma.sql`(select i.asked_by_organization_id as organization_id from inquiry i
        join entry e on e.id = i.entry_id
        where i.campaign_id = ${id}::uuid and i.asked_by_organization_id is not null
          and ${visibleSql(viewer)}) asked`,
      ...{ one: 'request for comment came from it', many: 'requests for comment came from it' },
    },
    {
      role: 'target',
      from: entries('target'),
      ...{ one: 'action is aimed at it', many: 'actions are aimed at it' },
    },
    {
      role: 'organizer',
      from: entries('actor'),
      ...{ one: 'action is by it', many: 'actions are by it' },
    },
  ]
}
