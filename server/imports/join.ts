import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import type { FormValues } from '@/lib/forms/state'
import { newEdition } from '@/lib/imports/editions'
import { withoutRow, withRow } from '@/lib/imports/joining'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import type { LockedEntry } from '../entries/lock'
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

/**
 * Takes back what a row changed of an entry. What people changed since stays.
 *
 * @returns false where the entry is no longer the viewer's to change, or went into another one.
 */
export async function takeRowBack(
  tx: Tx,
  viewer: Viewer,
  { entryId, number, version }: { entryId: string; number: number; version: number },
): Promise<boolean> {
  const current = await lockedIfWritable(tx, viewer, entryId)
  if (!current) return false
  const states = await tx.revision.findMany({
    where: { record: 'entry', recordId: entryId, version: { in: [version - 1, version] } },
    select: { version: true, snapshot: true, note: true },
  })
  const [was, became] = [version - 1, version].map((at) => states.find((one) => one.version === at))
  // Of an entry that others were merged into, this version may be another change.
  if (!was || !became?.note.startsWith(noteOf(number))) return false
  const before = entryFormValues(await entryById(tx, viewer, entryId))
  const values = withoutRow(before, was.snapshot as FormValues, became.snapshot as FormValues)
  const how = { action: 'revert' as const, note: 'The import was undone.' }
  await rewritten(tx, viewer, { id: entryId, current, before }, values, how)
  return true
}

function noteOf(number: number, file?: string, what = ''): string {
  const row = `Row ${number} of “`
  return file === undefined ? row : `${row}${file}” ${what}.`
}

async function lockedIfWritable(tx: Tx, viewer: Viewer, id: string): Promise<LockedEntry | null> {
  try {
    return await lockedEntry(tx, viewer, id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}

async function rewritten(
  tx: Tx,
  viewer: Viewer,
  held: Parameters<typeof rewriteEntry>[2],
  values: FormValues,
  how: Saving,
): Promise<number> {
  const input = inputOf(held.current, values)
  if (!input)
    throw new AppError(
      'invalid',
      `“${String(values.title)}” cannot be saved as it stands. Open it, save it, then try again.`,
    )
  return rewriteEntry(tx, viewer, held, input, how)
}
