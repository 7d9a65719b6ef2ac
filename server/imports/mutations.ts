import 'server-only'
import { changedMapping, type MappingForm } from '@/lib/schemas/import'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { lockedForPatch, patchEntry } from '../entries/patch'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { checkImport, type Checked, type OfAlike } from './check'
import { prepareImport, type GivenFile } from './prepare'
import { fileToRead, ownImport } from './stored'
import { eraseRows, writeRows, type Progress } from './write'

/** How long an import can be undone, in days. */
const UNDO_DAYS = 30
const DAY_MS = 86_400_000
const AT_ONCE = 100

/** What is done with rows that are like an entry, and with the others where some are refused. */
export type Choices = { alike: OfAlike; takeGood: boolean }

/**
 * Keeps a file that is to be imported into a campaign. Nothing of it is written yet.
 *
 * @returns the import's id.
 * @throws AppError `forbidden` below contributor, `not_found` for the campaign, `invalid` for a file
 *   that cannot be read.
 */
export async function addImport(viewer: Viewer, slug: string, file: GivenFile): Promise<string> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  const campaign = await withViewer(viewer, (tx) => campaignBySlug(tx, viewer, slug))
  await prepareImport(campaign, file)
  return withViewer(viewer, async (tx) => {
    const { id } = await tx.import.create({
      data: {
        ...{
          workspaceId,
          campaignId: campaign.id,
          name: file.name.slice(0, 200) || 'Pasted cells',
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
 * Keeps what the columns of a file that waits become.
 *
 * @throws AppError `not_found`, and `conflict` where it was imported already.
 */
export async function changeMapping(viewer: Viewer, id: string, form: MappingForm): Promise<void> {
  requireRole(viewer, 'contributor')
  const { campaign, file } = await fileToRead(viewer, id)
  const { mapping, table } = await prepareImport(campaign, file)
  await withViewer(viewer, async (tx) => {
    await setState(tx, id, 'waiting', { mapping: changedMapping(mapping, table.columns, form) })
    await keepAudit(tx, viewer, 'update', 'import', id, ['mapping'])
  })
}

/**
 * Makes drafts of the rows of a file that was added.
 *
 * @returns what became of each row; nothing is written where rows are refused and not all others are
 *   to be taken.
 * @throws AppError `not_found` for an import that is not there or is not the viewer's; `conflict`
 *   where it was imported already, or was cancelled while it ran.
 */
export async function runImport(
  viewer: Viewer,
  id: string,
  choices: Choices,
  progress?: Progress,
): Promise<{ checked: Checked; written: boolean }> {
  requireRole(viewer, 'contributor')
  const { campaign, file } = await fileToRead(viewer, id)
  const prepared = await prepareImport(campaign, file)
  const checked = await checkImport(viewer, campaign, prepared, choices.alike)
  if (checked.refused.length > 0 && !choices.takeGood) return { checked, written: false }
  await begin(viewer, id, checked, choices)
  try {
    await writeRows({ viewer, id, campaign }, checked.good, progress)
  } catch (error) {
    await withViewer(viewer, (tx) =>
      tx.import.updateMany({ where: { id, state: 'running' }, data: { state: 'waiting' } }),
    )
    throw error
  }
  await withViewer(viewer, async (tx) => {
    await setState(tx, id, 'running', { state: 'done', finishedAt: new Date() })
    await keepAudit(tx, viewer, 'update', 'import', id, ['state'])
  })
  return { checked, written: true }
}

/**
 * Stops an import that runs, or was cut off while it ran, and erases what it has written.
 *
 * @throws AppError `forbidden`, `not_found`, and `conflict` where it does not run.
 */
export async function cancelImport(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    await ownImport(tx, viewer, id)
    await setState(tx, id, 'running', { state: 'waiting' })
    await keepAudit(tx, viewer, 'update', 'import', id, ['state'])
  })
  await eraseRows({ viewer, id })
}

/**
 * Puts the entries of an import into the trash, within 30 days. What somebody changed since stays.
 *
 * @returns how many are in the trash, and how many were left.
 * @throws AppError `forbidden`, `not_found`, and `conflict` after 30 days.
 */
export async function undoImport(
  viewer: Viewer,
  id: string,
  now = new Date(),
): Promise<{ undone: number; left: number }> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const { state, finishedAt } = await ownImport(tx, viewer, id)
    if (state !== 'done') throw notFound('import')
    if (finishedAt && now.getTime() - finishedAt.getTime() > UNDO_DAYS * DAY_MS)
      throw new AppError('conflict', `An import can be undone for ${UNDO_DAYS} days.`)
  })
  let undone = 0
  for (let after = 0; ;) {
    const batch = await withViewer(viewer, (tx) => undoSome(tx, viewer, id, after))
    undone += batch.undone
    if (batch.last === null) break
    after = batch.last
  }
  return withViewer(viewer, async (tx) => {
    await setState(tx, id, 'done', { state: 'undone', undoneAt: now, file: null })
    await keepAudit(tx, viewer, 'revert', 'import', id)
    const left = await tx.importedRow.count({
      where: { importId: id, entry: { trashedAt: null } },
    })
    return { undone, left }
  })
}

async function undoSome(tx: Tx, viewer: Viewer, importId: string, after: number) {
  const rows = await tx.importedRow.findMany({
    where: { importId, number: { gt: after } },
    select: { number: true, entryId: true },
    orderBy: { number: 'asc' },
    take: AT_ONCE,
  })
  const entries = await lockedForPatch(
    tx,
    rows.map(({ entryId }) => entryId),
  )
  const untouched = entries.filter(({ version, trashed }) => version === 1 && !trashed)
  const how = { action: 'trash' as const, note: 'The import was undone.' }
  for (const entry of untouched) await patchEntry(tx, viewer, entry, { trashed: true }, how)
  const last = rows.length === AT_ONCE ? (rows[rows.length - 1]?.number ?? null) : null
  return { undone: untouched.length, last }
}

async function begin(
  viewer: Viewer,
  id: string,
  { good, ...others }: Checked,
  choices: Choices,
): Promise<void> {
  const counts = Object.fromEntries(
    Object.entries({ good, ...others }).map(([name, rows]) => [name, rows.length]),
  )
  await withViewer(viewer, (tx) =>
    setState(tx, id, 'waiting', { state: 'running', toWrite: good.length, counts, choices }),
  )
}

/** Changes an import that is in a state, and refuses where it is in another one by now. */
async function setState(
  tx: Tx,
  id: string,
  state: 'waiting' | 'running' | 'done',
  data: Parameters<Tx['import']['updateMany']>[0]['data'],
): Promise<void> {
  const { count } = await tx.import.updateMany({
    where: { id, state },
    data: { ...data, movedAt: new Date() },
  })
  if (count === 0)
    throw new AppError('conflict', 'Somebody else did something with this import. Reload the page.')
}
