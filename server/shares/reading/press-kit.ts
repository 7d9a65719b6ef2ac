import 'server-only'
import type { SharedDemand, SharedEntry, SharedHead } from '@/lib/shares/record'
import type { SharedPublisher } from '@/lib/shares/publisher'
import { filterParams, isEmptyFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { requireRole, type Viewer } from '../../auth/viewer'
import { getCampaign } from '../../campaigns/queries'
import { listShares } from '../links/queries'
import type { PhotoFile } from '../../photos/files'
import { previewShare } from './preview'

/** The most entries of a press kit: nobody reads more on paper. */
const MOST = 200

/** What a press kit holds; `address` is that of a link which the press may open, or null. */
export type PressKitContent = {
  campaign: SharedHead
  publisher: SharedPublisher | null
  demands: SharedDemand[]
  entries: SharedEntry[]
  count: number
  address: string | null
  now: Date
  /** Reads a file of a picture by the id that it has here. @throws AppError `not_found` once it is gone. */
  photo: (id: string, name: string) => Promise<PhotoFile>
}

/**
 * Reads a campaign as a press kit has it: what a link of this lens would show, from the first day on.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign.
 */
export async function readPressKit(
  viewer: Viewer,
  { slug, filter, lens }: { slug: string; filter: TimelineFilter; lens: 'press' | 'public' },
  now = new Date(),
): Promise<PressKitContent> {
  requireRole(viewer, 'editor')
  const { id: campaignId } = await getCampaign(viewer, slug)
  const of = isEmptyFilter(filter)
    ? { scope: 'campaign' as const, filter: '' }
    : { scope: 'filter' as const, filter: filterParams(filter).toString() }
  const { campaign, terms, demands, page, count, photo } = await previewShare(
    viewer,
    { ...of, campaignId, lens, choices: null },
    { order: 'oldest', after: null, limit: MOST },
  )
  const open = (await listShares(viewer, campaignId)).find(
    (share) =>
      share.state === 'live' &&
      !share.paused &&
      share.scope === 'campaign' &&
      share.lens === lens &&
      // One that shows more than its lens, or was given to somebody alone, is not handed on.
      share.choices === null &&
      !share.private &&
      !share.locked,
  )
  const { publisher } = terms
  return {
    ...{ campaign, publisher, demands, entries: page.entries, count },
    ...{ address: open?.url ?? null, now, photo },
  }
}
