import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import type { FormValues } from '@/lib/forms/state'
import { withoutJoin, withRow } from '@/lib/imports/joining'
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
  const note = `Row ${row.number} of “${file}” is the same.`
  const before = entryFormValues(entry)
  return rewritten(tx, viewer, { id: entryId, current, before }, values, { note })
}

/**
 * Takes back what a row added to an entry. What people changed since stays.
 *
 * @returns false where the entry is no longer the viewer's to change.
 */
export async function takeJoinBack(
  tx: Tx,
  viewer: Viewer,
  entryId: string,
  version: number,
): Promise<boolean> {
  const current = await lockedIfWritable(tx, viewer, entryId)
  if (!current) return false
  const states = await tx.revision.findMany({
    where: { record: 'entry', recordId: entryId, version: { in: [version - 1, version] } },
    select: { version: true, snapshot: true },
  })
  const stateAt = (at: number) => states.find((one) => one.version === at)?.snapshot as FormValues
  const before = entryFormValues(await entryById(tx, viewer, entryId))
  const values = withoutJoin(before, stateAt(version - 1), stateAt(version))
  const how = { action: 'revert' as const, note: 'The import was undone.' }
  await rewritten(tx, viewer, { id: entryId, current, before }, values, how)
  return true
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
