import 'server-only'
import { LRUCache } from 'lru-cache'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { plannedOnce } from '../../statement-names'

/** Names a state of a workspace: as long as two stamps are equal, nothing was written in between. */
export type Stamp = string

/** A snapshot of the database, and the stamp of what could be seen in it. */
type Seen = { snapshot: string; stamp: Stamp }

type Row = { snapshot: string; changed: boolean; writes: boolean; older: boolean }

/** The last snapshot of each workspace. */
const seen = new LRUCache<string, Seen>({ max: 10_000 })
let states = 0

/**
 * The stamp of a workspace as it is now. What is read after it stays true as long as the stamp does,
 * from the moment of a write on and however many writes are still under way: every write leaves an
 * audit event that names its transaction, and one that was not over in the snapshot of the last stamp
 * and is over now has written in between.
 *
 * A transaction that has written itself gets a stamp of its own, so that nobody else is shown what it
 * may yet take back, and so does one that reads an older state than the last one.
 */
export async function stampOf(tx: Tx, { workspaceId }: Viewer): Promise<Stamp> {
  const before = seen.get(workspaceId)
  const [row] = await tx.$queryRaw<Row[]>`
    ${plannedOnce}
    with now as materialized (select pg_current_snapshot() as snapshot)
    select snapshot::text as snapshot, pg_current_xact_id_if_assigned() is not null as writes,
      is_written_since(${workspaceId}::uuid, ${before?.snapshot ?? null}::pg_snapshot, now.snapshot) as changed,
      coalesce(pg_snapshot_xmax(now.snapshot) < pg_snapshot_xmax(${before?.snapshot ?? null}::pg_snapshot)
        or exists (select from pg_snapshot_xip(now.snapshot) as open (id)
          where pg_visible_in_snapshot(open.id, ${before?.snapshot ?? null}::pg_snapshot)), false) as older
    from now`
  if (!row || row.writes || row.older) return newStamp()
  const stamp = before && !row.changed ? before.stamp : newStamp()
  seen.set(workspaceId, { snapshot: row.snapshot, stamp })
  return stamp
}

function newStamp(): Stamp {
  states += 1
  return String(states)
}
