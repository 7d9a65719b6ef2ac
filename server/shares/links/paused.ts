import 'server-only'
import { requireRole, type Viewer } from '../../auth/viewer'
import { withViewer } from '../../db'
import { keepAudit } from '../../history/record'
import { announceChange } from './announce'
import { liveAt } from './expiry'

/**
 * Counts the links that would live and are paused, by a lock-down or since the database is an older copy.
 *
 * @throws AppError `forbidden` below editor.
 */
export async function countPaused(viewer: Viewer, now = new Date()): Promise<number> {
  requireRole(viewer, 'editor')
  const { workspaceId } = viewer
  return withViewer(viewer, (tx) =>
    tx.shareLink.count({ where: { AND: [{ workspaceId, pausedAt: { not: null } }, liveAt(now)] } }),
  )
}

/**
 * Lets a paused link be read again, or all of the workspace's that an older copy paused, once an
 * owner has looked at what they show. Those that a lock-down paused are resumed one by one.
 *
 * @returns how many were paused.
 * @throws AppError `forbidden` below owner.
 */
export async function resumeShares(viewer: Viewer, share?: string): Promise<number> {
  requireRole(viewer, 'owner')
  const { workspaceId } = viewer
  return withViewer(viewer, async (tx) => {
    const links = await tx.shareLink.findMany({
      where: {
        ...{ workspaceId, pausedAt: { not: null } },
        ...(share === undefined ? { lockedDown: false } : { id: share }),
      },
      select: { id: true, tokenHash: true },
    })
    for (const { id, tokenHash } of links) {
      await tx.shareLink.updateMany({
        where: { workspaceId, id },
        data: { pausedAt: null, lockedDown: false },
      })
      await keepAudit(tx, viewer, 'update', 'share', id, ['resumed'])
      await announceChange(tx, tokenHash)
    }
    return links.length
  })
}
