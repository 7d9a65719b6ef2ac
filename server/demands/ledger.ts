import 'server-only'
import type { LedgerPage } from '@/lib/demands/ledger'
import { byName } from '@/lib/people/by-name'
import { Prisma } from '@/prisma/generated/client'
import { firstRecordedDay } from '@/lib/demands/first-day'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { visibleSql } from '../timeline/filter/visible'
import { dayAsked } from './as-of'
import { withClocks } from './with-clocks'
import { demandSelect, demandsVisibleTo, toDemand } from './dto'
import { audienceOf } from './audience'
import { assessmentOrder } from './standing'

const PAGE = 100
const MOST_TARGETS = 500

/** Which part of a ledger is read. */
export type LedgerRequest = {
  /** ISO day; by default today in the campaign's zone. */
  asOf?: string | undefined
  /** The number of the demand to go on after. */
  after?: number | null
  /** The id of a target, to see its demands alone. */
  target?: string | null
  /** Whether a second person checked a standing of the demand, or null for either. */
  checked?: boolean | null
}

/**
 * Reads a page of a campaign's ledger: at most 100 demands by number, each with its standing and its
 * clock at each target as of a day.
 *
 * @throws AppError `not_found` for the campaign, `invalid` for what is not a day.
 */
export async function readLedger(
  viewer: Viewer,
  slug: string,
  { asOf, after = null, target = null, checked = null }: LedgerRequest = {},
): Promise<LedgerPage> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const day = dayAsked(asOf, campaign.timeZone)
    const where: Prisma.DemandWhereInput = {
      AND: [
        demandsVisibleTo(viewer),
        { campaignId: campaign.id },
        target === null ? {} : { targets: { some: { organizationId: target } } },
        checked === null
          ? {}
          : { id: { in: await demandsChecked(tx, viewer, campaign.id, { day, target, checked }) } },
      ],
    }
    const rows = await tx.demand.findMany({
      where: after === null ? where : { AND: [where, { number: { gt: after } }] },
      select: demandSelect(viewer),
      orderBy: { number: 'asc' },
      take: PAGE + 1,
    })
    const page = rows.slice(0, PAGE)
    const audience = await audienceOf(
      tx,
      viewer,
      page.flatMap(({ assessments }) => assessments),
    )
    const demands = await withClocks(
      tx,
      viewer,
      page.map((row) => toDemand(row, day, audience)),
      { entries: visibleSql(viewer), asOf: day },
    )
    return {
      demands,
      begins: firstRecordedDay(demands, day),
      next: rows.length > PAGE ? (page.at(-1)?.number ?? null) : null,
      count: await tx.demand.count({ where }),
    }
  })
}

// The demands with a standing on that day, at the target or at any, that was checked or was not.
async function demandsChecked(
  tx: Tx,
  { workspaceId }: Viewer,
  campaignId: string,
  { day, target, checked }: { day: string; target: string | null; checked: boolean },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct standing.demand_id as id from (
      select distinct on (a.demand_id, a.organization_id) a.demand_id, a.checked_on
      from assessment a
      join demand d on d.workspace_id = a.workspace_id and d.id = a.demand_id
      where a.workspace_id = ${workspaceId}::uuid and d.campaign_id = ${campaignId}::uuid
        and a.state = 'confirmed' and a.first_day <= ${day}::date
        and (${target}::uuid is null or a.organization_id = ${target}::uuid)
      order by a.demand_id, a.organization_id, ${assessmentOrder} desc) standing
    where (standing.checked_on is not null) = ${checked}`
  return rows.map(({ id }) => id)
}

/**
 * Lists whom a campaign's demands are aimed at, by name, at most 500.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function listTargets(
  viewer: Viewer,
  slug: string,
): Promise<{ id: string; name: string }[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const rows = await tx.organization.findMany({
      where: {
        targetOf: {
          some: { demand: { AND: [demandsVisibleTo(viewer), { campaignId: campaign.id }] } },
        },
      },
      select: { id: true, name: true },
      take: MOST_TARGETS,
    })
    return rows.sort(byName)
  })
}
