import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import type { FormValues } from '@/lib/forms/state'
import { newEdition } from '@/lib/imports/editions'
import { withRow } from '@/lib/imports/joining'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { lockedEntry } from '../entries/lock'
import type { Named } from '../entries/parts/writing'
import { entryById } from '../entries/queries'
import { inputOf, rewriteEntry } from '../entries/rewrite'
import { AppError } from '../errors'
import type { Saving } from '../history/record'
import type { JoinedRow } from './check'
import { fileOf, type EditionRow } from './editions'

/**
 * Makes a row of a file a further source of an entry that is there.
 *
 * @returns the version of the entry that this made.
 * @throws AppError `not_found` where the entry is no longer the viewer's to change.
 */
export async function joinRow(
  tx: Tx,
  viewer: Viewer,
  { entryId, input, row }: JoinedRow,
  named: Named,
): Promise<number> {
  const current = await lockedEntry(tx, viewer, entryId)
  const entry = await entryById(tx, viewer, entryId)
  const sources: string[] = []
  for (const [index, citation] of input.citations.entries())
    sources.push(await named.source(citation, ['citations', index]))
  const file = input.citations.at(-1)?.title ?? ''
  const values = withRow(entry, input, sources)
  const note = noteOf(row.number, file, 'is the same')
  const before = entryFormValues(entry)
  return rewritten(tx, viewer, { id: entryId, current, before }, values, { note })
}

/**
 * Changes an entry that an older edition of a file made to what the newer one says, as far as nobody
 * changed it since.
 *
 * @returns the version of the entry that this made; null where nothing is to be changed any more.
 * @throws AppError `not_found` where the entry is no longer the viewer's to change.
 */
export async function updateRow(tx: Tx, viewer: Viewer, row: EditionRow): Promise<number | null> {
  const { entryId } = row
  const current = await lockedEntry(tx, viewer, entryId)
  const before = entryFormValues(await entryById(tx, viewer, entryId))
  const file = fileOf(row)
  const { values, taken } = newEdition(before, row.older, row.said, file)
  if (taken.length === 0) return null
  const note = noteOf(row.row.number, file.title, 'is a newer edition')
  return rewritten(tx, viewer, { id: entryId, current, before }, values, { note })
}

/** What the history says of a version that a row of a file made. */
function noteOf(number: number, file: string, what: string): string {
  return `Row ${number} of “${file}” ${what}.`
}

/** The file that such a note names; null of any other note. */
export function fileInNote(note: string, number: number): string | null {
  const start = `Row ${number} of “`
  const end = note.lastIndexOf('” is ')
  return note.startsWith(start) && end >= start.length ? note.slice(start.length, end) : null
}

/** Writes a locked entry anew, from the values of its form. */
export async function rewritten(
  tx: Tx,
  viewer: Viewer,
  locked: Parameters<typeof rewriteEntry>[2],
  values: FormValues,
  how: Saving,
): Promise<number> {
  const input = inputOf(locked.current, values)
  if (!input)
    throw new AppError(
      'invalid',
      `“${String(values.title)}” cannot be saved as it stands. Open it, save it, then try again.`,
    )
  return rewriteEntry(tx, viewer, locked, input, how)
}
