import 'server-only'
import { fieldsOf } from '@/lib/entries/merge'
import type { FormValues } from '@/lib/forms/state'
import type { MergeableRecord } from '@/lib/merging'
import type { MergeInput } from '@/lib/schemas/merging'
import { Prisma } from '@/prisma/generated/client'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { reachEveryCampaign, withViewer, type Tx } from '../db'
import { keepRevision, type Saving } from '../history/record'
import { matchPassages } from '../sources/passage-match'
import { named } from '../trash/references'
import { mergedFields, nameOfRow, type FieldGroup, type JsonRow } from './fields'
import { beforeMoving, ownValues } from './own-values'
import { formOf, pairOf } from './rows'
import type { MergeDetail } from './detail'
import { moveReferences } from './steps'

/**
 * Makes two records one: everything that points at `duplicate` points at `survivor` then, and each differing
 * field is the one that was chosen. `duplicate` goes to the trash and comes back when the merge is taken
 * back, for as long as the trash keeps it.
 *
 * @returns the id by which the merge can be taken back
 * @throws AppError `forbidden` below editor, `not_found`, `invalid` where the two cannot be one.
 */
export async function mergeRecords(
  viewer: Viewer,
  record: MergeableRecord,
  { survivorId, duplicateId, take }: { survivorId: string; duplicateId: string } & MergeInput,
): Promise<{ merge: string }> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const { survivor, duplicate } = await pairOf(tx, viewer, record, survivorId, duplicateId, true)
    const formBefore = record === 'entry' ? await formOf(tx, viewer, survivorId) : {}
    await reachEveryCampaign(tx)
    const groups = takenGroups(record, survivor, duplicate, take)
    const taken = new Set(groups.map(({ field }) => field))
    const first = await beforeMoving(tx, record, survivor, duplicate, taken)
    const moved = await moveReferences(tx, record, duplicateId, survivorId)
    const after = {
      ...ownValues(record, survivor, duplicate, take),
      ...columnsFrom(duplicate, groups),
    }
    if (record === 'organization' && after.parent_id === survivorId) delete after.parent_id
    const before = Object.fromEntries(
      Object.keys(after).map((name) => [name, survivor[name] ?? null]),
    )
    await setColumns(tx, record, survivorId, after)
    await setTrashed(tx, record, duplicateId, new Date())
    if (record === 'source') await matchPassages(tx, survivorId)
    const detail: MergeDetail = { steps: [...first, ...moved], before, after }
    const { id: merge } = await tx.undoableChange.create({
      data: {
        ...{ workspaceId: viewer.workspaceId, kind: 'merge', record, survivorId, duplicateId },
        memberId: memberIdOf(viewer),
        detail: detail as Prisma.InputJsonObject,
      },
      select: { id: true },
    })
    await saveMergedRevision(tx, viewer, {
      ...{
        record,
        id: survivorId,
        version: Number(survivor.version) + 1,
        before,
        after,
        formBefore,
      },
      how: { action: 'merge', note: `Merged with “${nameOfRow(duplicate)}”.` },
    })
    await keepRevision(tx, viewer, {
      ...{ record, recordId: duplicateId, version: Number(duplicate.version) + 1, action: 'merge' },
      note: `Merged into “${nameOfRow(survivor)}”.`,
      ...{ before: { trashed: false }, after: { trashed: true } },
      ...(record === 'entry' && { snapshot: await lastOf(tx, duplicateId) }),
    })
    return { merge }
  })
}

type MergedRecord = {
  record: MergeableRecord
  id: string
  version: number
  before: JsonRow
  after: JsonRow
  formBefore: FormValues
  how: Saving
}

/** Keeps a revision of the record that others went into or came out of. */
export async function saveMergedRevision(
  tx: Tx,
  viewer: Viewer,
  survivor: MergedRecord,
): Promise<void> {
  const { record, id, version, how } = survivor
  const saved = {
    ...{ record, recordId: id, version, action: how.action ?? 'merge', note: how.note ?? '' },
  }
  if (record !== 'entry') {
    const [before, after] = [camel(survivor.before), camel(survivor.after)]
    await keepRevision(tx, viewer, { ...saved, before, after })
    return
  }
  const snapshot = await formOf(tx, viewer, id)
  const [before, after] = [fieldsOf(survivor.formBefore), fieldsOf(snapshot)]
  await keepRevision(tx, viewer, { ...saved, before, after, snapshot })
}

/** Sets columns of a record from JSON, and counts its version up. */
export async function setColumns(
  tx: Tx,
  record: MergeableRecord,
  id: string,
  columns: JsonRow,
): Promise<void> {
  const table = named(record)
  const names = Object.keys(columns)
  const sets = names.map(
    (name) =>
      Prisma.sql`${named(name)} = (jsonb_populate_record(t, ${JSON.stringify(columns)}::jsonb)).${named(name)}`,
  )
  await tx.$executeRaw`
    update ${table} t set ${Prisma.join([...sets, Prisma.sql`version = t.version + 1`])}
    where t.id = ${id}::uuid`
}

/** Puts a record in the trash or takes it out, and counts its version up. */
export async function setTrashed(
  tx: Tx,
  record: MergeableRecord,
  id: string,
  at: Date | null,
): Promise<void> {
  await tx.$executeRaw`
    update ${named(record)} set trashed_at = ${at}::timestamptz, version = version + 1
    where id = ${id}::uuid`
}

/** The last state that was kept of an entry. */
export async function lastOf(tx: Tx, id: string): Promise<Record<string, unknown>> {
  const row = await tx.revision.findFirst({
    where: { record: 'entry', recordId: id },
    select: { snapshot: true },
    orderBy: { version: 'desc' },
  })
  return (row?.snapshot ?? {}) as Record<string, unknown>
}

// What the surviving record lacks, it takes from the other without being asked.
function takenGroups(
  record: MergeableRecord,
  survivor: JsonRow,
  duplicate: JsonRow,
  take: MergeInput['take'],
): FieldGroup[] {
  return mergedFields[record].filter(({ field, text }) => {
    const lacking = text(survivor) === '' && text(duplicate) !== ''
    return (take[field] ?? (lacking ? 'duplicate' : 'survivor')) === 'duplicate'
  })
}

function columnsFrom(row: JsonRow, groups: FieldGroup[]): JsonRow {
  const names = groups.flatMap(({ columns }) => columns)
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
}

function camel(row: JsonRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}
