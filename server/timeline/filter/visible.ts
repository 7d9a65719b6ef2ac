import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../../auth/viewer'
import { campaignsVisibleTo, entriesVisibleTo } from '../../policy'

type Columns = Partial<Record<string, Prisma.Sql>>

const ENTRY: Columns = {
  id: Prisma.sql`e.id`,
  workspaceId: Prisma.sql`e.workspace_id`,
  campaignId: Prisma.sql`e.campaign_id`,
  createdBy: Prisma.sql`e.created_by`,
  status: Prisma.sql`e.status`,
  trashedAt: Prisma.sql`e.trashed_at`,
}

const TALLY: Columns = {
  workspaceId: Prisma.sql`t.workspace_id`,
  campaignId: Prisma.sql`t.campaign_id`,
  createdBy: Prisma.sql`t.created_by`,
  status: Prisma.sql`t.status`,
  // What is in the trash is not counted.
  trashedAt: Prisma.sql`null`,
}

const CAMPAIGN: Columns = {
  id: Prisma.sql`c.id`,
  workspaceId: Prisma.sql`c.workspace_id`,
  trashedAt: Prisma.sql`c.trashed_at`,
}

const TYPES: Partial<Record<string, Prisma.Sql>> = {
  status: Prisma.sql`::entry_status`,
}

// Read once for a statement, and kept from the planner as a plain filter: an index on the campaign
// goes on giving entries in the order of their days.
const PRESENT_CAMPAIGN = Prisma.sql`= any(array(
  select present.id from campaign present where present.trashed_at is null))`

/**
 * What `entriesVisibleTo` says, as SQL over the alias `e` of `entry`: the policy stands in one place,
 * and grouped counts cannot be asked of Prisma.
 *
 * @throws Error for a condition that this does not know, so that a new one in the policy cannot be
 *   left out here unnoticed.
 */
export function visibleSql(viewer: Viewer): Prisma.Sql {
  return conditionOf(entriesVisibleTo(viewer), ENTRY)
}

/** The same over the alias `t` of `entry_tally`, which counts those entries. */
export function talliesVisibleSql(viewer: Viewer): Prisma.Sql {
  return conditionOf(entriesVisibleTo(viewer), TALLY)
}

/** What `campaignsVisibleTo` says, as SQL over the alias `c` of `campaign`. */
export function campaignsVisibleSql(viewer: Viewer): Prisma.Sql {
  return conditionOf(campaignsVisibleTo(viewer), CAMPAIGN)
}

function listIn(wanted: unknown): string[] | null {
  if (typeof wanted !== 'object' || wanted === null || Object.keys(wanted).join() !== 'in')
    return null
  return (wanted as { in: string[] }).in
}

type Where = Prisma.EntryWhereInput | Prisma.CampaignWhereInput

function conditionOf(where: Where, columns: Columns): Prisma.Sql {
  const parts = Object.entries(where).map(([name, wanted]) => {
    if (name === 'AND' || name === 'OR') {
      const inner = (Array.isArray(wanted) ? wanted : [wanted]) as Where[]
      if (inner.length === 0) return name === 'AND' ? Prisma.sql`true` : Prisma.sql`false`
      return Prisma.sql`(${Prisma.join(
        inner.map((one) => conditionOf(one, columns)),
        name === 'AND' ? ' and ' : ' or ',
      )})`
    }
    if (name === 'campaign' && JSON.stringify(wanted) === '{"trashedAt":null}')
      return Prisma.sql`(${columns.campaignId} ${PRESENT_CAMPAIGN}) is true`
    const column = columns[name]
    if (!column) throw new Error(`The policy's condition on ${name} is not known.`)
    if (wanted === null) return Prisma.sql`${column} is null`
    const among = listIn(wanted)
    if (among) return Prisma.sql`${column} = any(${among}::uuid[])`
    if (typeof wanted !== 'string')
      throw new Error(`The policy's condition on ${name} is not known.`)
    return Prisma.sql`${column} = ${wanted}${TYPES[name] ?? Prisma.sql`::uuid`}`
  })
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, ' and ')
}
