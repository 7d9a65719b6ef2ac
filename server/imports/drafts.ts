import 'server-only'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { visibleSql } from '../timeline/filter/visible'
import { ownImport } from './stored'

const MOST = 200

/** Drafts that an import made, in the order of its file: the first of them, and how many there are. */
export type ImportDrafts = { all: number; first: { id: string; title: string; row: number }[] }

/**
 * The entries that an import made and that are drafts still.
 *
 * @throws AppError `forbidden` below contributor, `not_found` for another member's import.
 */
export async function draftsOfImport(viewer: Viewer, id: string): Promise<ImportDrafts> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    await ownImport(tx, viewer, id)
    const found = await tx.$queryRaw<{ id: string; title: string; row: number; all: number }[]>`
      select e.id, e.title, r.number as row, count(*) over ()::int as "all"
        from imported_row r join entry e on e.workspace_id = r.workspace_id and e.id = r.entry_id
       where r.import_id = ${id}::uuid and r.result = 'made' and e.status = 'draft'
         and ${visibleSql(viewer)} and e.trashed_at is null
       order by r.number limit ${MOST}`
    return {
      all: found[0]?.all ?? 0,
      first: found.map(({ id: entry, title, row }) => ({ id: entry, title, row })),
    }
  })
}
