import 'server-only'
import { conflictingTexts, mergeEdits } from '@/lib/entries/merge'
import type { FormValues } from '@/lib/forms/state'
import type { EntryInput } from '@/lib/schemas/entry'
import { ConflictError } from '../conflict'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError } from '../errors'
import { withoutHiddenLinks } from '../history/hidden-entries'
import { lockedEntry, type LockedEntry } from './lock'
import { inputOf } from './rewrite'

/**
 * The state from which somebody's edit was made, to put it together with what was saved since. Who
 * cannot be helped is told from the kept states alone: while fifty save at once, reading the whole
 * entry for each would keep the others waiting too long.
 *
 * @throws ConflictError with both texts.
 */
export async function mergeableBase(
  tx: Tx,
  id: string,
  current: LockedEntry,
  input: EntryInput,
  yours: FormValues,
): Promise<FormValues> {
  const rows = await tx.revision.findMany({
    where: {
      record: 'entry',
      recordId: id,
      version: { in: [input.version ?? 0, current.version] },
    },
    select: { version: true, snapshot: true },
  })
  const stateAt = async (version?: number) => {
    const row = rows.find((one) => one.version === version)
    return row && (await withoutHiddenLinks(tx, row.snapshot as FormValues))
  }
  const base = (await stateAt(input.version)) ?? {}
  const theirs = await stateAt(current.version)
  if (theirs) refuseConflicts(current, mergeEdits(base, yours, theirs), theirs)
  return base
}

/**
 * Refuses an edit that was made from another version than the one that stands, without writing
 * anything, and says what differs. For programs, which name the version that must still be there.
 *
 * @throws ConflictError; AppError `not_found`, `forbidden`.
 */
export async function refuseStaleEdit(
  viewer: Viewer,
  id: string,
  input: EntryInput,
  yours: FormValues,
): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const current = await lockedEntry(tx, viewer, id)
    if (current.version === input.version) return
    await mergeableBase(tx, id, current, input, yours)
    throw new ConflictError(current.version, [])
  })
}

/**
 * Puts an edit together with what was saved since it was begun.
 *
 * @throws ConflictError with both texts where both changed one field.
 */
export function mergedEdit(
  current: LockedEntry,
  base: FormValues,
  yours: FormValues,
  theirs: FormValues,
): EntryInput {
  const result = mergeEdits(base, yours, theirs)
  refuseConflicts(current, result, theirs)
  const read = inputOf(current, result.merged)
  if (read) return read
  throw new AppError(
    'conflict',
    'Somebody changed what kind of entry this is while you edited it, and your fields do not fit that kind. Open the entry in another tab, and copy your words there.',
  )
}

function refuseConflicts(
  { version }: LockedEntry,
  { conflicts, taken }: ReturnType<typeof mergeEdits>,
  theirs: FormValues,
): void {
  if (conflicts.length === 0) return
  throw new ConflictError(version, [...conflicts, ...taken], {
    taken: taken.map(({ field }) => field),
    theirs: conflictingTexts(
      theirs,
      [...conflicts, ...taken].map(({ field }) => field),
    ),
  })
}
