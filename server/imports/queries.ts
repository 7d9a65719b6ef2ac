import 'server-only'
import { memberIdOf, mayPublish, requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'

const MOST_LISTED = 200

/** An import in the list of a campaign's. */
export type ImportListing = {
  id: string
  name: string
  state: 'waiting' | 'running' | 'done' | 'undone'
  /** ISO moments. */
  createdAt: string
  finishedAt: string | null
  by: string | null
  /** How many drafts it made, and how many it is to make. */
  written: number
  toWrite: number
}

/**
 * Lists the imports into a campaign, the latest first: for editors all of them, for a contributor
 * their own.
 *
 * @throws AppError `forbidden` below contributor, `not_found` for the campaign.
 */
export async function listImports(viewer: Viewer, slug: string): Promise<ImportListing[]> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const rows = await tx.import.findMany({
      where: {
        campaignId: campaign.id,
        ...(mayPublish(viewer) ? {} : { createdBy: memberIdOf(viewer) }),
      },
      select: {
        ...{ id: true, name: true, state: true, createdAt: true, finishedAt: true, toWrite: true },
        creator: { select: { account: { select: { name: true } } } },
        _count: { select: { rows: true } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST_LISTED,
    })
    return rows.map(({ creator, _count, createdAt, finishedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
      by: creator?.account.name ?? null,
      written: _count.rows,
    }))
  })
}
