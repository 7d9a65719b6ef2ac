import 'server-only'
import { calendarFormat } from '@/lib/formats/calendar-ics'
import { noFilter } from '@/lib/timeline/filters'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { entryById } from '../entries/queries'
import { withCoordinates } from './entries'
import { originOf } from './origin'

/**
 * Writes one entry of a campaign as an event for a member's own calendar.
 *
 * @throws AppError `not_found` when the campaign or the entry is missing or hidden.
 */
export async function entryCalendar(viewer: Viewer, slug: string, id: string): Promise<string> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const entry = await entryById(tx, viewer, id)
    const head = { campaign, demands: [], updatedAt: entry.updatedAt }
    const pieces = calendarFormat.pieces(head, originOf({ format: 'ics', filter: noFilter }, slug))
    return `${pieces.open}${pieces.entry(withCoordinates(entry)) ?? ''}${pieces.close}`
  })
}
