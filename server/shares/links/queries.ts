import 'server-only'
import type { TimelineFilter } from '@/lib/timeline/filters'
import type { Prisma } from '@/prisma/generated/client'
import { requireRole, requireShareReader, type ShareReader, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { notFound } from '../../errors'
import { isUuid } from '../../ids'
import { shareSelect, toShare, type Around, type Share } from './dto'
import { liveAt } from './expiry'
import { readShared, type SharedPage } from '../reading/read'
import { viewsOf } from './views'

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
export type Reading = { order: 'newest' | 'oldest'; after: string | null; filter?: TimelineFilter }

/**
 * Reads what a share's reader sees: the campaign, its demands, and a page of 100 entries, or
 * of as few as `limit` says.
 *
 * @throws AppError `not_found` when the campaign is gone, `invalid` for a cursor that is not ours.
 */
export async function getSharedCampaign(
  viewer: ShareReader,
  reading: Reading & { limit?: number },
): Promise<SharedPage> {
  requireShareReader(viewer)
  return readShared(viewer, { limit: ENTRIES_ON_A_PAGE, ...reading })
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
