import 'server-only'
import type { LookAlike } from '@/lib/forms/state'
import { MOST_CITATIONS, MOST_CLAIMS } from '@/lib/schemas/entry-parts'
import type { Tx } from '../db'
import type { Checked, JoinedRow } from './check'

type Answered = JoinedRow & { entries: LookAlike[] }

/**
 * Tells rows whose entry takes no further source from the others: an entry holds as much as its form
 * does.
 */
export async function roomFor(
  tx: Tx,
  rows: readonly Answered[],
): Promise<{ fit: JoinedRow[]; full: Checked['refused'] }> {
  const ids = [...new Set(rows.map(({ entryId }) => entryId))]
  const counted = await tx.$queryRaw<{ id: string; citations: number; claims: number }[]>`
    select e.id::text,
      (select count(*)::int from citation c where c.entry_id = e.id) as citations,
      (select coalesce(max(n), 0)::int
        from (select count(*) n from claim c where c.entry_id = e.id group by c.field) f) as claims
    from entry e where e.id = any(${ids}::uuid[])`
  const room = new Map(counted.map(({ id, ...counts }) => [id, counts]))
  const fit: JoinedRow[] = []
  const full: Checked['refused'] = []
  for (const { entries, ...one } of rows) {
    const counts = room.get(one.entryId)
    const citations = (counts?.citations ?? 0) + one.input.citations.length
    // The first row beside an entry's own value makes that one as well.
    const claims = Math.max(counts?.claims ?? 0, 1) + 1
    if (counts && citations <= MOST_CITATIONS && claims <= MOST_CLAIMS) {
      Object.assign(counts, { citations, claims })
      fit.push(one)
      continue
    }
    const title = entries.find(({ id }) => id === one.entryId)?.title ?? ''
    const sentence = `“${title}” already has as many sources as an entry can hold. Make this row an entry of its own, or leave it.`
    full.push({
      row: one.row,
      refusals: [{ row: one.row.number, column: '', value: '', sentence }],
    })
  }
  return { fit, full }
}
