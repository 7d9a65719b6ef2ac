import 'server-only'
import type { Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { lockedForPatch, patchEntry, type Patchable } from '../entries/patch'

const AT_ONCE = 100
const HOW = { action: 'trash' as const, note: 'The import was undone.' }

/**
 * Puts what an import made into the trash when it is undone, and with it what another one made that was
 * undone before and could only leave what this one had changed. Entries that somebody changed stay.
 *
 * @returns how many are in the trash now.
 */
export async function trashMade({
  viewer,
  id: importId,
}: {
  viewer: Viewer
  id: string
}): Promise<number> {
  let undone = 0
  for (let after = 0; ;) {
    const { trashed, last } = await withViewer(viewer, async (tx) => {
      const rows = await madeRows(tx, importId, after)
      const entries = await lockedForPatch(
        tx,
        rows.map(({ entryId }) => entryId),
      )
      const untouched = await untouchedOf(tx, entries)
      for (const entry of untouched) await patchEntry(tx, viewer, entry, { trashed: true }, HOW)
      return { trashed: untouched.length, last: rows.length < AT_ONCE ? null : rows.at(-1)?.number }
    })
    undone += trashed
    if (last == null) return undone
    after = last
  }
}

/** Rows that an import made, or that it took back what it changed of while their own import is undone. */
function madeRows(
  tx: Tx,
  importId: string,
  after: number,
): Promise<{ number: number; entryId: string }[]> {
  return tx.$queryRaw`
    select r.number, r.entry_id::text as "entryId" from imported_row r
    where r.import_id = ${importId}::uuid and r.number > ${after}
      and (r.result = 'made' or r.taken_back is not null and exists (
        select 1 from imported_row made
        join import i on i.workspace_id = made.workspace_id and i.id = made.import_id
        where made.workspace_id = r.workspace_id and made.entry_id = r.entry_id
          and made.result = 'made' and i.state = 'undone'))
    order by r.number limit ${AT_ONCE}`
}

/**
 * Those whose every version was made by a row of an import, or by taking one back. Where another entry
 * went into one, its rows came along, and their versions are not those of this entry.
 */
export async function untouchedOf(tx: Tx, entries: readonly Patchable[]): Promise<Patchable[]> {
  const changed = entries.filter(({ version }) => version > 1).map(({ id }) => id)
  const merges = await tx.revision.findMany({
    where: { record: 'entry', recordId: { in: changed }, action: { in: ['merge', 'unmerge'] } },
    select: { recordId: true },
  })
  const merged = new Set(merges.map(({ recordId }) => recordId))
  const rows = await tx.importedRow.findMany({
    where: { entryId: { in: changed }, takenBack: { not: null } },
    select: { entryId: true, version: true, takenBack: true },
  })
  const own = new Map<string, Set<number>>()
  for (const { entryId, version, takenBack } of rows)
    own.set(entryId, new Set([...(own.get(entryId) ?? []), version, takenBack ?? version]))
  return entries.filter(
    ({ id, version, trashed }) =>
      !trashed && !merged.has(id) && version === 1 + (own.get(id)?.size ?? 0),
  )
}
