import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { filterParams, isEmptyFilter, readFilter } from '@/lib/timeline/filters'
import type { SavedFilterInput } from '@/lib/timeline/saved'
import { memberIdOf, requireMember, requireRole, type Viewer } from '../../auth/viewer'
import { campaignBySlug } from '../../campaigns/queries'
import { withViewer } from '../../db'
import { AppError, notFound } from '../../errors'

/** A filter kept under a name; `query` is what stands in the address. */
export type SavedFilterDto = { id: string; name: string; query: string }

const MOST = 100

/** A campaign's saved filters by name as SQL that gives one row, for whoever asks more with it. */
export function savedSql({ workspaceId }: Viewer, campaignId: string): Prisma.Sql {
  return Prisma.sql`
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'query', query)
             order by name), '[]') as saved
    from (select id, name, query from saved_filter
           where workspace_id = ${workspaceId}::uuid and campaign_id = ${campaignId}::uuid
           order by name limit ${MOST}) s`
}

/** Lists a campaign's saved filters by name. */
export async function listSavedFilters(
  viewer: Viewer,
  campaignId: string,
): Promise<SavedFilterDto[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<{ saved: SavedFilterDto[] }[]>(savedSql(viewer, campaignId))
    return row?.saved ?? []
  })
}

/**
 * Keeps a filter under a name; one of the same name in the campaign is replaced, since a name is
 * how people know it.
 *
 * @throws AppError `not_found` for a hidden campaign, `forbidden` for mere viewers, `invalid` for a
 *   filter that asks nothing or where there are too many.
 */
export async function saveFilter(viewer: Viewer, input: SavedFilterInput): Promise<SavedFilterDto> {
  requireRole(viewer, 'contributor')
  const filter = readFilter(new URLSearchParams(input.query))
  if (isEmptyFilter(filter)) {
    throw new AppError('invalid', 'This filter is empty. Choose something first, then save it.', [
      'name',
    ])
  }
  const query = filterParams(filter).toString()
  return withViewer(viewer, async (tx) => {
    const { id: campaignId } = await campaignBySlug(tx, viewer, input.slug)
    const { workspaceId } = viewer
    const { name } = input
    if ((await tx.savedFilter.count({ where: { campaignId, name: { not: name } } })) >= MOST) {
      throw new AppError(
        'invalid',
        `A campaign can hold ${MOST} saved filters. Remove one that nobody needs, then save this one.`,
        ['name'],
      )
    }
    return tx.savedFilter.upsert({
      where: { workspaceId_campaignId_name: { workspaceId, campaignId, name } },
      create: { workspaceId, campaignId, name, query, createdBy: memberIdOf(viewer) },
      update: { query },
      select: { id: true, name: true, query: true },
    })
  })
}

/**
 * Removes a saved filter; entries are not touched.
 *
 * @throws AppError `not_found` when there is none, `forbidden` for mere viewers.
 */
export async function removeSavedFilter(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const { count } = await tx.savedFilter.deleteMany({
      where: { workspaceId: viewer.workspaceId, id },
    })
    if (count === 0) throw notFound('saved filter')
  })
}
