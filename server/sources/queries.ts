import 'server-only'
import type { SourceDto, SourceListing } from '@/lib/directory'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { mentionsPage, pageFrom } from '../directory/mentions'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { idsInCampaign } from '../in-campaign'
import { citationsVisibleTo, sourceSelect, toSource } from './dto'
import { passagesOf } from './passages'

const MOST_SOURCES = 2_000

/**
 * Lists sources, the one added last first, with the number of their citations.
 *
 * @param campaignId a campaign whose sources alone are listed, with its citations alone; otherwise all
 *   of the workspace.
 */
export async function listSources(viewer: Viewer, campaignId?: string): Promise<SourceListing[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const own = campaignId
      ? await tx.$queryRaw<{ id: string }[]>`
          select id from source where id in (${idsInCampaign('source', campaignId)})`
      : null
    const rows = await tx.source.findMany({
      where: { trashedAt: null, ...(own && { id: { in: own.map(({ id }) => id) } }) },
      select: {
        id: true,
        kind: true,
        title: true,
        url: true,
        publisher: true,
        published: true,
        capturedSha256: true,
        _count: { select: { citations: { where: citationsVisibleTo(viewer, campaignId) } } },
      },
      orderBy: { id: 'desc' },
      take: MOST_SOURCES,
    })
    return rows.map(({ capturedSha256, _count, ...row }) => ({
      ...row,
      captured: capturedSha256 !== '',
      citations: _count.citations,
    }))
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
