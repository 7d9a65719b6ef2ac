import 'server-only'
import { z } from 'zod'
import type { Mapping } from '@/lib/imports/mapping'
import { answersSchema, type Answers } from '@/lib/schemas/import'
import { memberIdOf, mayPublish, requireRole, type Viewer } from '../auth/viewer'
import type { Campaign } from '../campaigns/dto'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import type { GivenFile } from './prepare'

/** A running import that has written nothing for so long was cut off. */
export const CUT_OFF_MS = 60_000

// As `begin` keeps it.
const answersKept = z.object(answersSchema.shape)

/** What was chosen for rows like an entry when an import was last begun. */
export function answersIn(choices: unknown): Answers {
  return answersKept.parse(choices ?? {})
}

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
          ...{
            counts: true,
            toWrite: true,
            movedAt: true,
            createdAt: true,
            choices: true,
            createdBy: true,
            _count: { select: { rows: { where: { takenBack: null } } } },
          },
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
 * @throws AppError `forbidden` below contributor, `not_found`, also where the file is no longer stored.
 */
export async function fileToRead(
  viewer: Viewer,
  id: string,
): Promise<{ campaign: Campaign; file: GivenFile; addedAt: Date; choices: unknown }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const { name, campaign, reading, mapping, createdAt, choices } = await ownImport(tx, viewer, id)
    const row = await tx.import.findFirst({ where: { id }, select: { file: true } })
    if (!row?.file) throw notFound('import')
    const given = { name, bytes: row.file, reading: reading as GivenFile['reading'] }
    return {
      ...{ addedAt: createdAt, choices },
      campaign: await campaignBySlug(tx, viewer, campaign.slug),
      file: { ...given, mapping: (mapping ?? undefined) as Mapping },
    }
  })
}
