import 'server-only'
import type { Choices, Counts } from '@/lib/timeline/counts'
import type { PanelRequest } from '@/lib/timeline/facets'
import type { FilterNames } from '@/lib/timeline/filter-words'
import { isEmptyFilter, type TimelineFilter } from '@/lib/timeline/filters'
import type { StoryPage } from '@/lib/timeline/story'
import { requireMember, type Viewer } from '../auth/viewer'
import type { Campaign } from '../campaigns/dto'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { campaignsVisibleTo } from '../policy'
import { countEntries } from './counts'
import { keptCounts } from './kept'
import { keptChoices } from './kept-choices'
import { stampSql, unwritten, type Stamp } from './stamp'
import { filterNames } from './names'
import { savedSql, type SavedFilterDto } from './saved'
import { storyPage, type StoryListing } from './story'
import { filteredEntries } from './where'

/** What every view of a timeline shows around its entries. */
export type TimelineFrame = {
  campaign: Pick<Campaign, 'id' | 'timeZone'>
  filter: TimelineFilter
  names: FilterNames
  /** Of the whole campaign, as this viewer sees it. */
  counts: Counts
  /** Of what the filter leaves; the same as `counts` without a filter. */
  shown: Counts
  /** Only when the panel of filters is open; each counts what there is under the other filters. */
  choices: Choices | null
  saved: SavedFilterDto[]
}

export type FrameRequest = { slug: string; filter: TimelineFilter; panel: PanelRequest | null }

/**
 * Reads what stands around each view: campaign, counts, names, and the choices when they are asked
 * for.
 *
 * @throws AppError `not_found` when the campaign is missing or hidden.
 */
export async function readFrame(viewer: Viewer, request: FrameRequest): Promise<TimelineFrame> {
  requireMember(viewer)
  return withViewer(viewer, (tx) => frame(tx, viewer, request))
}

/** The same inside a transaction that is already open. */
export async function frame(
  tx: Tx,
  viewer: Viewer,
  { slug, filter, panel }: FrameRequest,
): Promise<TimelineFrame> {
  const campaign = await timelineCampaign(tx, viewer, slug)
  // One question rather than two: each costs more on its way than in the database.
  const [around] = await tx.$queryRaw<(Partial<Stamp> & { saved: SavedFilterDto[] })[]>`
    select saved, stamp, settled from (${savedSql(viewer, campaign.id)}) s
    left join (${stampSql(viewer)}) a on true`
  const stamp = {
    ...unwritten,
    ...(around?.stamp && { stamp: around.stamp, settled: around.settled === true }),
  }
  const counts = await keptCounts(tx, viewer, campaign.id, stamp)
  return {
    campaign,
    filter,
    names: await filterNames(tx, viewer, campaign.id, filter),
    counts,
    shown: isEmptyFilter(filter) ? counts : await countFiltered(tx, viewer, campaign.id, filter),
    choices: panel && (await keptChoices(tx, viewer, campaign.id, filter, panel)),
    saved: around?.saved ?? [],
  }
}

/** Reads a window of the story with what stands around it. */
export async function readStory(
  viewer: Viewer,
  request: FrameRequest & Omit<StoryListing, 'campaignId' | 'filter'>,
): Promise<TimelineFrame & { page: StoryPage }> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const around = await frame(tx, viewer, request)
    const page = await storyPage(tx, viewer, { ...request, campaignId: around.campaign.id })
    return { ...around, page }
  })
}

/**
 * Reads one more window of the story and nothing around it.
 *
 * @throws AppError `not_found` when the campaign is missing or hidden, `invalid` for a cursor that
 *   is not one of ours.
 */
export async function readStoryWindow(
  viewer: Viewer,
  { slug, ...listing }: { slug: string } & Omit<StoryListing, 'campaignId'>,
): Promise<StoryPage> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { id: campaignId } = await timelineCampaign(tx, viewer, slug)
    return storyPage(tx, viewer, { ...listing, campaignId })
  })
}

// No more of it than a view needs: its organizations would be two more queries.
async function timelineCampaign(tx: Tx, viewer: Viewer, slug: string) {
  const campaign = await tx.campaign.findFirst({
    where: { AND: [campaignsVisibleTo(viewer), { slug }] },
    select: { id: true, timeZone: true },
  })
  if (!campaign) throw notFound('campaign')
  return campaign
}

async function countFiltered(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  filter: TimelineFilter,
): Promise<Counts> {
  const where = await filteredEntries(tx, viewer, campaignId, filter)
  const counts = await countEntries(tx, where)
  return counts
}
