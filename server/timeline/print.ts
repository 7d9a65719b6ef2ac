import 'server-only'
import type { EntryDto } from '@/lib/record'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { toEntry } from '../entries/present'
import { readLinks } from '../entries/links'
import { entrySelect } from '../entries/select'
import { entriesVisibleTo } from '../policy'
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
    const rows = await tx.entry.findMany({
      where: { AND: [entriesVisibleTo(viewer), { id: { in: ids } }] },
      select: entrySelect,
    })
    const audience = { viewer, withhold: (text: string) => text, now: new Date() }
    const links = await readLinks(tx, ids, entriesVisibleTo(viewer), audience)
    const found = new Map(rows.map((row) => [row.id, toEntry(row, { ...audience, links })]))
    return {
      ...around,
      entries: ids.flatMap((id) => found.get(id) ?? []),
      next: page.next,
    }
  })
}
