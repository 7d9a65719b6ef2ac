import 'server-only'
import type { TimelineFilter } from '@/lib/timeline/filters'
import type { Prisma } from '@/prisma/generated/client'
import { requireRole, type ShareReader, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { notFound } from '../../errors'
import { isUuid } from '../../ids'
import { shareSelect, toShare, type Around, type Share } from './dto'
import { liveAt } from './expiry'
import { readShared, type SharedPage } from '../reading/read'
import type { ShareTerms } from '../reading/terms'
import { viewsOf } from './views'

const MOST_LIVE = 1_000
const MOST_ENDED = 200
const ENTRIES_ON_A_PAGE = 100
/** As many as a browser prints without trouble. */
const ENTRIES_AT_ONCE = 600

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
    const keepers = await keepersOf(tx)
    const left = [...keepers].filter(([, keeper]) => keeper.left).map(([id]) => id)
    const alive = liveAt(now, left)
    const own = { workspaceId: viewer.workspaceId, ...(campaignId && { campaignId }) }
    const orderBy: Prisma.ShareLinkOrderByWithRelationInput[] = [
      { createdAt: 'desc' },
      { id: 'desc' },
    ]
    const live = await tx.shareLink.findMany({
      where: { AND: [own, alive] },
      select: shareSelect,
      orderBy,
      take: MOST_LIVE,
    })
    const ended = await tx.shareLink.findMany({
      where: { AND: [own, { NOT: alive }] },
      select: shareSelect,
      orderBy,
      take: MOST_ENDED,
    })
    const rows = [...live, ...ended]
    const ids = rows.map(({ id }) => id)
    const around = { keepers, views: await viewsOf(tx, ids) }
    return rows.map((row) => toShare(row, now, around))
  })
}

/**
 * One link of the workspace.
 *
 * @throws AppError `forbidden` below editor, `not_found`.
 */
export async function getShare(viewer: Viewer, id: string, now = new Date()): Promise<Share> {
  requireRole(viewer, 'editor')
  if (!isUuid(id)) throw notFound('share link')
  return withViewer(viewer, async (tx) => {
    const row = await tx.shareLink.findFirst({
      where: { workspaceId: viewer.workspaceId, id },
      select: shareSelect,
    })
    if (!row) throw notFound('share link')
    return toShare(row, now, { keepers: await keepersOf(tx), views: await viewsOf(tx, [id]) })
  })
}

/** How a reader turns the pages and narrows what they show; `after` is the cursor of an earlier page. */
export type Reading = {
  order: 'newest' | 'oldest'
  after: string | null
  filter?: TimelineFilter
  /** Whether all of it is wanted on one page, to print; that has 600 at most. */
  whole?: boolean
}

/**
 * Reads what a share's reader sees: the campaign, its demands, and a page of 100 entries, or
 * of as few as `limit` says.
 *
 * @param preview the terms of a link that does not exist yet.
 * @throws AppError `not_found` when the campaign is gone, `invalid` for a cursor that is not ours.
 */
export async function getSharedCampaign(
  viewer: ShareReader,
  reading: Reading & { limit?: number },
  preview?: ShareTerms,
): Promise<SharedPage> {
  const { whole = false, ...window } = reading
  const limit = whole ? ENTRIES_AT_ONCE : ENTRIES_ON_A_PAGE
  return readShared(viewer, { limit, ...window }, preview)
}

async function keepersOf(tx: Tx): Promise<Around['keepers']> {
  const members = await tx.member.findMany({
    select: { id: true, removedAt: true, account: { select: { name: true } } },
  })
  return new Map(
    members.map(({ id, removedAt, account }) => [
      id,
      { name: account.name, left: removedAt !== null },
    ]),
  )
}
