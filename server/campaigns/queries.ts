import 'server-only'
import { cache } from 'react'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import type { Prisma } from '@/prisma/generated/client'
import { campaignsVisibleTo } from '../policy'
import { requireMember, type Viewer } from '../auth/viewer'
import { assessmentsVisibleTo, demandsVisibleTo } from '../demands/dto'
import { plannedOnce } from '../statement-names'
import { campaignsVisibleSql, talliesVisibleSql } from '../timeline/filter/visible'
import { campaignSelect, toCampaign, type Campaign, type CampaignListing } from './dto'

const MOST_CAMPAIGNS = 500

/**
 * Lists the workspace's campaigns by title, with the numbers of entries and of proposed assessments
 * that this member may see.
 */
export async function listCampaigns(viewer: Viewer): Promise<CampaignListing[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const rows = await tx.campaign.findMany({
      where: campaignsVisibleTo(viewer),
      select: campaignSelect,
      orderBy: { title: 'asc' },
      take: MOST_CAMPAIGNS,
    })
    const entries = await entriesByCampaign(tx, viewer)
    const proposals = await proposalsByCampaign(tx, viewer)
    return rows.map((row) => ({
      ...toCampaign(row),
      entries: entries.get(row.id) ?? 0,
      proposals: proposals.get(row.id) ?? 0,
    }))
  })
}

async function entriesByCampaign(tx: Tx, viewer: Viewer): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; entries: number }[]>`${plannedOnce}
    select t.campaign_id as id, sum(t.entries)::int as entries from entry_tally t
    where ${talliesVisibleSql(viewer)} group by t.campaign_id`
  return new Map(rows.map(({ id, entries }) => [id, entries]))
}

async function proposalsByCampaign(tx: Tx, viewer: Viewer): Promise<Map<string, number>> {
  const rows = await tx.demand.findMany({
    where: { AND: [demandsVisibleTo(viewer), { assessments: { some: waiting(viewer) } }] },
    select: {
      campaignId: true,
      _count: { select: { assessments: { where: waiting(viewer) } } },
    },
  })
  const counts = new Map<string, number>()
  for (const { campaignId, _count } of rows)
    counts.set(campaignId, (counts.get(campaignId) ?? 0) + _count.assessments)
  return counts
}

function waiting(viewer: Viewer): Prisma.AssessmentWhereInput {
  return { AND: [assessmentsVisibleTo(viewer), { state: 'proposed' }] }
}

/**
 * Reads one campaign by its slug; once per request, however many parts of a page ask.
 *
 * @throws AppError `not_found` when it is missing or hidden.
 */
export const getCampaign = cache(async (viewer: Viewer, slug: string): Promise<Campaign> => {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => campaignBySlug(tx, viewer, slug))
})

/** The same inside a transaction that is already open, for the other queries of a page. */
export async function campaignBySlug(tx: Tx, viewer: Viewer, slug: string): Promise<Campaign> {
  const [campaign] = await tx.$queryRaw<Campaign[]>`${plannedOnce}
    select c.id, c.slug, c.title, c.summary, c.status::text as status, c.time_zone as "timeZone",
      c.day_order as "dayOrder", c.week_start as "weekStart", c.version,
      exists (select from campaign_restriction r where r.workspace_id = c.workspace_id
        and r.campaign_id = c.id) as "isRestricted",
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'role', co.role)
                                 order by co.role, lower(o.name), o.id), '[]')
         from campaign_organization co
         join organization o on o.workspace_id = co.workspace_id and o.id = co.organization_id
        where co.workspace_id = c.workspace_id and co.campaign_id = c.id) as organizations
    from campaign c where ${campaignsVisibleSql(viewer)} and c.slug = ${slug}`
  if (!campaign) throw notFound('campaign')
  return campaign
}

/** The address of the workspace's first campaign by title, or null where there is none. */
export async function firstCampaignSlug(viewer: Viewer): Promise<string | null> {
  requireMember(viewer)
  const rows = await withViewer(
    viewer,
    (tx) => tx.$queryRaw<{ slug: string }[]>`${plannedOnce}
      select c.slug from campaign c where ${campaignsVisibleSql(viewer)}
      order by c.title limit 1`,
  )
  return rows[0]?.slug ?? null
}

/** Enough to change between; the list of all of them has the rest. */
const MOST_OTHERS = 12

/** The campaigns that one may change to from another: the active ones first, then by title. */
export async function listOtherCampaigns(
  viewer: Viewer,
  slug: string,
): Promise<Pick<Campaign, 'slug' | 'title'>[]> {
  requireMember(viewer)
  return withViewer(
    viewer,
    (tx) => tx.$queryRaw<Pick<Campaign, 'slug' | 'title'>[]>`${plannedOnce}
      select c.slug, c.title from campaign c
      where ${campaignsVisibleSql(viewer)} and c.slug <> ${slug}
      order by c.status = 'active' desc, lower(c.title), c.id limit ${MOST_OTHERS}`,
  )
}
