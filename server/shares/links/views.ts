import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { viewsInWords } from '@/lib/shares/views'
import { requireRole, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'

/** The sums of views of these links, by link; those that nobody opened are absent. */
export async function viewsOf(tx: Tx, shareLinkIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.shareView.groupBy({
    by: ['shareLinkId'],
    where: { shareLinkId: { in: shareLinkIds } },
    _sum: { views: true },
  })
  return new Map(rows.map(({ shareLinkId, _sum }) => [shareLinkId, _sum.views ?? 0]))
}

const MOST_DAYS = 30

/** A day (ISO, UTC) and how often a link was opened on it, as nearly as may be told. */
export type DayViews = { day: string; views: string }

/** The latest 30 days on which a link was opened, newest first. @throws AppError `forbidden` below editor. */
export async function dailyViews(viewer: Viewer, shareLinkId: string): Promise<DayViews[]> {
  requireRole(viewer, 'editor')
  const { workspaceId } = viewer
  const rows = await withViewer(viewer, (tx) =>
    tx.shareView.findMany({
      where: { workspaceId, shareLinkId },
      select: { day: true, views: true },
      orderBy: { day: 'desc' },
      take: MOST_DAYS,
    }),
  )
  return rows.map(({ day, views }) => ({
    day: isoDayOf(day),
    views: viewsInWords(views),
  }))
}
