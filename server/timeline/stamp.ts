import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'

/** Longer than any transaction may last, so that no write with an earlier audit event is still open. */
const SETTLES_S = 20

/** Which write in a workspace was the last one, and whether all that could be open beside it have ended. */
export type Stamp = { stamp: string; settled: boolean }

/**
 * The stamp of a workspace's last write. What was read under a settled stamp stays true as long as
 * the stamp does.
 *
 * Every write leaves an audit event in its own transaction. Their ids follow time, but a transaction
 * may commit after one that began later: until all that could be open have ended, nothing is settled.
 */
export async function stampOf(tx: Tx, viewer: Viewer): Promise<Stamp> {
  const [row] = await tx.$queryRaw<Stamp[]>(stampSql(viewer))
  return row ?? unwritten
}

/** The stamp of a workspace in which nothing was written. */
export const unwritten: Stamp = { stamp: '', settled: true }

/** What `stampOf` asks, for whoever asks more with it; it gives no row where nothing was written. */
export function stampSql({ workspaceId }: Viewer): Prisma.Sql {
  return Prisma.sql`
    select id::text as stamp, at < now() - make_interval(secs => ${SETTLES_S}) as settled
    from audit_event where workspace_id = ${workspaceId}::uuid
    order by id desc limit 1`
}
