import 'server-only'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { namesWithheld } from '../people/names-in-text'
import { entriesVisibleTo } from '../policy'
import type { AssessmentRow, DemandAudience } from './dto'

/** What presenting these assessments needs to know of their reader. */
export async function audienceOf(
  tx: Tx,
  viewer: Viewer,
  rows: AssessmentRow[],
): Promise<DemandAudience> {
  const reader = { withhold: await namesWithheld(tx, viewer), viewer }
  const { withhold } = reader
  const ids = [...new Set(rows.flatMap(({ entryId }) => entryId ?? []))]
  if (ids.length === 0) return { ...reader, titles: new Map() }
  const entries = await tx.entry.findMany({
    where: { AND: [entriesVisibleTo(viewer), { id: { in: ids } }] },
    select: { id: true, title: true },
  })
  return { ...reader, titles: new Map(entries.map(({ id, title }) => [id, withhold(title)])) }
}
