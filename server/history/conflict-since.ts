import 'server-only'
import type { FormValues, Joins } from '@/lib/forms/state'
import type { RecordWithHistory } from '@/lib/history/revisions'
import { ConflictError } from '../conflict'
import type { Tx } from '../db'

/** A field of a record as both people have it, in words, and how its form holds what was saved. */
export type FieldOfBoth = {
  field: string
  label: string
  yours: string
  theirs: string
  /** What its form would hold of theirs; by default the words themselves. */
  values?: FormValues
  /** The names of its values in the form, where they are not the field's. */
  fields?: string[]
  joins?: Joins
  /** The name in the snapshot, where it is not the field's. */
  inSnapshot?: string
  /** The words of what the snapshot has; by default itself, lists with semicolons. */
  words?: (inSnapshot: unknown) => string
}

/**
 * The conflict of an edit with what was saved since it was begun: the fields that differ, and of them
 * those that only the other person changed, which the form takes over.
 *
 * @param from the version that the edit was made from
 */
export async function conflictSince(
  tx: Tx,
  record: RecordWithHistory,
  recordId: string,
  { from, version }: { from: number; version: number },
  fields: FieldOfBoth[],
): Promise<ConflictError> {
  const row = await tx.revision.findFirst({
    where: { record, recordId, version: from },
    select: { snapshot: true },
  })
  const before = (row?.snapshot ?? {}) as Record<string, unknown>
  const differing = fields.filter(({ yours, theirs }) => yours !== theirs)
  const untouched = differing.filter(
    ({ field, inSnapshot = field, words = inWords, yours }) =>
      inSnapshot in before && words(before[inSnapshot]) === yours,
  )
  return new ConflictError(
    version,
    differing.map(({ field, label, yours, theirs }) => ({ field, label, yours, theirs })),
    {
      taken: untouched.map(({ field }) => field),
      theirs: Object.fromEntries(
        differing.map(({ field, theirs, values = { [field]: theirs }, fields, joins }) => [
          field,
          { values, ...(fields && { fields }), ...(joins && { joins }) },
        ]),
      ),
    },
  )
}

function inWords(inSnapshot: unknown): string {
  if (Array.isArray(inSnapshot)) return inSnapshot.map(inWords).join('; ')
  return typeof inSnapshot === 'string' ? inSnapshot : ''
}
