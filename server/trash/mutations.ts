import 'server-only'
import type { TrashableRecord } from '@/lib/trash'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { isUuid } from '../ids'
import { requireUnmentioned } from './mentions'
import { isMergedAway } from './merged'
import { named } from './references'
import { setTrashed } from './set-trashed'

/**
 * Puts a record in the trash, from which it can be brought back for 30 days. A campaign takes all
 * that is in it along; every other record must be mentioned nowhere.
 *
 * @param requireVersion refuses a version that is not the one meant, while nobody else can change it.
 * @throws AppError `forbidden` below editor, and for a campaign below owner; `not_found`; `conflict`
 *   while others mention it.
 */
export async function trashRecord(
  viewer: Viewer,
  record: TrashableRecord,
  id: string,
  requireVersion: (current: number) => void = () => {},
): Promise<void> {
  requireRole(viewer, record === 'campaign' ? 'owner' : 'editor')
  await withViewer(viewer, async (tx) => {
    const version = await lockedVersion(tx, viewer, record, id, false)
    requireVersion(version)
    if (record !== 'campaign') await requireUnmentioned(tx, record, id)
    await setTrashed(tx, viewer, { record, id, version }, new Date())
  })
}

/**
 * Brings a record back from the trash.
 *
 * @throws AppError `forbidden` as trashing it does; `not_found` when it is not there; `conflict`
 *   where another organization has its name meanwhile.
 */
export async function restoreRecord(
  viewer: Viewer,
  record: TrashableRecord,
  id: string,
): Promise<void> {
  requireRole(viewer, record === 'campaign' ? 'owner' : 'editor')
  await withViewer(viewer, async (tx) => {
    const version = await lockedVersion(tx, viewer, record, id, true)
    if (await isMergedAway(tx, record, id)) throw notFound(record)
    if (record === 'organization') await requireFreeName(tx, id)
    await setTrashed(tx, viewer, { record, id, version }, null)
  })
}

async function lockedVersion(
  tx: Tx,
  { workspaceId }: Viewer,
  record: TrashableRecord,
  id: string,
  trashed: boolean,
): Promise<number> {
  if (!isUuid(id)) throw notFound(record)
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    select version from ${named(record)}
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid
      and (trashed_at is not null) = ${trashed} for update`
  if (!row) throw notFound(record)
  return row.version
}

async function requireFreeName(tx: Tx, id: string): Promise<void> {
  const [other] = await tx.$queryRaw<unknown[]>`
    select 1 from organization o join organization mine on mine.id = ${id}::uuid
    where o.trashed_at is null and o.id <> mine.id and lower(o.name) = lower(mine.name) limit 1`
  if (!other) return
  throw new AppError('conflict', 'Another organization now has this name. Rename that one first.')
}
