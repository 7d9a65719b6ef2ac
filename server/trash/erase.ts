import 'server-only'
import { recordNames } from '@/lib/history/revisions'
import type { Tx } from '../db'
import { leaveErasedNames } from '../people/erased'
import { named, referencesTo } from './references'

const KEPT: readonly string[] = recordNames

// An inquiry is told by its entry alone, and who appeared at one is not made a nameless somebody; what
// else may point at nothing loses its pointer.
const GOES_ALONG = new Set(['inquiry', 'appearance'])

/**
 * Erases records for good, with all that belongs to them and their revisions. What only rests on
 * them (an assessment on its entry) stays and rests on nothing.
 *
 * @throws a database error where something must not go, such as what somebody else's record needs.
 */
export async function erase(tx: Tx, table: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  if (table === 'person') await leaveErasedNames(tx, ids)
  for (const { table: other, column, cascade, nullable, key } of await referencesTo(tx, table)) {
    const pointing = [named(other), named(column)] as const
    if (cascade) continue
    if (nullable && !GOES_ALONG.has(other)) {
      await tx.$executeRaw`
        update ${pointing[0]} set ${pointing[1]} = null where ${pointing[1]} = any(${ids}::uuid[])`
    } else if (key.length === 1 && key[0] === 'id') {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        select id from ${pointing[0]} where ${pointing[1]} = any(${ids}::uuid[])`
      await erase(
        tx,
        other,
        rows.map(({ id }) => id),
      )
    } else {
      await tx.$executeRaw`delete from ${pointing[0]} where ${pointing[1]} = any(${ids}::uuid[])`
    }
  }
  if (KEPT.includes(table)) {
    await tx.revision.deleteMany({ where: { record: table, recordId: { in: ids } } })
  }
  await tx.$executeRaw`delete from ${named(table)} where id = any(${ids}::uuid[])`
}
