import 'server-only'
import type { MergeableRecord } from '@/lib/merging'
import { requireMember, requireRole, type Viewer } from '../auth/viewer'
import { reachEveryCampaign, withViewer } from '../db'
import { AppError, notFound } from '../errors'
import { keepRevision } from '../history/record'
import { isUuid } from '../ids'
import { matchPassages } from '../sources/passage-match'
import { named } from '../trash/references'
import type { JsonRow } from './fields'
import { mergeDetail } from './detail'
import { saveMergedRevision, lastOf, setColumns, setTrashed } from './merge'
import { formOf } from './rows'
import { takeBack } from './steps'

/**
 * Takes a merge back: the same rows point at the same records as before, and the record that went
 * comes back. What somebody changed at the surviving record since stays as they left it.
 *
 * @throws AppError `forbidden` below editor; `not_found` for a merge that is taken back already or
 *   older than the trash; `conflict` where the surviving record went into another one since.
 */
export async function undoMerge(viewer: Viewer, merge: string): Promise<void> {
  requireRole(viewer, 'editor')
  if (!isUuid(merge)) throw notFound('merge')
  await withViewer(viewer, async (tx) => {
    const { count } = await tx.undoableChange.updateMany({
      where: { workspaceId: viewer.workspaceId, id: merge, kind: 'merge', undoneAt: null },
      data: { undoneAt: new Date() },
    })
    const change = await tx.undoableChange.findFirst({
      where: { workspaceId: viewer.workspaceId, id: merge },
      select: { record: true, survivorId: true, duplicateId: true, detail: true },
    })
    if (count === 0 || !change?.survivorId || !change.duplicateId) throw notFound('merge')
    const record = change.record as MergeableRecord
    const { survivorId, duplicateId } = change
    const { steps, before, after } = mergeDetail.parse(change.detail)
    const rows = await tx.$queryRaw<{ id: string; row: JsonRow }[]>`
      select t.id, to_jsonb(t) as row from ${named(record)} t
      where t.id in (${survivorId}::uuid, ${duplicateId}::uuid) order by t.id for update`
    const survivor = rows.find(({ id }) => id === survivorId)?.row
    const duplicate = rows.find(({ id }) => id === duplicateId)?.row
    if (!survivor || !duplicate) throw notFound('merge')
    if (survivor.trashed_at !== null)
      throw new AppError(
        'conflict',
        'The record that stayed is in the trash or was merged into another one since. Restore it first.',
      )
    const formBefore = record === 'entry' ? await formOf(tx, viewer, survivorId) : {}
    await reachEveryCampaign(tx)
    await takeBack(tx, steps, duplicateId, survivorId)
    const unchanged = Object.keys(after).filter((name) => same(survivor[name], after[name]))
    const back = Object.fromEntries(unchanged.map((name) => [name, before[name]]))
    await setColumns(tx, record, survivorId, back)
    await setTrashed(tx, record, duplicateId, null)
    if (record === 'source') for (const id of [survivorId, duplicateId]) await matchPassages(tx, id)
    // The names that came with the other person are theirs again, and no former ones of this one.
    if (record === 'person')
      await tx.$executeRaw`
        delete from former_name f using person p
        where f.person_id = ${survivorId}::uuid and p.id = ${duplicateId}::uuid
          and p.workspace_id = f.workspace_id and f.name = any(array_append(p.other_names, p.name))`
    await saveMergedRevision(tx, viewer, {
      ...{ record, id: survivorId, version: Number(survivor.version) + 1, formBefore },
      ...{ before: Object.fromEntries(unchanged.map((name) => [name, after[name]])), after: back },
      how: { action: 'unmerge', note: 'Merge undone.' },
    })
    await keepRevision(tx, viewer, {
      ...{
        record,
        recordId: duplicateId,
        version: Number(duplicate.version) + 1,
        action: 'unmerge',
      },
      ...{ before: { trashed: true }, after: { trashed: false } },
      ...(record === 'entry' && { snapshot: await lastOf(tx, duplicateId) }),
    })
  })
}

/** A merge that can still be taken back, as the surviving record's page tells of it. */
export type RecentMerge = { id: string; at: string; goneName: string }

/** Lists what went into a record and can still be taken back, newest first. */
export async function listMerges(
  viewer: Viewer,
  record: MergeableRecord,
  survivorId: string,
): Promise<RecentMerge[]> {
  requireMember(viewer)
  if (!isUuid(survivorId)) return []
  return withViewer(viewer, async (tx) => {
    const name = record === 'organization' || record === 'person' ? 'name' : 'title'
    const rows = await tx.$queryRaw<{ id: string; at: Date; goneName: string }[]>`
      select u.id, u.at, t.${named(name)} as "goneName" from undoable_change u
      join ${named(record)} t on t.workspace_id = u.workspace_id and t.id = u.gone_id
      where u.workspace_id = ${viewer.workspaceId}::uuid and u.kind = 'merge'
        and u.record = ${record} and u.kept_id = ${survivorId}::uuid and u.undone_at is null
      order by u.at desc limit 50`
    return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  })
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
