import 'server-only'
import type { LedgerPage } from '@/lib/demands/ledger'
import { byName } from '@/lib/people/by-name'
import type { Prisma } from '@/prisma/generated/client'
import { firstDayOf } from '@/lib/demands/first-day'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { visibleSql } from '../timeline/filter/visible'
import { dayAsked } from './as-of'
import { withClocks } from './with-clocks'
import { demandSelect, demandsVisibleTo, toDemand } from './dto'
import { audienceOf } from './audience'

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
  { asOf, after = null, target = null }: LedgerRequest = {},
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
      begins: firstDayOf(demands, day),
      next: rows.length > PAGE ? (page.at(-1)?.number ?? null) : null,
      count: await tx.demand.count({ where }),
    }
  })
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
