import 'server-only'
import type { ReviewInput } from '@/lib/schemas/record'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { AppError, notFound } from '../errors'
import { entriesWritableBy } from '../policy'
import { lockedForPatch, patchEntry } from './patch'
import { tellOfReviews } from './tell-review'

/**
 * Publishes an entry that waits for review or is a draft, or sends one that waits back to who wrote it,
 * with a note. Its author is notified.
 *
 * @param requireVersion refuses a version that is not the one meant, while nobody else can change it.
 * @returns the version at which it stands then
 * @throws AppError `forbidden` below editor, `not_found`, `conflict` when it does not wait any more.
 */
export async function reviewEntry(
  viewer: Viewer,
  id: string,
  { decision, note }: ReviewInput,
  requireVersion: (current: number) => void = () => {},
): Promise<number> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const [entry] = await lockedForPatch(tx, [id])
    const mine = await tx.entry.findFirst({
      where: { AND: [entriesWritableBy(viewer), { id }] },
      select: { id: true },
    })
    if (!entry || !mine) throw notFound('entry')
    requireVersion(entry.version)
    const publish = decision === 'publish'
    if (entry.status === 'published' || (!publish && entry.status !== 'in_review'))
      throw new AppError('conflict', 'It does not wait for review any more. Open it again to see.')
    const to = publish ? 'published' : 'draft'
    const how = { action: publish ? 'publish' : 'send_back', note } as const
    const version = await patchEntry(tx, viewer, entry, { status: to }, how)
    await tellOfReviews(tx, viewer, [{ id, version, from: entry.status, to }])
    return version
  })
}
