import 'server-only'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { readFileOf, type PhotoFile } from './files'
import { photosVisibleTo } from './visible'

/**
 * Reads a file of a picture for a member.
 *
 * @param name the file's ending, such as 960.webp, or `small`
 * @throws AppError `not_found` when the picture or the file is missing or hidden, `forbidden` for
 *   readers of a share, who have addresses of their own.
 */
export async function getPhotoFile(viewer: Viewer, id: string, name: string): Promise<PhotoFile> {
  requireMember(viewer)
  if (!isUuid(id)) throw notFound('picture')
  const photo = await withViewer(viewer, (tx) =>
    tx.photo.findFirst({
      where: { AND: [photosVisibleTo(viewer), { id }] },
      select: { fileKey: true, suffixes: true },
    }),
  )
  const file = photo && (await readFileOf(viewer.workspaceId, photo, name))
  if (!file) throw notFound('picture')
  return file
}
