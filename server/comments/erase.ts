import 'server-only'
import type { Tx } from '../db'

/**
 * Erases the words of comments that were deleted before a moment, inside an open transaction, and the
 * comments themselves unless a reply remains that is shown or can still be restored.
 */
export async function eraseDeleted(tx: Tx, before: Date): Promise<void> {
  const old = { deletedAt: { lt: before } }
  await tx.comment.deleteMany({
    where: {
      ...old,
      replies: { none: { OR: [{ deletedAt: null }, { deletedAt: { gte: before } }] } },
    },
  })
  await tx.commentText.deleteMany({ where: { comment: old } })
}
