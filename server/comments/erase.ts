import 'server-only'
import type { Tx } from '../db'

/**
 * Erases the words of what was deleted before a moment, and the comment itself where nothing answers
 * it, inside an open transaction.
 */
export async function eraseDeleted(tx: Tx, before: Date): Promise<void> {
  const old = { deletedAt: { lt: before } }
  await tx.comment.deleteMany({ where: { ...old, replies: { none: { deletedAt: null } } } })
  await tx.commentText.deleteMany({ where: { comment: old } })
}
