import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { filterDays, type Check, type TimelineFilter } from '@/lib/timeline/filters'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { checkedSql, disputedSql, quoteCheckedSql } from '../../entries/checked'
import { withDivisions } from '../../organizations/divisions'
import { certaintyCondition, sourcedCondition } from './certainty'
import { reachesSql } from './lasting'
import { personCondition } from './persons'
import { placeCondition } from './places'
import type { Withholder } from '@/lib/people/withholder'
import { withholderFor } from '../../people/withheld'
import { textCondition } from './text'
import { visibleSql } from './visible'

const CHECKS: Record<Check, (open: boolean) => Prisma.Sql> = {
  yes: () => checkedSql,
  no: () => Prisma.sql`not ${checkedSql}`,
  quote: (open) => (open ? quoteCheckedSql : Prisma.sql`false`),
  disputed: disputedSql,
}

/** Who reads an entry's fields while a filter is applied. */
export type FilterPermissions = {
  /**
   * True where a member chose the filter, as for what a share shows: it may then go by tags, hidden
   * people and hidden places. A reader of a share must never choose such a filter themselves.
   */
  chosenByMember: boolean
  /** What takes names out for the readers of a link, by its rules. */
  names?: Withholder
}

/**
 * The entries of a campaign that this viewer may see and the filter asks for, as a condition over
 * the alias `e` of the table `entry`; it begins with what the viewer may see, and the rest only
 * narrows it.
 *
 * A share reader's filter goes by what the share shows: no tags, no name that is withheld, no
 * place that is kept back. Otherwise a search could tell who is hidden.
 */
export async function filteredEntries(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  filter: TimelineFilter,
  { chosenByMember, names }: FilterPermissions = { chosenByMember: viewer.kind !== 'share' },
): Promise<Prisma.Sql> {
  const open = chosenByMember
  const { workspaceId } = viewer
  const conditions = [visibleSql(viewer), Prisma.sql`e.campaign_id = ${campaignId}::uuid`]
  const { first, last } = filterDays(filter)
  if (first) conditions.push(reachesSql(Prisma.sql`${first}::date`))
  if (last) conditions.push(Prisma.sql`e.first_day <= ${last}::date`)
  if (filter.lanes.length > 0) conditions.push(laneCondition(filter.lanes))
  if (filter.kinds.length > 0) conditions.push(ofKindsSql(filter.kinds))
  if (filter.statuses.length > 0)
    conditions.push(Prisma.sql`e.status = any(${filter.statuses}::entry_status[])`)
  if (filter.organizations.length > 0)
    conditions.push(await organizationCondition(tx, workspaceId, filter.organizations))
  if (filter.people.length > 0) conditions.push(personCondition(workspaceId, filter.people, open))
  if (filter.demands.length > 0)
    conditions.push(Prisma.sql`e.id in (
      select ed.entry_id from entry_demand ed
      join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
      where ed.workspace_id = ${workspaceId}::uuid and d.campaign_id = ${campaignId}::uuid
        and d.trashed_at is null and d.number = any(${filter.demands}::int[]))`)
  if (filter.tags.length > 0)
    conditions.push(open ? Prisma.sql`e.tags && ${filter.tags}::text[]` : Prisma.sql`false`)
  if (filter.places.length > 0) conditions.push(placeCondition(filter.places, open))
  if (filter.certainty.length > 0)
    conditions.push(certaintyCondition(workspaceId, filter.certainty))
  if (filter.sourced !== null) conditions.push(sourcedCondition(workspaceId, filter.sourced, open))
  if (filter.checks.length > 0)
    conditions.push(
      Prisma.sql`(${Prisma.join(
        filter.checks.map((one) => CHECKS[one](open)),
        ' or ',
      )})`,
    )
  if (filter.text !== '') {
    const within = Prisma.join(conditions, ' and ')
    const audience = open ? null : (names ?? (await withholderFor(tx, workspaceId, ['named'])))
    conditions.push(await textCondition({ tx, workspaceId, within, names: audience }, filter.text))
  }
  return Prisma.sql`(${Prisma.join(conditions, ' and ')})`
}

/** Entries of one of these kinds, their second kind included, over the alias `e`. */
export function ofKindsSql(kinds: readonly string[], also = kinds): Prisma.Sql {
  return Prisma.sql`(e.kind = any(${[...kinds]}::entry_kind[]) or e.also_kind = any(${[...also]}::entry_kind[]))`
}

function laneCondition(wanted: TimelineFilter['lanes']): Prisma.Sql {
  const lanes = wanted.filter((lane) => lane !== 'demand')
  const stored = Prisma.sql`e.lane = any(${lanes}::lane[])`
  if (lanes.length === wanted.length) return stored
  // Shares show no demand from the trash, so an entry that raised one only is in no demand lane.
  return Prisma.sql`(${stored} or exists (
    select 1 from entry_demand ed
    join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
    where ed.workspace_id = e.workspace_id and ed.entry_id = e.id
      and ed.relation in ('raises', 'repeats') and d.trashed_at is null))`
}

// The ids are read first, since the planner guesses badly how many a recursive query gives.
async function organizationCondition(
  tx: Tx,
  workspaceId: string,
  organizations: string[],
): Promise<Prisma.Sql> {
  const wanted = await withDivisions(tx, organizations)
  return Prisma.sql`e.id in (
    select eo.entry_id from entry_organization eo
    where eo.workspace_id = ${workspaceId}::uuid
      and eo.organization_id = any(${wanted}::uuid[]))`
}
