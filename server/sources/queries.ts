import 'server-only'
import type { SourceDto, SourceListing } from '@/lib/directory'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { mentionsPage, pageFrom } from '../directory/mentions'
import { directoryRows } from '../directory/queries'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { citationsVisibleTo, sourceSelect, toSource } from './dto'
import { passagesOf } from './passages'

/**
 * Lists a page of the sources by title, with the number of their citations.
 *
 * @param asked.campaignId a campaign whose sources alone are listed, with its citations alone; otherwise
 *   all of the workspace
 * @param asked.q words that title, publisher and author have between them
 * @throws AppError `invalid` for a cursor that is not one of ours.
 */
export async function listSources(
  viewer: Viewer,
  asked: { campaignId?: string; q?: string; after?: string | null } = {},
): Promise<{ sources: SourceListing[]; next: string | null }> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { rows, next } = await directoryRows(tx, viewer, 'source', asked)
    const ids = rows.map(({ id }) => id)
    const found = await tx.source.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        kind: true,
        title: true,
        url: true,
        publisher: true,
        published: true,
        capturedSha256: true,
        _count: { select: { citations: { where: citationsVisibleTo(viewer, asked.campaignId) } } },
      },
    })
    found.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    return {
      sources: found.map(({ capturedSha256, _count, ...row }) => ({
        ...row,
        captured: capturedSha256 !== '',
        citations: _count.citations,
      })),
      next,
    }
  })
}

/** Which page of a source's passages is asked for: by its cursor, or by a passage on it. */
export type SourcePages = { passages?: string | undefined; passage?: string | undefined }

/**
 * Reads one source with its captured text and a page of the passages that are cited, as far as this
 * member may see what rests on them.
 *
 * @throws AppError `not_found` when it is missing or in the trash.
 */
export async function getSource(
  viewer: Viewer,
  id: string,
  { passages, passage }: SourcePages = {},
): Promise<SourceDto> {
  requireMember(viewer)
  if (!isUuid(id)) throw notFound('source')
  return withViewer(viewer, async (tx) => {
    const row = await tx.source.findFirst({
      where: { id, trashedAt: null },
      select: sourceSelect,
    })
    if (!row) throw notFound('source')
    const cursor = passages ?? (passage && pageFrom(passage))
    return { ...toSource(row), passages: await mentionsPage(tx, passagesOf(viewer, id), cursor) }
  })
}
