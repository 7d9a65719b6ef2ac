import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { rememberEpoch } from '../../auth/epoch'
import { memberIdOf, requireRole, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { AppError, notFound } from '../../errors'
import { keepAudit } from '../../history/record'
import { announceChange } from './announce'

const UNDO_MS = 60_000

/** The end of a link that stands: one that was taken back ends nothing. */
export const standingEnd = { revival: { is: null } } satisfies Prisma.ShareRevocationWhereInput

/** Whether an end can still be taken back. */
export function canTakeBack(revokedAt: Date, now: Date): boolean {
  return now.getTime() - revokedAt.getTime() < UNDO_MS
}

/**
 * Ends a link. Who ends it a second time changes nothing: the first end stays.
 *
 * Every instance of the app is told in the same transaction, so that what it kept of the link dies
 * with it. The caller remembers the epoch last.
 *
 * @returns whether it was alive.
 */
export async function endLink(
  tx: Tx,
  viewer: Viewer,
  link: { id: string; tokenHash: Uint8Array },
): Promise<boolean> {
  const { workspaceId } = viewer
  if (await lockedEnd(tx, workspaceId, link.id)) return false
  await tx.shareRevocation.create({
    data: { workspaceId, shareLinkId: link.id, revokedBy: memberIdOf(viewer) },
    select: { id: true },
  })
  await keepAudit(tx, viewer, 'revoke', 'share', link.id)
  await announceChange(tx, link.tokenHash)
  return true
}

/**
 * Takes the end of a link back, within a minute: it opens again for those who have it. It was dead
 * meanwhile.
 *
 * @returns whether it is paused, and so opens only when an owner resumes it.
 * @throws AppError `forbidden` below editor, `not_found` for the link, `conflict` once the minute
 *   has gone by, or where it was not ended.
 */
export async function takeBackEnd(
  viewer: Viewer,
  id: string,
  now = new Date(),
): Promise<{ paused: boolean }> {
  requireRole(viewer, 'editor')
  const { workspaceId } = viewer
  return withViewer(viewer, async (tx) => {
    const link = await tx.shareLink.findFirst({
      where: { workspaceId, id },
      select: { id: true, tokenHash: true, pausedAt: true },
    })
    if (!link) throw notFound('share link')
    const end = await lockedEnd(tx, workspaceId, link.id)
    if (!end) throw new AppError('conflict', 'This link is not revoked, or was already restored.')
    if (!canTakeBack(end.revokedAt, now)) {
      throw new AppError(
        'conflict',
        'More than a minute has gone by, so this link stays revoked. Create a new one instead.',
      )
    }
    await tx.shareRevival.create({
      data: {
        ...{ workspaceId, shareLinkId: link.id, revocationId: end.id },
        revivedBy: memberIdOf(viewer),
      },
      select: { revocationId: true },
    })
    await keepAudit(tx, viewer, 'restore', 'share', link.id)
    await announceChange(tx, link.tokenHash)
    return { paused: link.pausedAt !== null }
  })
}

/** Ends a link for good, once a minute has gone by. @throws AppError `forbidden`, `not_found`. */
export async function revokeShare(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const link = await tx.shareLink.findFirst({
      where: { workspaceId: viewer.workspaceId, id },
      select: { id: true, tokenHash: true },
    })
    if (!link) throw notFound('share link')
    if (await endLink(tx, viewer, link)) await rememberEpoch(tx)
  })
}

// The row of the link is held, so that of two who end it or take that back one comes first.
async function lockedEnd(tx: Tx, workspaceId: string, id: string) {
  await tx.$queryRaw`
    select id from share_link where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid for update`
  return tx.shareRevocation.findFirst({
    where: { workspaceId, shareLinkId: id, ...standingEnd },
    select: { id: true, revokedAt: true },
  })
}
