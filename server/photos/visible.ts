import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { mayPublish, memberIdOf, type Viewer } from '../auth/viewer'
import { entriesVisibleTo, entriesWritableBy } from '../policy'

/** The pictures that this viewer may see: those of the entries they see, and unattached ones of their own. */
export function photosVisibleTo(viewer: Viewer): Prisma.PhotoWhereInput {
  return {
    sweptAt: null,
    OR: [{ removedAt: null, entry: entriesVisibleTo(viewer) }, unattachedOf(viewer)],
  }
}

/** The pictures that this viewer may change. */
export function photosInHandsOf(viewer: Viewer): Prisma.PhotoWhereInput {
  return {
    sweptAt: null,
    OR: [{ removedAt: null, entry: entriesWritableBy(viewer) }, unattachedOf(viewer)],
  }
}

/** The pictures in no entry that this viewer may put into one: their own, an editor all. */
export function unattachedOf(viewer: Viewer): Prisma.PhotoWhereInput {
  if (viewer.kind === 'share') return { id: { in: [] } }
  return { entryId: null, ...(!mayPublish(viewer) && { uploadedBy: memberIdOf(viewer) }) }
}
