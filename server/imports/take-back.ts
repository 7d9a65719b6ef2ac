import 'server-only'
import type { Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { takeRowBack } from './join'

const AT_ONCE = 25

/**
 * Takes back what the rows of an import changed of entries that were there, the last row first.
 *
 * @returns how many rows were taken back, and how many could not be.
 */
export async function takeRowsBack({
  viewer,
  id: importId,
}: {
  viewer: Viewer
  id: string
}): Promise<{ restored: number; left: number }> {
  const all = { restored: 0, left: 0 }
  for (let before: number | null = null; ;) {
    const batch = await withViewer(viewer, (tx) => takeSomeBack(tx, viewer, importId, before))
    all.restored += batch.restored
    all.left += batch.left
    if (batch.last === null) return all
    before = batch.last
  }
}

async function takeSomeBack(tx: Tx, viewer: Viewer, importId: string, before: number | null) {
  const rows = await tx.importedRow.findMany({
    where: {
      importId,
      result: { not: 'made' },
      ...(before !== null && { number: { lt: before } }),
    },
    select: { number: true, entryId: true, version: true },
    orderBy: { number: 'desc' },
    take: AT_ONCE,
  })
  const done: number[] = []
  for (const row of rows) if (await takeRowBack(tx, viewer, row)) done.push(row.number)
  await tx.importedRow.deleteMany({ where: { importId, number: { in: done } } })
  const last = rows.length === AT_ONCE ? (rows.at(-1)?.number ?? null) : null
  return { restored: done.length, left: rows.length - done.length, last }
}
