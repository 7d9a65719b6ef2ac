import 'server-only'
import { todayIn } from '@/lib/dates/days'
import { filterDays, isEmptyFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { withDivisions } from '../organizations/divisions'
import { currentWording } from '../demands/current-wording'

/** What plots are drawn from: whose audience, and which part of the campaign. */
export type PlotScope = {
  tx: Tx
  viewer: Viewer
  campaignId: string
  timeZone: string
  filter: TimelineFilter
  /** Over the alias `e` of `entry`: all that this reader may see of the campaign. */
  known: Prisma.Sql
  /** All of the record, where this reader may see less of it: what is drawn must be true of that. */
  record?: Prisma.Sql
  /** The same under the filter. */
  shown: Prisma.Sql
  /** The same under another filter. */
  entriesFor: (filter: TimelineFilter) => Promise<Prisma.Sql>
  /** Over the alias `a` of `assessment`: the confirmed ones that this reader may know of. */
  assessed: Prisma.Sql
  /** The ids of the demands that this reader may see, before the filter; null for all of the policy's. */
  demands: string[] | null
  withhold: (text: string) => string
  /** Over `e`: the time of day as far as this reader may know it, where that is not all of it. */
  time?: Prisma.Sql
}

/** A demand at one of its targets. */
export type Cell = {
  demandId: string
  number: number
  wording: string
  createdAt: Date
  target: { id: string; name: string }
}

/** The days between which plots are drawn: until today, or the part of that which the filter asks for. */
export function daysDrawn({ filter, timeZone }: PlotScope): { first: string | null; last: string } {
  const today = todayIn(timeZone)
  const { first, last } = filterDays(filter)
  const end = last !== null && last < today ? last : today
  return { first: first !== null && first <= end ? first : null, last: end }
}

const MOST_DEMANDS = 2_000

/**
 * Lists the demands that a filter leaves, each at each of its targets. A filter chooses which are
 * drawn and never what answers them: without the lane of responses, all demands would look silent.
 */
export async function cellsOf(scope: PlotScope): Promise<Cell[]> {
  const { tx, filter } = scope
  const { organizations, ...rest } = filter
  if (organizations.length === 0) return cellsTouched(scope, filter)
  const wanted = new Set(await withDivisions(tx, organizations))
  const cells = await cellsTouched(scope, { ...rest, organizations: [] })
  const atThem = cells.filter(({ target }) => wanted.has(target.id))
  // Who is asked for may be no target, but who asks, or whose tie is at issue.
  return atThem.length > 0 ? atThem : cellsTouched(scope, filter)
}

async function cellsTouched(scope: PlotScope, filter: TimelineFilter): Promise<Cell[]> {
  const { tx, viewer, campaignId, withhold } = scope
  const narrowed = [scope.demands, await demandsAsked(scope, filter)].filter((ids) => ids !== null)
  const rows = await tx.demand.findMany({
    where: {
      AND: [
        demandsVisibleTo(viewer),
        { campaignId, ...(filter.demands.length > 0 && { number: { in: filter.demands } }) },
        ...narrowed.map((ids) => ({ id: { in: ids } })),
      ],
    },
    select: {
      id: true,
      number: true,
      createdAt: true,
      ...currentWording,
      targets: { select: { organization: { select: { id: true, name: true } } } },
    },
    orderBy: { number: 'asc' },
    take: MOST_DEMANDS,
  })
  return rows.flatMap(({ id, number, createdAt, versions, targets }) =>
    targets.map(({ organization: target }) => ({
      ...{ demandId: id, number, createdAt, target },
      wording: withhold(versions[0]?.wording ?? ''),
    })),
  )
}

async function demandsAsked(
  { tx, campaignId, entriesFor }: PlotScope,
  filter: TimelineFilter,
): Promise<string[] | null> {
  const asked = { ...filter, from: null, to: null, demands: [] }
  if (isEmptyFilter(asked)) return null
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct ed.demand_id as id from entry_demand ed
    join entry e on e.workspace_id = ed.workspace_id and e.id = ed.entry_id
    where e.campaign_id = ${campaignId}::uuid and ${await entriesFor(asked)}`
  return rows.map(({ id }) => id)
}

/** The demands of these cells, over the alias `d` of `demand`. */
export function demandCondition(cells: Cell[]): Prisma.Sql {
  const ids = [...new Set(cells.map(({ demandId }) => demandId))]
  return Prisma.sql`d.id = any(${ids}::uuid[])`
}
