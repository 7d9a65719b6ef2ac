import 'server-only'
import type { EntryDto } from '@/lib/record'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { toEntry } from '../entries/present'
import { readLinks } from '../entries/links'
import { readRows } from '../entries/reading/rows'
import { visibleSql } from './filter/visible'
import { storyPage, type StoryListing } from './story'
import { frame, type FrameRequest, type TimelineFrame } from './timeline'

/** Entries of one printed document; a longer record is printed in parts. */
const PART = 200

/** A part of the story in full, with the cursor of the next part; null at the end. */
export type PrintedStory = Omit<TimelineFrame, 'choices'> & {
  entries: EntryDto[]
  next: string | null
}

/**
 * Reads a part of the filtered story with everything that its entries hold, to be printed.
 *
 * @throws AppError `not_found` when the campaign is missing or hidden.
 */
export async function readPrinted(
  viewer: Viewer,
  request: Omit<FrameRequest, 'panel'> & Pick<StoryListing, 'order' | 'after'>,
): Promise<PrintedStory> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const around = await frame(tx, viewer, { ...request, panel: null })
    const page = await storyPage(tx, viewer, {
      ...request,
      campaignId: around.campaign.id,
      limit: PART,
    })
    const ids = page.entries.map(({ id }) => id)
    const condition = visibleSql(viewer)
    const audience = { viewer, withhold: (text: string) => text, now: new Date() }
    const [rows, links] = await Promise.all([
      readRows(tx, ids, { condition }),
      readLinks(tx, ids, condition, audience),
    ])
    return {
      ...around,
      entries: rows.map((row) => toEntry(row, { ...audience, links })),
      next: page.next,
    }
  })
}
