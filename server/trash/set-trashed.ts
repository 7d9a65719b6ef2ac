import 'server-only'
import type { TrashableRecord } from '@/lib/trash'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { keepRevision } from '../history/record'
import { named } from './references'

/** Puts a record into the trash, or takes it out, and keeps that as a revision. */
export async function setTrashed(
  tx: Tx,
  viewer: Viewer,
  { record, id, version }: { record: TrashableRecord; id: string; version: number },
  at: Date | null,
): Promise<void> {
  await tx.$executeRaw`
    update ${named(record)} set trashed_at = ${at}::timestamptz, version = version + 1
    where id = ${id}::uuid`
  await keepRevision(tx, viewer, {
    ...{ record, recordId: id, version: version + 1, action: at ? 'trash' : 'restore' },
    before: { trashed: at === null },
    after: { trashed: at !== null },
  })
}

/**
 * Puts campaigns into the trash with all that is in them, for whoever may do so otherwise than by their
 * role. One that is there already stays there.
 */
export async function trashCampaigns(
  tx: Tx,
  viewer: Viewer,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
    select id::text, version from campaign
    where id = any(${[...ids]}::uuid[]) and trashed_at is null order by id for update`
  for (const row of rows) await setTrashed(tx, viewer, { record: 'campaign', ...row }, at)
}
