import 'server-only'
import type { CalendarEntry } from '@/lib/timeline/calendar'
import { noFilter } from '@/lib/timeline/filters'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { CALENDAR_ENTRY } from './calendar'
import { timelineOrder } from './cursor'
import { signsSql } from './filter/certainty'
import { onNowSql } from './filter/lasting'
import { filteredEntries } from './filter/where'

/** As many as a front page can hold. */
const MOST = 10

/** What is going on in a campaign, what began last first; `more` are not listed. */
export type OnNow = { entries: CalendarEntry[]; more: number }

/**
 * Lists what is on now: spans of time that have begun and have no end, or whose end has not passed.
 * An end that nobody knows has passed.
 *
 * @throws AppError `forbidden` for readers of a share.
 */
export async function listOnNow(viewer: Viewer, campaignId: string, most = MOST): Promise<OnNow> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const where = await filteredEntries(tx, viewer, campaignId, noFilter)
    const rows = await tx.$queryRaw<(CalendarEntry & { count: number })[]>`
      select ${CALENDAR_ENTRY}, ${signsSql(viewer)} as signs, (count(*) over ())::int as count from entry e
      where ${where} and ${onNowSql()}
      order by ${timelineOrder('down')} limit ${most}`
    const entries = rows.map(({ count: _, ...entry }) => entry)
    return { entries, more: (rows[0]?.count ?? 0) - rows.length }
  })
}
