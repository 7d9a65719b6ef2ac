import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import { fieldsOf } from '@/lib/entries/merge'
import type { FormValues } from '@/lib/forms/state'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { keepRevision, type Saving } from '../history/record'
import { entryById } from './queries'

/** Keeps the entry as it now stands, as its form would show it. */
export async function keepEntryRevision(
  tx: Tx,
  viewer: Viewer,
  recordId: string,
  version: number,
  { action = 'update', note = '' }: Saving,
  before: FormValues,
): Promise<void> {
  const snapshot = entryFormValues(await entryById(tx, viewer, recordId))
  await keepRevision(tx, viewer, {
    record: 'entry',
    recordId,
    version,
    action,
    note,
    before: fieldsOf(before),
    after: fieldsOf(snapshot),
    snapshot,
  })
}

/** The last kept state of an entry; empty where none was kept. */
export async function lastSnapshot(tx: Tx, id: string): Promise<FormValues> {
  const last = await tx.revision.findFirst({
    where: { record: 'entry', recordId: id },
    select: { snapshot: true },
    orderBy: { version: 'desc' },
  })
  return (last?.snapshot ?? {}) as FormValues
}
