import 'server-only'
import type { Viewer } from '../auth/viewer'
import type { Campaign } from '../campaigns/dto'
import { withViewer, type Tx } from '../db'
import { createEntries } from '../entries/many'
import { lockedForPatch } from '../entries/patch'
import { AppError } from '../errors'
import { keepAudit } from '../history/record'
import { insertRows } from '../insert-rows'
import { requireStillIn } from '../members/lock'
import { erase } from '../trash/erase'
import type { Checked, GoodRow, JoinedRow } from './check'
import type { EditionRow } from './editions'
import { joinRow, updateRow } from './join'
import { namedRecords } from './names'
import { setState } from './state'
import { takeRowsBack } from './take-back'
import { untouchedOf } from './trash-made'

const AT_ONCE = 100
const CHANGED_AT_ONCE = 25

/** An import that its owner may write, who writes it, and the campaign that it goes into. */
export type Running = {
  viewer: Viewer
  id: string
  campaign: Pick<Campaign, 'id' | 'timeZone'>
}

/** Told after each batch how many rows are written of how many, and waited for. */
export type Progress = (written: number, all: number) => void | Promise<void>

/**
 * Makes drafts of rows, some hundred in each transaction, and others sources of entries that are there. A process that ends in between leaves what
 * is written, to go on from; two that write the same import share its rows.
 *
 * @throws AppError `conflict` where it was cancelled, or whoever began it is out by now or of a lesser role, and
 *   whatever a write throws.
 */
export async function writeRows(
  { viewer, id, campaign }: Running,
  { good: rows, joined, updated }: Pick<Checked, 'good' | 'joined' | 'updated'>,
  progress: Progress = () => {},
): Promise<void> {
  const all = rows.length + joined.length + updated.length
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const batch = rows.slice(from, from + AT_ONCE)
    const isDone = await withViewer(viewer, async (tx) => {
      // What takes minutes ends with the way in of whoever began it.
      await requireStillIn(tx, viewer)
      if (!(await lockRunning(tx, id))) return true
      const some = await notWritten(tx, id, batch)
      const inputs = some.map(({ input }) => input)
      const named = await namedRecords(tx, viewer, inputs)
      const entries = await createEntries(tx, viewer, campaign, inputs, named)
      await insertRows(
        tx,
        'imported_row',
        some.map((one, index) => ({
          ...rowOf(viewer, id, one),
          ...{ entryId: entries[index] ?? '', result: 'made', version: 1 },
        })),
      )
      return false
    })
    if (isDone) return
    await progress(Math.min(from + AT_ONCE, rows.length), all)
  }
  // Two who hold some of the same entries wait in turn.
  const changes = [...joined, ...updated].toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1))
  for (let from = 0; from < changes.length; from += CHANGED_AT_ONCE) {
    const batch = changes.slice(from, from + CHANGED_AT_ONCE)
    const isDone = await withViewer(viewer, async (tx) => {
      await requireStillIn(tx, viewer)
      if (!(await lockRunning(tx, id))) return true
      await changeEntries({ tx, viewer, id }, await notWritten(tx, id, batch))
      return false
    })
    if (isDone) return
    await progress(rows.length + Math.min(from + CHANGED_AT_ONCE, changes.length), all)
  }
}

async function changeEntries(
  { tx, viewer, id }: { tx: Tx; viewer: Viewer; id: string },
  rows: readonly (JoinedRow | EditionRow)[],
): Promise<void> {
  const inputs = rows.map(({ input }) => ({ ...input, organizations: [] }))
  const named = await namedRecords(tx, viewer, inputs)
  const changed = []
  for (const one of rows) {
    const result = 'older' in one ? 'updated' : 'joined'
    const version =
      'older' in one ? await updateRow(tx, viewer, one) : await joinRow(tx, viewer, one, named)
    if (version !== null)
      changed.push({ ...rowOf(viewer, id, one), ...{ entryId: one.entryId, result, version } })
  }
  await insertRows(tx, 'imported_row', changed)
}

function rowOf({ workspaceId }: Viewer, importId: string, { row, hash, key, said }: GoodRow) {
  return {
    ...{ workspaceId, importId, number: row.number, hash: `\\x${hash}` },
    ...{ key: key && `\\x${key}`, said },
  }
}

/**
 * Locks the import, so that cancelling it waits for the batch.
 *
 * @returns false where another process has finished it.
 */
async function lockRunning(tx: Tx, id: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    update import set moved_at = clock_timestamp() where id = ${id}::uuid and state = 'running'`
  if (count > 0) return true
  const found = await tx.import.findFirst({ where: { id }, select: { state: true } })
  if (found?.state === 'done') return false
  throw new AppError('conflict', 'This import was cancelled, so nothing was imported.')
}

async function notWritten<Row extends GoodRow>(
  tx: Tx,
  id: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const written = await tx.importedRow.findMany({
    where: { importId: id, number: { in: rows.map(({ row }) => row.number) } },
    select: { number: true },
  })
  const numbers = new Set(written.map(({ number }) => number))
  return rows.filter(({ row }) => !numbers.has(row.number))
}

/**
 * Erases for good the drafts that an import has written, and takes back what it added to entries that
 * were there. What somebody has worked on since, or merged into another entry, stays. Somebody may
 * begin it again meanwhile: what is written from then on stays, with what is not erased yet.
 *
 * @returns how many of its drafts stay.
 * @throws AppError `conflict` where it does not wait any more.
 */
export async function eraseRows({ viewer, id }: Pick<Running, 'viewer' | 'id'>): Promise<number> {
  await takeRowsBack({ viewer, id, forget: true })
  let stayed = 0
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after
    const { last, kept } = await withViewer(viewer, async (tx) => {
      await setState(tx, id, 'waiting', {})
      const rows = await tx.importedRow.findMany({
        where: { importId: id, result: 'made', number: { gt: from } },
        select: { number: true, entryId: true },
        orderBy: { number: 'asc' },
        take: AT_ONCE,
      })
      const entries = await lockedForPatch(
        tx,
        rows.map(({ entryId }) => entryId),
      )
      const ids = (await untouchedOf(tx, entries)).map((entry) => entry.id)
      await erase(tx, 'entry', ids)
      for (const entryId of ids) await keepAudit(tx, viewer, 'purge', 'entry', entryId)
      const last = rows.length === AT_ONCE ? rows.at(-1)?.number : undefined
      return { last, kept: rows.length - ids.length }
    })
    stayed += kept
    after = last
  }
  return stayed
}
