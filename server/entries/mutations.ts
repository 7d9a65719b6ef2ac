import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import { fieldsOf, mergeEdits } from '@/lib/entries/merge'
import { nestedInput } from '@/lib/forms/form-data'
import type { FieldConflict, FormValues } from '@/lib/forms/state'
import { kindOf } from '@/lib/kinds/index'
import { entrySchema, type EntryInput } from '@/lib/schemas/entry'
import { todayIn, zonedTimeState } from '@/lib/dates/days'
import { ConflictError } from '../conflict'
import { mayPublish, memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepRevision } from '../history/record'
import { isUuid } from '../ids'
import { personNamed } from '../people/find-or-create'
import { entriesRestorableBy, entriesWritableBy } from '../policy'
import { clearParts, writeParts } from './parts'
import { entryById } from './queries'

/**
 * Logs an entry with all its parts. A double tap sends the same request key twice: the second gets
 * the first one's entry.
 *
 * @throws AppError `forbidden` for a viewer, and for a contributor who publishes; `not_found` for
 *   the campaign; `invalid` with the field's path for what only the database can tell.
 */
export async function createEntry(
  viewer: Viewer,
  campaignSlug: string,
  input: EntryInput,
): Promise<{ id: string }> {
  requireRole(viewer, 'contributor')
  mayHaveStatus(viewer, input)
  return withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const campaign = await campaignBySlug(tx, viewer, campaignSlug)
    const { requestKey } = input
    if (requestKey) {
      const known = await claimedBefore(tx, workspaceId, requestKey)
      if (known) return { id: known }
    }
    const { id } = await tx.entry.create({
      data: {
        ...(await spineOf(tx, viewer, input, campaign.timeZone)),
        workspaceId,
        campaignId: campaign.id,
        createdBy: memberIdOf(viewer),
      },
      select: { id: true },
    })
    if (requestKey)
      await tx.requestKey.update({
        where: { workspaceId_key: { workspaceId, key: requestKey } },
        data: { recordId: id },
      })
    await writeParts(tx, viewer, { campaignId: campaign.id, entryId: id, input })
    await keepEntryRevision(tx, viewer, id, 1, 'create', {})
    return { id }
  })
}

/**
 * Saves an edit. Where somebody saved in between, what each changed alone is put together; where
 * both changed one field, nothing is written and both texts are given back.
 *
 * @param values the form as it was sent; its `version` says what the edit was made from
 * @throws ConflictError with both texts; AppError `not_found`, `forbidden`, `invalid`.
 */
export async function updateEntry(
  viewer: Viewer,
  id: string,
  input: EntryInput,
  values: FormValues,
): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const current = await lockedEntry(tx, viewer, id)
    const stale = current.version !== input.version
    const base = stale ? await mergeableBase(tx, id, current, input, values) : {}
    const before = entryFormValues(await entryById(tx, viewer, id))
    const wanted = stale ? merged(current, base, values, before) : input
    mayHaveStatus(viewer, wanted)
    await tx.entry.update({
      where: { workspaceId_id: { workspaceId: viewer.workspaceId, id } },
      data: {
        ...(await spineOf(tx, viewer, wanted, current.timeZone)),
        version: { increment: 1 },
        updatedAt: new Date(),
      },
    })
    const kept = await clearParts(tx, id)
    await writeParts(tx, viewer, {
      campaignId: current.campaignId,
      entryId: id,
      input: wanted,
      kept,
    })
    await keepEntryRevision(tx, viewer, id, current.version + 1, 'update', before)
  })
}

/**
 * Puts an entry in the trash, from which it can be restored.
 *
 * @throws AppError `not_found` when this viewer may not change it.
 */
export async function trashEntry(viewer: Viewer, id: string): Promise<{ campaignSlug: string }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const current = await lockedEntry(tx, viewer, id)
    await setTrashed(tx, viewer, id, current.version, new Date())
    return { campaignSlug: current.slug }
  })
}

/**
 * Brings an entry back from the trash.
 *
 * @throws AppError `not_found` when it is not there for this viewer.
 */
export async function restoreEntry(viewer: Viewer, id: string): Promise<{ campaignSlug: string }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    await holdEntry(tx, id)
    const row = await tx.entry.findFirst({
      where: { AND: [entriesRestorableBy(viewer), { id }] },
      select: { version: true, campaign: { select: { slug: true } } },
    })
    if (!row) throw notFound('entry')
    await setTrashed(tx, viewer, id, row.version, null)
    return { campaignSlug: row.campaign.slug }
  })
}

async function setTrashed(
  tx: Tx,
  viewer: Viewer,
  id: string,
  version: number,
  trashedAt: Date | null,
): Promise<void> {
  await tx.entry.update({
    where: { workspaceId_id: { workspaceId: viewer.workspaceId, id } },
    data: { trashedAt, version: { increment: 1 }, updatedAt: new Date() },
  })
  const action = trashedAt ? 'trash' : 'restore'
  await keepRevision(tx, viewer, {
    record: 'entry',
    recordId: id,
    version: version + 1,
    action,
    before: { trashed: !trashedAt },
    after: { trashed: Boolean(trashedAt) },
    snapshot: await lastSnapshot(tx, id),
  })
}

