import 'server-only'
import type { Area } from '@/lib/photos'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { keepAudit } from '../history/record'
import { isUuid } from '../ids'
import { encodePhoto } from './encode'
import { keepFiles, readFileOf, removeFiles, type StoredFiles } from './files'
import { PhotoRefused } from './refused'
import { photosInHandsOf } from './visible'

/** As many pictures as a member, and all together, may have added that stand in no entry yet. */
const MOST_UNATTACHED = 60
const MOST_OF_ALL = 600

/**
 * Takes a picture into the workspace, to stand in no entry until one is saved with it. The areas are
 * hidden for good before anything is written; the picture as it came is not kept.
 *
 * @throws AppError `forbidden` below contributor; PhotoRefused with the reason.
 */
export async function addPhoto(
  viewer: Viewer,
  bytes: Uint8Array,
  areas: readonly Area[],
): Promise<{ id: string; width: number; height: number }> {
  requireRole(viewer, 'contributor')
  const uploadedBy = memberIdOf(viewer)
  const { workspaceId } = viewer
  // Before the work of making sizes; what counts is counted again where it is written.
  await withViewer(viewer, (tx) => requireRoom(tx, uploadedBy))
  const encoded = await encodePhoto(bytes, areas)
  const { width, height } = encoded
  return withFiles(workspaceId, await keepFiles(workspaceId, encoded), (files) =>
    withViewer(viewer, async (tx) => {
      await tx.$executeRaw`
        select pg_advisory_xact_lock(hashtextextended(${`unattached pictures ${workspaceId}`}, 0))`
      await requireRoom(tx, uploadedBy)
      const { id } = await tx.photo.create({
        data: { ...{ workspaceId, uploadedBy, width, height }, ...files },
        select: { id: true },
      })
      await keepAudit(tx, viewer, 'create', 'photo', id)
      return { id, width, height }
    }),
  )
}

async function requireRoom(tx: Tx, uploadedBy: string | null): Promise<void> {
  if ((await tx.photo.count({ where: { entryId: null, uploadedBy } })) >= MOST_UNATTACHED)
    throw new PhotoRefused('unattached')
  if ((await tx.photo.count({ where: { entryId: null } })) >= MOST_OF_ALL)
    throw new PhotoRefused('unattachedOfAll')
}

/**
 * Hides further areas of a picture for good: it gets new files, and the old ones are removed.
 *
 * @throws AppError `not_found` when this viewer may not change the picture; PhotoRefused.
 */
export async function hideAreas(viewer: Viewer, id: string, areas: readonly Area[]): Promise<void> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  if (!isUuid(id)) throw notFound('picture')
  const before = await withViewer(viewer, (tx) =>
    tx.photo.findFirst({
      where: { AND: [photosInHandsOf(viewer), { id }] },
      select: { fileKey: true, suffixes: true },
    }),
  )
  if (!before) throw notFound('picture')
  const largest = before.suffixes.findLast((suffix) => suffix.endsWith('.webp')) ?? ''
  const file = await readFileOf(workspaceId, before, largest)
  if (!file) throw notFound('picture')
  const encoded = await encodePhoto(file.bytes, areas)
  await withFiles(workspaceId, await keepFiles(workspaceId, encoded), (files) =>
    withViewer(viewer, async (tx) => {
      // Of two at once the second is told to look again: it would bring back what the first hid.
      const { count } = await tx.photo.updateMany({
        where: { AND: [photosInHandsOf(viewer), { id, fileKey: before.fileKey }] },
        data: { ...files, width: encoded.width, height: encoded.height },
      })
      if (count === 0) throw notFound('picture')
      await keepAudit(tx, viewer, 'update', 'photo', id, ['hiddenAreas'])
    }),
  )
  await removeFiles(workspaceId, [before])
}

// Files come before the row, so that no row is without them; where the row cannot be written, they go.
async function withFiles<T>(
  workspaceId: string,
  files: StoredFiles,
  write: (files: StoredFiles) => Promise<T>,
): Promise<T> {
  try {
    return await write(files)
  } catch (error) {
    await removeFiles(workspaceId, [files])
    throw error
  }
}
