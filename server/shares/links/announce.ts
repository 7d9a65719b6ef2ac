import 'server-only'
import type { Tx } from '../../db'

/**
 * Tells every instance of the app that what it kept of a link is no longer true.
 *
 * Sent by the database when the transaction commits, and not at all when it rolls back.
 */
export async function announceChange(tx: Tx, tokenHash: Uint8Array): Promise<void> {
  await tx.$executeRaw`select pg_notify('share_changed', ${Buffer.from(tokenHash).toString('hex')})`
}
