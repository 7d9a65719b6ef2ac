import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import type { FormValues } from '@/lib/forms/state'
import type { EntryStatus } from '@/lib/schemas/words'
import { endForOtherStatus } from '../assignments/end'
import { notFound } from '../errors'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { keepRevision, type Saving } from '../history/record'
import { entryById } from './queries'
import { lastSnapshot } from './revisions'

/** What can be changed without the form: whether it is published, its tags, the trash. */
export type Patch = { status: EntryStatus; tags: string[]; trashed: boolean }

/** A locked entry, as a patch finds it. */
export type Patchable = Patch & { id: string; version: number }

/**
 * Holds entries in the order of their ids, so that two who hold some of the same wait in turn, and
 * reads where they stand.
 */
export async function lockedForPatch(tx: Tx, ids: string[]): Promise<Patchable[]> {
  await tx.$queryRaw`
    select 1 as locked from entry where id = any(${ids}::uuid[]) order by id for update`
  const rows = await tx.entry.findMany({
    where: { id: { in: ids } },
    select: { id: true, version: true, status: true, tags: true, trashedAt: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ trashedAt, ...row }) => ({ ...row, trashed: trashedAt !== null }))
}

/**
 * Changes an entry without its form and keeps an ordinary revision of it.
 *
 * @returns the version at which it stands then; the same where nothing changes.
 */
export async function patchEntry(
  tx: Tx,
  viewer: Viewer,
  entry: Patchable,
  wanted: Partial<Patch>,
  how: Saving,
): Promise<number> {
  const after = { ...entry, ...wanted }
  if (JSON.stringify(after) === JSON.stringify(entry)) return entry.version
  const { id } = entry
  const snapshot = entry.trashed ? await lastSnapshot(tx, id) : await stateOf(tx, viewer, id)
  const { count } = await tx.entry.updateMany({
    where: { id, version: entry.version },
    data: {
      ...{ status: after.status, tags: after.tags },
      ...(after.trashed !== entry.trashed && { trashedAt: after.trashed ? new Date() : null }),
      ...{ version: entry.version + 1, updatedAt: new Date() },
    },
  })
  if (count !== 1) throw notFound('entry')
  if (after.status !== entry.status)
    await endForOtherStatus(tx, viewer.workspaceId, { id, status: after.status })
  await keepRevision(tx, viewer, {
    ...{ record: 'entry', recordId: id, version: entry.version + 1 },
    ...{ action: how.action ?? 'update', note: how.note ?? '' },
    before: compared(entry),
    after: compared(after),
    snapshot: { ...snapshot, status: after.status, tags: after.tags.join(', ') },
  })
  return entry.version + 1
}

async function stateOf(tx: Tx, viewer: Viewer, id: string): Promise<FormValues> {
  const snapshot = await lastSnapshot(tx, id)
  return Object.keys(snapshot).length > 0
    ? snapshot
    : entryFormValues(await entryById(tx, viewer, id))
}

function compared({ status, tags, trashed }: Patch) {
  return { status, tags: tags.join(', '), trashed }
}
