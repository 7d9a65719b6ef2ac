import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import { newEdition, type Edition } from '@/lib/imports/editions'
import type { Viewer } from '../auth/viewer'
import type { Campaign } from '../campaigns/dto'
import type { Tx } from '../db'
import { entriesById } from '../entries/queries'
import { inputOf } from '../entries/rewrite'
import { entriesWritableBy } from '../policy'
import type { Checked } from './check'
import type { OlderEntry } from './older'

/** A row of a newer edition, with what it changes of its entry, and what it leaves. */
export type EditionRow = OlderEntry & Pick<Edition, 'taken' | 'left'>

/**
 * Says what some rows of a newer edition change of the entries that an older one made, and adds them
 * to what becomes of each.
 *
 * @param keep whether all of them are to stay as they are.
 */
export async function compareEditions(
  tx: Tx,
  viewer: Viewer,
  campaign: Pick<Campaign, 'timeZone'>,
  rows: readonly OlderEntry[],
  { checked, keep }: { checked: Checked; keep: boolean },
): Promise<void> {
  const ids = rows.map(({ entryId }) => entryId)
  const entries = await entriesById(tx, viewer, ids)
  const own = await tx.entry.findMany({
    where: { AND: [entriesWritableBy(viewer), { id: { in: ids } }] },
    select: { id: true },
  })
  const changeable = new Set(own.map(({ id }) => id))
  const known = new Map(entries.map((entry) => [entry.id, entryFormValues(entry)] as const))
  for (const one of rows) {
    const now = known.get(one.entryId)
    if (!now) continue
    const { values, taken, left } = newEdition(now, one.older, one.said, fileOf(one))
    if (taken.length + left.length === 0) checked.same.push(one)
    else if (taken.length === 0 || keep || !changeable.has(one.entryId))
      checked.stayed.push({ ...one, taken: [], left: [...taken, ...left] })
    else if (inputOf(campaign, values)) checked.updated.push({ ...one, taken, left })
    else checked.refused.push(refusal(one))
  }
}

/** How an edition of a file is cited for a row. */
export function fileOf({ input }: Pick<OlderEntry, 'input'>): { title: string; exact: string } {
  const { title = '', exact = '' } = input.citations.at(-1) ?? {}
  return { title, exact }
}

function refusal({ row, input }: OlderEntry): Checked['refused'][number] {
  const sentence = `What this row says now does not fit the entry “${input.title}” that it was. Change that entry by hand, and leave this row out.`
  return { row, refusals: [{ row: row.number, column: '', value: '', sentence }] }
}
