import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { beyond, timelineOrder, type Cursor } from './cursor'
import { visibleSql } from './filter/visible'

/** An entry as a link to it names it. */
export type Neighbour = { id: string; title: string }

/**
 * The entries before and after one in the order of its campaign's timeline, as far as this member
 * sees them; null at an end.
 *
 * @throws AppError `forbidden` for readers of a share.
 */
export async function readNeighbours(
  viewer: Viewer,
  campaignId: string,
  entry: Cursor,
): Promise<{ before: Neighbour | null; after: Neighbour | null }> {
  requireMember(viewer)
  const next = (going: 'up' | 'down') => Prisma.sql`
    (select e.id, e.title, ${going} as going from entry e
     where ${visibleSql(viewer)} and e.campaign_id = ${campaignId}::uuid and ${beyond(entry, going)}
     order by ${timelineOrder(going)} limit 1)`
  const rows = await withViewer(
    viewer,
    (tx) => tx.$queryRaw<(Neighbour & { going: 'up' | 'down' })[]>`
      ${next('down')} union all ${next('up')}`,
  )
  const at = (wanted: 'up' | 'down') => {
    const row = rows.find(({ going }) => going === wanted)
    return row ? { id: row.id, title: row.title } : null
  }
  return { before: at('down'), after: at('up') }
}
