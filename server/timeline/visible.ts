import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import { entriesVisibleTo } from '../policy'

const COLUMNS = {
  id: Prisma.sql`e.id`,
  workspaceId: Prisma.sql`e.workspace_id`,
  campaignId: Prisma.sql`e.campaign_id`,
  createdBy: Prisma.sql`e.created_by`,
  status: Prisma.sql`e.status`,
  trashedAt: Prisma.sql`e.trashed_at`,
} as const

const TYPES: Partial<Record<string, Prisma.Sql>> = {
  status: Prisma.sql`::entry_status`,
}

// Read once for a statement, and kept from the planner as a plain filter: an index on the campaign
// goes on giving entries in the order of their days.
const PRESENT_CAMPAIGN = Prisma.sql`(e.campaign_id = any(array(
  select present.id from campaign present where present.trashed_at is null))) is true`

/**
 * What `entriesVisibleTo` says, as SQL over the alias `e` of `entry`: the policy stands in one place,
 * and grouped counts cannot be asked of Prisma.
 *
 * @throws Error for a condition that this does not know, so that a new one in the policy cannot be
 *   left out here unnoticed.
 */
export function visibleSql(viewer: Viewer): Prisma.Sql {
  return conditionOf(entriesVisibleTo(viewer))
}

function conditionOf(where: Prisma.EntryWhereInput): Prisma.Sql {
  const parts = Object.entries(where).map(([name, wanted]) => {
    if (name === 'AND' || name === 'OR') {
      const inner = (Array.isArray(wanted) ? wanted : [wanted]) as Prisma.EntryWhereInput[]
      if (inner.length === 0) return name === 'AND' ? Prisma.sql`true` : Prisma.sql`false`
      return Prisma.sql`(${Prisma.join(inner.map(conditionOf), name === 'AND' ? ' and ' : ' or ')})`
    }
    if (name === 'campaign' && JSON.stringify(wanted) === '{"trashedAt":null}')
      return PRESENT_CAMPAIGN
    if (!Object.hasOwn(COLUMNS, name))
      throw new Error(`The policy's condition on ${name} is not known.`)
    const column = COLUMNS[name as keyof typeof COLUMNS]
    if (wanted === null) return Prisma.sql`${column} is null`
    if (typeof wanted !== 'string')
      throw new Error(`The policy's condition on ${name} is not known.`)
    return Prisma.sql`${column} = ${wanted}${TYPES[name] ?? Prisma.sql`::uuid`}`
  })
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, ' and ')
}
