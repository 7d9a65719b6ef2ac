import 'server-only'
import { columnsNamed, mappingSchema, type Mapping } from '@/lib/imports/mapping'
import { anyCase } from '../any-case'
import { mayPublish, memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, isDatabaseError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { isUuid } from '../ids'
import { setState } from './state'
import { ownImport } from './stored'

const MOST_LISTED = 200

/** A mapping that was saved under a name. */
export type SavedMappingListing = {
  id: string
  name: string
  /** The columns that it reads. */
  columns: string[]
  by: string | null
  /** Whether this viewer may delete it or save another one under its name. */
  isOwn: boolean
}

/**
 * Lists the mappings that were saved in the workspace, by name.
 *
 * @throws AppError `forbidden` below contributor.
 */
export async function listMappings(viewer: Viewer): Promise<SavedMappingListing[]> {
  requireRole(viewer, 'contributor')
  const rows = await withViewer(viewer, (tx) =>
    tx.savedMapping.findMany({
      where: { workspaceId: viewer.workspaceId },
      select: {
        ...{ id: true, name: true, mapping: true, createdBy: true },
        creator: { select: { account: { select: { name: true } } } },
      },
      orderBy: { name: 'asc' },
      take: MOST_LISTED,
    }),
  )
  return rows.map(({ id, name, mapping, createdBy, creator }) => ({
    ...{ id, name, columns: columnsNamed(mappingSchema.parse(mapping)) },
    ...{ by: creator?.account.name ?? null, isOwn: isOwn(viewer, createdBy) },
  }))
}

/**
 * The mapping that was saved under a name, whatever its case.
 *
 * @throws AppError `forbidden` below contributor, `not_found`.
 */
export async function mappingNamed(viewer: Viewer, name: string): Promise<Mapping> {
  requireRole(viewer, 'contributor')
  const found = await withViewer(viewer, (tx) => findNamed(tx, viewer, name))
  if (!found) throw notFound('mapping')
  return mappingSchema.parse(found.mapping)
}

/**
 * Saves a mapping under a name, in place of one of that name which is the viewer's to change.
 *
 * @throws AppError `forbidden` below contributor, `invalid` at `remember` where the name is another member's.
 */
export async function saveMapping(viewer: Viewer, name: string, mapping: Mapping): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, (tx) => keepMapping(tx, viewer, name, mapping))
}

/** The same within a transaction that is open already. */
export async function keepMapping(
  tx: Tx,
  viewer: Viewer,
  name: string,
  mapping: Mapping,
): Promise<void> {
  const taken = new AppError(
    'invalid',
    'Another member has saved a mapping under this name. Choose another name.',
    ['remember'],
  )
  const found = await findNamed(tx, viewer, name)
  if (found) {
    if (!isOwn(viewer, found.createdBy)) throw taken
    await tx.savedMapping.updateMany({ where: { id: found.id }, data: { name, mapping } })
    await keepAudit(tx, viewer, 'update', 'saved_mapping', found.id, ['mapping'])
    return
  }
  try {
    const { id } = await tx.savedMapping.create({
      data: { workspaceId: viewer.workspaceId, name, mapping, createdBy: memberIdOf(viewer) },
      select: { id: true },
    })
    await keepAudit(tx, viewer, 'create', 'saved_mapping', id)
  } catch (error) {
    // Somebody else was as quick.
    if (isDatabaseError(error, 'P2002')) throw taken
    throw error
  }
}

/**
 * Lets a file that waits be read by a saved mapping.
 *
 * @throws AppError `forbidden`, `not_found`, and `conflict` where the file was imported already.
 */
export async function applyMapping(
  viewer: Viewer,
  importId: string,
  mappingId: string,
): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    await ownImport(tx, viewer, importId)
    const found = isUuid(mappingId)
      ? await tx.savedMapping.findFirst({ where: { id: mappingId }, select: { mapping: true } })
      : null
    if (!found) throw notFound('mapping')
    await setState(tx, importId, 'waiting', { mapping: mappingSchema.parse(found.mapping) })
    await keepAudit(tx, viewer, 'update', 'import', importId, ['mapping'])
  })
}

/**
 * Deletes a saved mapping: for editors any, for a contributor their own. What was imported by it stays.
 *
 * @throws AppError `forbidden`, `not_found`.
 */
export async function deleteMapping(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'contributor')
  if (!isUuid(id)) throw notFound('mapping')
  await withViewer(viewer, async (tx) => {
    const found = await tx.savedMapping.findFirst({ where: { id }, select: { createdBy: true } })
    if (!found || !isOwn(viewer, found.createdBy)) throw notFound('mapping')
    await tx.savedMapping.deleteMany({ where: { id } })
    await keepAudit(tx, viewer, 'remove', 'saved_mapping', id)
  })
}

function findNamed(tx: Tx, { workspaceId }: Viewer, name: string) {
  return tx.savedMapping.findFirst({
    where: { workspaceId, name: anyCase(name) },
    select: { id: true, mapping: true, createdBy: true },
  })
}

function isOwn(viewer: Viewer, createdBy: string | null): boolean {
  return mayPublish(viewer) || (createdBy !== null && createdBy === memberIdOf(viewer))
}
