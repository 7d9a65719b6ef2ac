import 'server-only'
import type { Tx } from '../db'
import { plannedOnce } from '../statement-names'

/**
 * Takes a form's request key for the record that is about to be made. Of twenty at once, nineteen
 * wait here for the one that writes.
 *
 * @param recordId the id that the record will have
 * @returns the id of the record that was made with this key before, or null when the key is new
 */
export async function claimedBefore(
  tx: Tx,
  workspaceId: string,
  key: string,
  recordId: string,
): Promise<string | null> {
  const written = await tx.$executeRaw`${plannedOnce}
    insert into request_key (workspace_id, key, record_id)
    values (${workspaceId}::uuid, ${key}::uuid, ${recordId}::uuid) on conflict do nothing`
  if (written === 1) return null
  const known = await tx.requestKey.findUnique({
    where: { workspaceId_key: { workspaceId, key } },
    select: { recordId: true },
  })
  return known?.recordId ?? null
}
