import 'server-only'
import type { CampaignHead, DemandDto, EntryPage } from '@/lib/record'
import type { Prisma } from '@/prisma/generated/client'
import { requireRole, requireShareReader, type ShareReader, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { assessmentsVisibleTo, demandsVisibleTo } from '../demands/dto'
import { listDemands } from '../demands/queries'
import { listEntries } from '../entries/queries'
import { notFound } from '../errors'
import { namesWithheld } from '../people/names-in-text'
import { campaignsVisibleTo, entriesVisibleTo } from '../policy'
import { shareSelect, toShare, type Share } from './dto'
import { liveAt } from './expiry'
import { recordIdFor } from './record-ids'

const MOST_LIVE = 1_000
const MOST_ENDED = 200
const ENTRIES_ON_A_PAGE = 100

/**
 * Lists the workspace's share links, or one campaign's: all that live, then the latest of those
 * that have ended, newest first.
 *
 * @throws AppError `forbidden` below editor: an address is a right to read.
 */
export async function listShares(
  viewer: Viewer,
  campaignId?: string,
  now = new Date(),
): Promise<Share[]> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const own = { workspaceId: viewer.workspaceId, ...(campaignId && { campaignId }) }
    const orderBy: Prisma.ShareLinkOrderByWithRelationInput[] = [
      { createdAt: 'desc' },
      { id: 'desc' },
    ]
    const live = await tx.shareLink.findMany({
      where: { AND: [own, liveAt(now)] },
      select: shareSelect,
      orderBy,
      take: MOST_LIVE,
    })
    const ended = await tx.shareLink.findMany({
      where: { AND: [own, { NOT: liveAt(now) }] },
      select: shareSelect,
      orderBy,
      take: MOST_ENDED,
    })
    return [...live, ...ended].map((row) => toShare(row, now))
  })
}

/** One page of what a link shows; `updatedAt` is the newest change on the whole record, an ISO timestamp. */
export type SharedCampaign = {
  campaign: CampaignHead
  demands: DemandDto[]
  page: EntryPage
  updatedAt: string
}

/** How a reader turns the pages; `after` is the cursor of an earlier page. */
export type Reading = { order: 'newest' | 'oldest'; after: string | null }

/**
 * Reads what a share's reader sees: the campaign, its demands, and a page of 100 entries. The
 * campaign is the link's own; nothing that a reader sends chooses another.
 *
 * @throws AppError `not_found` when the campaign is gone, `invalid` for a cursor that is not ours.
 */
export async function getSharedCampaign(
  viewer: ShareReader,
  { order, after }: Reading,
): Promise<SharedCampaign> {
  requireShareReader(viewer)
  const { campaignId } = viewer
  const { campaign, updatedAt } = await withViewer(viewer, (tx) => headOf(tx, viewer))
  const demands = await listDemands(viewer, campaignId)
  const page = await listEntries(viewer, { campaignId, order, after, limit: ENTRIES_ON_A_PAGE })
  return {
    campaign,
    demands,
    page: {
      ...page,
      entries: page.entries.map((entry) => ({ ...entry, id: recordIdFor(viewer, entry.id) })),
    },
    updatedAt: updatedAt.toISOString(),
  }
}

async function headOf(tx: Tx, viewer: ShareReader) {
  const row = await tx.campaign.findFirst({
    where: campaignsVisibleTo(viewer),
    select: { title: true, summary: true, timeZone: true, createdAt: true },
  })
  if (!row) throw notFound('campaign')
  const withhold = await namesWithheld(tx, viewer)
  const entries = await tx.entry.aggregate({
    where: entriesVisibleTo(viewer),
    _max: { updatedAt: true },
  })
  const assessments = await tx.assessment.aggregate({
    where: {
      AND: [assessmentsVisibleTo(viewer), { demand: demandsVisibleTo(viewer) }],
    },
    _max: { decidedAt: true },
  })
  const changes = [row.createdAt, entries._max.updatedAt, assessments._max.decidedAt]
  return {
    campaign: {
      title: withhold(row.title),
      summary: withhold(row.summary),
      timeZone: row.timeZone,
    },
    updatedAt: new Date(Math.max(...changes.map((change) => change?.getTime() ?? 0))),
  }
}
