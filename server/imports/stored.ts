import 'server-only'
import type { Mapping } from '@/lib/imports/mapping'
import { memberIdOf, mayPublish, type Viewer } from '../auth/viewer'
import type { Campaign } from '../campaigns/dto'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
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
 * The file of an import as it is to be read, with the campaign that it goes into.
 *
 * @throws AppError `not_found`, also where the file is no longer stored.
 */
export async function fileToRead(
  viewer: Viewer,
  id: string,
): Promise<{ campaign: Campaign; file: GivenFile }> {
  return withViewer(viewer, async (tx) => {
    const { name, campaign, reading, mapping } = await ownImport(tx, viewer, id)
    const row = await tx.import.findFirst({ where: { id }, select: { file: true } })
    if (!row?.file) throw notFound('import')
    const given = { name, bytes: row.file, reading: reading as GivenFile['reading'] }
    return {
      campaign: await campaignBySlug(tx, viewer, campaign.slug),
      file: { ...given, mapping: (mapping ?? undefined) as Mapping },
    }
  })
}
