import 'server-only'
import type { Viewer } from '../auth/viewer'
import type { Campaign } from '../campaigns/dto'
import { withViewer, type Tx } from '../db'
import { createEntries } from '../entries/many'
import { AppError } from '../errors'
import { keepAudit } from '../history/record'
import { insertRows } from '../insert-rows'
import { erase } from '../trash/erase'
import type { GoodRow } from './check'
import { namesOf } from './names'

const AT_ONCE = 100

/** An import that its owner may write, who writes it, and the campaign that it goes into. */
export type Running = {
  viewer: Viewer
  id: string
  campaign: Pick<Campaign, 'id' | 'timeZone'>
}

/** Told after each batch how many rows are written, and waited for. */
export type Progress = (written: number) => void | Promise<void>

/**
 * Makes drafts of rows, some hundred in each transaction. Should one fail, or the import be
 * cancelled, what was written before is erased: all of them are made or none.
 *
 * @throws AppError `conflict` where it was cancelled, and whatever a write throws.
 */
export async function writeRows(
  { viewer, id, campaign }: Running,
  rows: readonly GoodRow[],
  progress: Progress = () => {},
): Promise<void> {
  try {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE)
      await withViewer(viewer, async (tx) => {
        await requireRunning(tx, id)
        const inputs = some.map(({ input }) => input)
        const named = await namesOf(tx, viewer, inputs)
        const entries = await createEntries(tx, viewer, campaign, inputs, named)
        await insertRows(
          tx,
          'imported_row',
          some.map(({ row, hash }, index) => ({
            ...{ workspaceId: viewer.workspaceId, importId: id, number: row.number },
            ...{ hash: `\\x${hash}`, entryId: entries[index] ?? '' },
          })),
        )
      })
      await progress(Math.min(from + AT_ONCE, rows.length))
    }
  } catch (error) {
    await eraseRows({ viewer, id })
    throw error
  }
}

/** Holds the import, so that cancelling it waits for the batch. */
async function requireRunning(tx: Tx, id: string): Promise<void> {
  const held = await tx.$executeRaw`
    update import set moved_at = clock_timestamp() where id = ${id}::uuid and state = 'running'`
  if (held === 0)
    throw new AppError('conflict', 'This import was cancelled, so nothing was imported.')
}

/** Erases for good what an import has written, as if it had never been. */
export async function eraseRows({ viewer, id }: Pick<Running, 'viewer' | 'id'>): Promise<void> {
  for (let count = AT_ONCE; count === AT_ONCE;)
    count = await withViewer(viewer, async (tx) => {
      const rows = await tx.importedRow.findMany({
        where: { importId: id },
        select: { entryId: true },
        take: AT_ONCE,
      })
      const ids = rows.map(({ entryId }) => entryId)
      await erase(tx, 'entry', ids)
      for (const entryId of ids) await keepAudit(tx, viewer, 'purge', 'entry', entryId)
      return ids.length
    })
}
