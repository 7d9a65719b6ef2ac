import 'server-only'
import type { Mapping } from '@/lib/imports/mapping'
import { memberIdOf, mayPublish, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import type { GivenFile } from './prepare'

/**
 * An import of the viewer's own, or for editors anybody's.
 *
 * @throws AppError `not_found`.
 */
export async function ownImport(tx: Tx, viewer: Viewer, id: string) {
  const found = isUuid(id)
    ? await tx.import.findFirst({
        where: { id, ...(mayPublish(viewer) ? {} : { createdBy: memberIdOf(viewer) }) },
        select: {
          ...{ id: true, name: true, state: true, finishedAt: true, reading: true, mapping: true },
          ...{ counts: true, toWrite: true, movedAt: true, _count: { select: { rows: true } } },
          campaign: { select: { slug: true } },
        },
      })
    : null
  if (!found) throw notFound('import')
  return found
}

/**
 * The file of an import, as it is to be read.
 *
 * @throws AppError `not_found`, also where it is no longer stored.
 */
export async function storedFile(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<{ slug: string; file: GivenFile }> {
  const { name, campaign, reading, mapping } = await ownImport(tx, viewer, id)
  const row = await tx.import.findFirst({ where: { id }, select: { file: true } })
  if (!row?.file) throw notFound('import')
  const given = { name, bytes: row.file, reading: reading as GivenFile['reading'] }
  return { slug: campaign.slug, file: { ...given, mapping: (mapping ?? undefined) as Mapping } }
}
