import 'server-only'
import type { Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { setState } from './state'
import { takeRowBack } from './take-row-back'

const AT_ONCE = 25

/** An import, and who takes its rows back. */
type Taken = {
  viewer: Viewer
  id: string
  /** Whether its rows are to be written anew, so that nothing of them is remembered. */
  forget?: boolean
}

/**
 * Takes back what the rows of an import changed of entries that were there, the last row first.
 *
 * @returns how many rows were taken back, and how many could not be.
 */
export async function takeRowsBack(taken: Taken): Promise<{ restored: number; left: number }> {
  const all = { restored: 0, left: 0 }
  for (let before: number | null = null; ;) {
    const batch = await withViewer(taken.viewer, (tx) => takeSomeBack(tx, taken, before))
    all.restored += batch.restored
    all.left += batch.left
    if (batch.last === null) return all
    before = batch.last
  }
}

async function takeSomeBack(
  tx: Tx,
  { viewer, id: importId, forget = false }: Taken,
  before: number | null,
) {
  // Whoever begins it meanwhile writes the rows that are to be forgotten.
  if (forget) await setState(tx, importId, 'waiting', {})
  const rows = await tx.importedRow.findMany({
    where: {
      ...{ importId, result: { not: 'made' }, takenBack: null },
      ...(before !== null && { number: { lt: before } }),
    },
    select: { number: true, entryId: true, version: true },
    orderBy: { number: 'desc' },
    take: AT_ONCE,
  })
  let restored = 0
  for (const row of rows) {
    const takenBack = await takeRowBack(tx, viewer, row)
    if (takenBack === null) continue
    restored += 1
    const where = { importId, number: row.number }
    if (forget) await tx.importedRow.deleteMany({ where })
    else await tx.importedRow.updateMany({ where, data: { takenBack } })
  }
  const last = rows.length === AT_ONCE ? (rows.at(-1)?.number ?? null) : null
  return { restored, left: rows.length - restored, last }
}
