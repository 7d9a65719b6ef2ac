import 'server-only'
import { todayIn } from '@/lib/dates/days'
import { nestedInput } from '@/lib/forms/form-data'
import type { FormValues } from '@/lib/forms/state'
import { kindNamed } from '@/lib/kinds/index'
import { entrySchema, type EntryInput } from '@/lib/schemas/entry'
import { endForOtherStatus } from '../assignments/end'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import type { Saving } from '../history/record'
import type { LockedEntry } from './lock'
import { clearParts } from './parts/clear'
import { writeParts } from './parts/write'
import { keepEntryRevision } from './revisions'
import { spineOf } from './spine'

/** A locked entry, with its form as it stands. */
type LockedForm = { id: string; current: LockedEntry; before: FormValues }

/**
 * Writes a locked entry anew, with all its parts, and keeps a revision.
 *
 * @returns its new version.
 * @throws AppError `invalid` as `createEntry` does.
 */
export async function rewriteEntry(
  tx: Tx,
  viewer: Viewer,
  { id, current, before }: LockedForm,
  input: EntryInput,
  how: Saving,
): Promise<number> {
  await tx.entry.update({
    where: { workspaceId_id: { workspaceId: viewer.workspaceId, id } },
    data: {
      ...(await spineOf(tx, viewer, input, current.timeZone)),
      version: { increment: 1 },
      updatedAt: new Date(),
    },
  })
  const { status } = input
  if (status !== current.status) await endForOtherStatus(tx, viewer.workspaceId, { id, status })
  const reusable = await clearParts(tx, viewer, id)
  await writeParts(tx, viewer, { campaignId: current.campaignId, entryId: id, input, reusable })
  const version = current.version + 1
  await keepEntryRevision(tx, viewer, id, version, how, before)
  return version
}

/** Reads an entry's form values by its schema; null where they do not fit it. */
export function inputOf(
  { timeZone }: Pick<LockedEntry, 'timeZone'>,
  values: FormValues,
): EntryInput | null {
  const schema = entrySchema(kindNamed(values.kind), todayIn(timeZone))
  const read = schema.safeParse(nestedInput(values).input)
  return read.success ? read.data : null
}
