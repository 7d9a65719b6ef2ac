import 'server-only'
import { saidOtherwise } from '@/lib/imports/joining'
import type { LookAlike } from '@/lib/forms/state'
import { MOST_CITATIONS, MOST_CLAIMS } from '@/lib/schemas/entry-parts'
import type { ClaimField } from '@/lib/schemas/words'
import type { Tx } from '../db'
import type { Checked, JoinedRow } from './check'

/** What an entry says, how many sources it cites, and how many claims of each field it has. */
type Counted = {
  id: string
  edtf: string
  place: string
  low: number | null
  high: number | null
  words: string
  citations: number
  claims: Partial<Record<ClaimField, number>>
}

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
  const counted = await tx.$queryRaw<Counted[]>`
    select e.id::text, e.edtf, e.place,
      e.crowd_low as low, e.crowd_high as high, e.crowd_words as words,
      (select count(*)::int from citation c where c.entry_id = e.id) as citations,
      (select coalesce(jsonb_object_agg(field, n), '{}')
        from (select c.field::text, count(*)::int n from claim c where c.entry_id = e.id group by 1) f
      ) as claims
    from entry e where e.id = any(${ids}::uuid[])`
  const room = new Map(counted.map((one) => [one.id, one]))
  const fit: JoinedRow[] = []
  const full: Checked['refused'] = []
  for (const { entries, ...one } of rows) {
    const there = room.get(one.entryId)
    const citations = (there?.citations ?? 0) + one.input.citations.length
    const claims = there && claimsWith(there, one.input)
    const isFull = Object.values(claims ?? {}).some((count) => count > MOST_CLAIMS)
    if (there && citations <= MOST_CITATIONS && !isFull) {
      Object.assign(there, { citations, claims })
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

function claimsWith(there: Counted, input: JoinedRow['input']): Counted['claims'] {
  const { edtf, place, low, high, words, claims } = there
  const said = saidOtherwise(input, { edtf, place, crowd: { low, high, words, countedBy: '' } })
  // The first value beside an entry's own makes that one a claim as well.
  const all = { ...claims }
  for (const { field } of said) all[field] = Math.max(claims[field] ?? 0, 1) + 1
  return all
}
