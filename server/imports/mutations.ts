import 'server-only'
import { orderIn } from '@/lib/imports/day-order'
import { unknownWords } from '@/lib/imports/kind-words'
import { changedMapping, type MappingForm, type ReadingForm } from '@/lib/schemas/import'
import { Prisma } from '@/prisma/generated/client'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { campaignsIn, trashRecordOf } from './record-of'
import { keepMapping } from './saved-mappings'
import { PASTED, prepareImport, type GivenFile } from './prepare'
import { requireRoom } from './quota'
import { fileToRead, ownImport } from './stored'
import { setState } from './state'
import { takeRowsBack } from './take-back'
import { trashMade } from './trash-made'
import { eraseRows } from './write'

/** How long an import can be undone, in days. */
const UNDO_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Keeps a file that is to be imported into a campaign. Nothing of it is written yet.
 *
 * @returns the import's id.
 * @throws AppError `forbidden` below contributor, `not_found` for the campaign, `invalid` for a file
 *   that cannot be read, or where too much waits already.
 */
export async function addImport(viewer: Viewer, slug: string, file: GivenFile): Promise<string> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  const campaign = await withViewer(viewer, (tx) => campaignBySlug(tx, viewer, slug))
  await prepareImport(campaign, file)
  return withViewer(viewer, async (tx) => {
    await requireRoom(tx, viewer, file.bytes.length)
    const { id } = await tx.import.create({
      data: {
        ...{
          workspaceId,
          campaignId: campaign.id,
          name: file.name.slice(0, 200) || PASTED,
        },
        ...{ file: Buffer.from(file.bytes), reading: file.reading ?? {} },
        ...{ mapping: file.mapping ?? undefined, createdBy: memberIdOf(viewer) },
      },
      select: { id: true },
    })
    await keepAudit(tx, viewer, 'create', 'import', id)
    return id
  })
}

/**
 * Keeps what the columns of a file that waits become, and saves it under a name where the form gives one.
 *
 * @throws AppError `not_found`, `conflict` where it was imported already, and `invalid` where the name is
 *   another member's, or where neither the file nor the form says which number of a date is the day.
 */
export async function changeMapping(viewer: Viewer, id: string, form: MappingForm): Promise<void> {
  const { campaign, file, addedAt } = await fileToRead(viewer, id)
  const { mapping, table } = await prepareImport(campaign, file, addedAt)
  await withViewer(viewer, async (tx) => {
    const changed = changedMapping(mapping, table.columns, form, (index, rule) =>
      unknownWords(table, index, rule),
    )
    const undecided = campaign.dayOrder === 'ask' && changed.dayOrder === undefined
    if (undecided && orderIn(table, changed).decided === 'ask')
      throw new AppError('invalid', 'Choose which number is the day.', ['dayOrder'])
    await setState(tx, id, 'waiting', { mapping: changed })
    if (form.remember !== '') await keepMapping(tx, viewer, form.remember, changed)
    await keepAudit(tx, viewer, 'update', 'import', id, ['mapping'])
  })
}

/**
 * Keeps how a file that waits is read. Its columns may be others then: what they become is proposed anew.
 *
 * @throws AppError `invalid` where it cannot be read so, `not_found`, `conflict` where it was imported.
 */
export async function changeReading(viewer: Viewer, id: string, form: ReadingForm): Promise<void> {
  const { campaign, file, addedAt } = await fileToRead(viewer, id)
  const { encoding, sheet } = form
  const reading = {
    ...file.reading,
    ...(encoding !== '' && { encoding }),
    ...(sheet !== '' && { sheet }),
  }
  await prepareImport(campaign, { ...file, reading, mapping: undefined }, addedAt)
  await withViewer(viewer, async (tx) => {
    await setState(tx, id, 'waiting', { reading, mapping: Prisma.DbNull })
    await keepAudit(tx, viewer, 'update', 'import', id, ['reading'])
  })
}

/**
 * Stops an import that runs, or was cut off while it ran, and erases what it has written, but for what
 * somebody has worked on since.
 *
 * @returns how many of its entries stay.
 * @throws AppError `forbidden`, `not_found`, and `conflict` where it does not run.
 */
export async function cancelImport(viewer: Viewer, id: string): Promise<number> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    await ownImport(tx, viewer, id)
    await setState(tx, id, 'running', { state: 'waiting' })
    await keepAudit(tx, viewer, 'update', 'import', id, ['state'])
  })
  return eraseRows({ viewer, id })
}

/**
 * Deletes a file that was not imported, for good.
 *
 * @throws AppError `forbidden`, `not_found`, and `conflict` where its import runs or was done.
 */
export async function discardImport(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    await ownImport(tx, viewer, id)
    await setState(tx, id, 'waiting', {})
  })
  // A process that ended while it took an import back may have left some of it.
  await eraseRows({ viewer, id })
  await withViewer(viewer, async (tx) => {
    await setState(tx, id, 'waiting', {})
    await tx.import.deleteMany({ where: { id } })
    await keepAudit(tx, viewer, 'purge', 'import', id)
  })
}

/**
 * Puts the entries of an import into the trash, within 30 days, and takes back what it added to entries
 * that were there. What somebody changed since stays. Of a complete record the campaigns go there.
 *
 * @returns how many are in the trash, from how many something was taken back, and how many were left.
 * @throws AppError `forbidden`, `not_found`, and `conflict` after 30 days.
 */
export async function undoImport(
  viewer: Viewer,
  id: string,
  now = new Date(),
): Promise<{ undone: number; restored: number; left: number; isRecord?: true }> {
  requireRole(viewer, 'contributor')
  const record = await withViewer(viewer, async (tx) => {
    const { state, finishedAt, choices, createdBy } = await ownImport(tx, viewer, id)
    if (state !== 'done') throw notFound('import')
    if (finishedAt && now.getTime() - finishedAt.getTime() > UNDO_DAYS * DAY_MS)
      throw new AppError('conflict', `An import can be undone for ${UNDO_DAYS} days.`)
    const campaigns = campaignsIn(choices)
    if (!campaigns) return null
    const undone = await trashRecordOf(tx, viewer, { campaigns, createdBy, finishedAt, now })
    await setState(tx, id, 'done', { state: 'undone', undoneAt: now })
    await keepAudit(tx, viewer, 'revert', 'import', id)
    return { undone, restored: 0, left: 0, isRecord: true as const }
  })
  if (record) return record
  const { restored } = await takeRowsBack({ viewer, id })
  const undone = await trashMade({ viewer, id })
  return withViewer(viewer, async (tx) => {
    await setState(tx, id, 'done', { state: 'undone', undoneAt: now, file: null })
    await keepAudit(tx, viewer, 'revert', 'import', id)
    const left = await tx.importedRow.count({
      where: { importId: id, takenBack: null, entry: { trashedAt: null } },
    })
    return { undone, restored, left }
  })
}
