import 'server-only'
import type { Tx } from '../db'

/** Whether a record in the trash went into another one by a merge, which is what brings it back. */
export async function isMergedAway(tx: Tx, record: string, id: string): Promise<boolean> {
  const merge = await tx.undoableChange.findFirst({
    where: { kind: 'merge', record, duplicateId: id, undoneAt: null },
    select: { id: true },
  })
  return merge !== null
}