async function lastSnapshot(tx: Tx, id: string): Promise<FormValues> {
  const last = await tx.revision.findFirst({
    where: { record: 'entry', recordId: id },
    select: { snapshot: true },
    orderBy: { version: 'desc' },
  })
  return (last?.snapshot ?? {}) as FormValues
}

// The request key is taken first: of twenty at once, nineteen wait here for the one that writes.
async function claimedBefore(tx: Tx, workspaceId: string, key: string): Promise<string | null> {
  const mine = await tx.requestKey.createMany({
    data: [{ workspaceId, key, recordId: key }],
    skipDuplicates: true,
  })
  if (mine.count === 1) return null
  const known = await tx.requestKey.findUnique({
    where: { workspaceId_key: { workspaceId, key } },
    select: { recordId: true },
  })
  return known?.recordId ?? null
}

type Current = {
  version: number
  timeZone: string
  campaignId: string
  slug: string
  kind: EntryInput['kind']
}

async function lockedEntry(tx: Tx, viewer: Viewer, id: string): Promise<Current> {
  await holdEntry(tx, id)
  const row = await tx.entry.findFirst({
    where: { AND: [entriesWritableBy(viewer), { id }] },
    select: {
      version: true,
      kind: true,
      campaignId: true,
      campaign: { select: { timeZone: true, slug: true } },
    },
  })
  if (!row) throw notFound('entry')
  const { campaign, ...rest } = row
  return { ...rest, ...campaign }
}

// Whoever comes second waits here, and then reads what the first one wrote: the version, and
// whether this viewer may still change it.
async function holdEntry(tx: Tx, id: string): Promise<void> {
  if (!isUuid(id)) throw notFound('entry')
  await tx.$queryRaw`select 1 as held from entry where id = ${id}::uuid for update`
}

// Who cannot be helped is told from the kept states alone: while fifty save at once, reading the
// whole entry for each would keep the others waiting too long.
async function mergeableBase(
  tx: Tx,
  id: string,
  current: Current,
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
  const stateAt = (version?: number) =>
    rows.find((row) => row.version === version)?.snapshot as FormValues | undefined
  const base = stateAt(input.version) ?? {}
  const theirs = stateAt(current.version)
  if (theirs) refuseConflicts(current, mergeEdits(base, yours, theirs))
  return base
}

function merged(
  current: Current,
  base: FormValues,
  yours: FormValues,
  theirs: FormValues,
): EntryInput {
  const result = mergeEdits(base, yours, theirs)
  refuseConflicts(current, result)
  return entrySchema(current.kind, todayIn(current.timeZone)).parse(
    nestedInput(result.merged).input,
  )
}

function refuseConflicts(
  { version }: Current,
  { conflicts, taken }: { conflicts: FieldConflict[]; taken: FieldConflict[] },
): void {
  if (conflicts.length > 0) throw new ConflictError(version, [...conflicts, ...taken])
}

function mayHaveStatus(viewer: Viewer, input: EntryInput): void {
  if (input.status === 'published' && !mayPublish(viewer)) {
    throw new AppError(
      'forbidden',
      'Publishing needs an editor. Save it as in review, and an editor will see it.',
    )
  }
}

async function spineOf(tx: Tx, viewer: Viewer, input: EntryInput, timeZone: string) {
  const { date, crowd } = input
  if (
    date.time &&
    date.firstDay === date.lastDay &&
    zonedTimeState(date.firstDay, date.time, timeZone) === 'skipped'
  ) {
    throw new AppError(
      'invalid',
      'Clocks were put forward that night: this hour did not exist there. Give another one.',
      ['date'],
    )
  }
  return {
    kind: input.kind,
    lane: kindOf(input.kind).lane,
    status: input.status,
    title: input.title,
    summary: input.summary,
    edtf: date.edtf,
    firstDay: new Date(date.firstDay),
    lastDay: new Date(date.lastDay),
    timeOfDay: date.time,
    timeZone: date.time ? timeZone : null,
    place: input.place,
    placePrecision: input.placePrecision,
    crowdLow: crowd.low,
    crowdHigh: crowd.high,
    crowdWords: crowd.words,
    crowdCountedBy: input.crowdCountedBy,
    participants: input.participants,
    accordingToPersonId:
      input.accordingTo === '' ? null : await personNamed(tx, viewer, input.accordingTo),
    details: input.details,
    tags: [
      ...new Set(
        input.tags
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ],
    privateNote: input.privateNote,
  }
}

async function keepEntryRevision(
  tx: Tx,
  viewer: Viewer,
  recordId: string,
  version: number,
  action: 'create' | 'update',
  before: FormValues,
): Promise<void> {
  const snapshot = entryFormValues(await entryById(tx, viewer, recordId))
  await keepRevision(tx, viewer, {
    record: 'entry',
    recordId,
    version,
    action,
    before: fieldsOf(before),
    after: fieldsOf(snapshot),
    snapshot,
  })
}
