import 'server-only'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { keepRevision } from '../history/record'
import { entriesRestorableBy } from '../policy'
import { isMergedAway } from '../trash/merged'
import { lockEntry, lockedEntry } from './lock'
import { lastSnapshot } from './revisions'

/**
 * Puts an entry in the trash, from which it can be restored.
 *
 * @param requireVersion refuses a version that is not the one meant, while nobody else can change it.
 * @throws AppError `not_found` when this viewer may not change it.
 */
export async function trashEntry(
  viewer: Viewer,
  id: string,
  requireVersion: (current: number) => void = () => {},
): Promise<{ campaignSlug: string }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const current = await lockedEntry(tx, viewer, id)
    requireVersion(current.version)
    await setTrashed(tx, viewer, id, current.version, new Date())
    return { campaignSlug: current.slug }
  })
}

/**
 * Brings an entry back from the trash.
 *
 * @throws AppError `not_found` when it is not there for this viewer.
 */
export async function restoreEntry(viewer: Viewer, id: string): Promise<{ campaignSlug: string }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    await lockEntry(tx, id)
    const row = await tx.entry.findFirst({
      where: { AND: [entriesRestorableBy(viewer), { id }] },
      select: { version: true, campaign: { select: { slug: true } } },
    })
    if (!row || (await isMergedAway(tx, 'entry', id))) throw notFound('entry')
    await setTrashed(tx, viewer, id, row.version, null)
    return { campaignSlug: row.campaign.slug }
  })
}

async function setTrashed(
  tx: Tx,
  viewer: Viewer,
  id: string,
  version: number,
  trashedAt: Date | null,
): Promise<void> {
  await tx.entry.update({
    where: { workspaceId_id: { workspaceId: viewer.workspaceId, id } },
    data: { trashedAt, version: { increment: 1 }, updatedAt: new Date() },
  })
  const action = trashedAt ? 'trash' : 'restore'
  await keepRevision(tx, viewer, {
    record: 'entry',
    recordId: id,
    version: version + 1,
    action,
    before: { trashed: !trashedAt },
    after: { trashed: Boolean(trashedAt) },
    snapshot: await lastSnapshot(tx, id),
  })
}
