import 'server-only'
import { requireRole, type Viewer } from '../auth/viewer'
import { reachEveryCampaign, withViewer, type Tx } from '../db'
import { fileNames } from './files'
import { photoStore } from './store'

const DAY_MS = 86_400_000
/** As long as a trashed entry: what is taken out of an entry by mistake can be brought back. */
const TRASH_DAYS = 30
const AT_ONCE = 1_000

/**
 * Removes pictures for good: those that stood in no entry for a day, those that were taken out of
 * their entry a month ago, and every file that is a day old and that no row names.
 *
 * @returns how many pictures and how many files went.
 * @throws AppError `forbidden` below contributor.
 */
export async function sweepPhotos(
  viewer: Viewer,
  now = new Date(),
): Promise<{ pictures: number; files: number }> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  const day = new Date(now.getTime() - DAY_MS)
  const { pictures, named } = await withViewer(viewer, async (tx) => {
    // A picture that this viewer may not see has its files all the same.
    await reachEveryCampaign(tx)
    return {
      pictures: await letGo(tx, workspaceId, now, day),
      named: await tx.photo.findMany({
        where: { sweptAt: null },
        select: { fileKey: true, suffixes: true },
      }),
    }
  })
  const known = new Set(named.flatMap(fileNames))
  const listed = await photoStore().list(workspaceId)
  // A file that is younger may belong to a picture whose row is being written.
  const unnamed = listed.filter(({ file, at }) => !known.has(file) && at < day)
  await photoStore().remove(
    workspaceId,
    unnamed.map(({ file }) => file),
  )
  return { pictures, files: unnamed.length }
}

/** Moments of the last sweep, by workspace. */
const swept = new Map<string, number>()
const HOUR_MS = 3_600_000

/** Sweeps, at most once an hour for each workspace, after a picture was added. */
export async function sweepNowAndThen(viewer: Viewer, now = new Date()): Promise<void> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  if (now.getTime() - (swept.get(workspaceId) ?? 0) < HOUR_MS) return
  swept.set(workspaceId, now.getTime())
  await sweepPhotos(viewer, now)
}

async function letGo(tx: Tx, workspaceId: string, now: Date, day: Date): Promise<number> {
  const { count } = await tx.photo.deleteMany({ where: { entryId: null, createdAt: { lt: day } } })
  const removed = await tx.photo.findMany({
    where: { sweptAt: null, removedAt: { lt: new Date(now.getTime() - TRASH_DAYS * DAY_MS) } },
    select: { id: true },
    take: AT_ONCE,
  })
  const ids = removed.map(({ id }) => id)
  await tx.photo.updateMany({ where: { id: { in: ids } }, data: { sweptAt: now } })
  // It happens by rule, whoever adds a picture at that moment.
  await tx.auditEvent.createMany({
    data: ids.map((recordId) => ({
      ...{ workspaceId, memberId: null, recordId },
      ...{ action: 'trash', record: 'photo', fields: ['files'] },
    })),
  })
  return count + ids.length
}
