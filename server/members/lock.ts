import 'server-only'
import type { Tx } from '../db'

/** Lets roles change one at a time in a workspace, so that the last two owners cannot both leave at once. */
export async function lockMembers(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`members ${workspaceId}`}, 0))`
}
