import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import { fieldsOf } from '@/lib/entries/merge'
import type { FormValues } from '@/lib/forms/state'
import type { MergeableRecord } from '@/lib/merging'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { entryById } from '../entries/queries'
import { AppError, notFound } from '../errors'
import { isUuid } from '../ids'
import { named } from '../trash/references'
import type { JsonRow } from './fields'

/** Two records of one sort, as they stand; entries with the `texts` of their form beside their columns. */
export type Pair = { survivor: JsonRow; duplicate: JsonRow }

/**
 * Reads two records, and holds them until the end of the transaction where they are to be changed.
 *
 * @throws AppError `not_found` where one is missing or in the trash; `invalid` where both are one, or
 *   entries of two campaigns.
 */
export async function pairOf(
  tx: Tx,
  viewer: Viewer,
  record: MergeableRecord,
  survivorId: string,
  duplicateId: string,
  hold: boolean,
): Promise<Pair> {
  const { workspaceId } = viewer
  if (!isUuid(survivorId) || !isUuid(duplicateId)) throw notFound(record)
  if (survivorId === duplicateId)
    throw new AppError('invalid', 'This is the record itself. Choose another one.')
  const ids = [survivorId, duplicateId]
  if (hold) {
    await tx.$queryRaw`
      select 1 as locked from ${named(record)} where id = any(${ids}::uuid[]) order by id for update`
  }
  const rows = await tx.$queryRaw<{ id: string; row: JsonRow }[]>`
    select t.id, to_jsonb(t) as row from ${named(record)} t
    where t.workspace_id = ${workspaceId}::uuid and t.trashed_at is null
      and t.id = any(${ids}::uuid[])`
  const rowOf = (id: string) => rows.find((one) => one.id === id)?.row
  const [survivor, duplicate] = [rowOf(survivorId), rowOf(duplicateId)]
  if (!survivor || !duplicate) throw notFound(record)
  if (record === 'entry' && survivor.campaign_id !== duplicate.campaign_id)
    throw new AppError(
      'invalid',
      'These two entries are in different campaigns, so they cannot be merged. Link one to the other instead.',
    )
  if (record === 'entry') {
    for (const row of [survivor, duplicate])
      row.texts = fieldsOf(await formOf(tx, viewer, String(row.id)))
  }
  if (record === 'organization') {
    for (const row of [survivor, duplicate]) {
      const parent = await tx.organization.findFirst({
        where: {
          id: typeof row.parent_id === 'string' ? row.parent_id : duplicateId,
          trashedAt: null,
        },
        select: { name: true },
      })
      row.parent_name = row.parent_id ? (parent?.name ?? '') : ''
    }
  }
  return { survivor, duplicate }
}

/** An entry as its form shows it now. */
export async function formOf(tx: Tx, viewer: Viewer, id: string): Promise<FormValues> {
  return entryFormValues(await entryById(tx, viewer, id))
}
