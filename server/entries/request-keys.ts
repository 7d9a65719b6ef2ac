import 'server-only'
import type { Tx } from '../db'

/**
 * Takes a form's request key for the entry that is about to be made. Of twenty at once, nineteen
 * wait here for the one that writes.
 *
 * @returns the id of the entry that was made with this key before, or null when the key is new
 */
export async function claimedBefore(
  tx: Tx,
  workspaceId: string,
  key: string,
): Promise<string | null> {
  const mine = await tx.requestKey.createMany({
    data: [{ workspaceId, key, recordId: key }],
    skipDuplicates: true,
  })
  if (mine.count === 1) return null
  const known = await tx.requestKey.findUnique({
    where: { workspaceId_key: { workspaceId, key } },
    select: { recordId: true },
  })
  return known?.recordId ?? null
}

/** Says which entry was made with a request key, for whoever sends it again. */
export async function nameRequest(
  tx: Tx,
  workspaceId: string,
  key: string,
  recordId: string,
): Promise<void> {
  await tx.requestKey.update({
    where: { workspaceId_key: { workspaceId, key } },
    data: { recordId },
  })
}
