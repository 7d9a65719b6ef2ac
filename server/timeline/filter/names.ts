import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { FilterNames } from '@/lib/timeline/filter-words'
import type { TimelineFilter } from '@/lib/timeline/filters'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'

/** What the ids and numbers of a filter are called, as far as this viewer may know. */
export async function filterNames(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  filter: TimelineFilter,
): Promise<FilterNames> {
  const { workspaceId } = viewer
  const organizations =
    filter.organizations.length === 0
      ? []
      : await tx.organization.findMany({
          where: { workspaceId, id: { in: filter.organizations }, trashedAt: null },
          select: { id: true, name: true },
        })
  const people =
    filter.people.length === 0
      ? []
      : await tx.person.findMany({
          where: {
            workspaceId,
            id: { in: filter.people },
            trashedAt: null,
            ...(viewer.kind === 'share' && { consent: 'named' }),
          },
          select: { id: true, name: true },
        })
  const demands =
    filter.demands.length === 0
      ? []
      : await tx.$queryRaw<{ number: number; wording: string | null }[]>(Prisma.sql`
          select d.number, (select v.wording from demand_version v
            where v.workspace_id = d.workspace_id and v.demand_id = d.id
            order by v.number desc limit 1) as wording
          from demand d
          where d.workspace_id = ${workspaceId}::uuid and d.campaign_id = ${campaignId}::uuid
            and d.trashed_at is null and d.number = any(${filter.demands}::int[])`)
  return {
    organizations: new Map(organizations.map(({ id, name }) => [id, name])),
    people: new Map(people.map(({ id, name }) => [id, name])),
    demands: new Map(demands.map(({ number, wording }) => [number, wording ?? ''])),
  }
}
