import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Choices, Counts } from '@/lib/timeline/counts'
import type { PanelRequest } from '@/lib/timeline/facets'
import type { FilterNames } from '@/lib/timeline/filter-words'
import { isEmptyFilter, type TimelineFilter } from '@/lib/timeline/filters'
import type { StoryPage } from '@/lib/timeline/story'
import { requireMember, type Viewer } from '../auth/viewer'
import type { Campaign } from '../campaigns/dto'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { plannedOnce } from '../statement-names'
import { cachedTally } from './counts/cached-counts'
import { cachedChoices } from './counts/cached-choices'
import { stampOf } from './counts/stamp'
import { filterNames } from './filter/names'
import { savedSql, type SavedFilterDto } from './filter/saved'
import { storyPage, windowSql, type StoryListing } from './story'
import { countTally, readTally, tells } from './counts/tally'
import { campaignsVisibleSql } from './filter/visible'
import { filteredEntries } from './filter/where'

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
export async function frame(tx: Tx, viewer: Viewer, request: FrameRequest): Promise<TimelineFrame> {
  return (await frameWith(tx, viewer, request, null)).frame
}

/**
 * Reads a window of the story with what stands around it. Where a filter's entries must be gone
 * through to count them, the window comes from the same pass.
 */
export async function readStory(
  viewer: Viewer,
  request: FrameRequest & Omit<StoryListing, 'campaignId' | 'filter'>,
): Promise<TimelineFrame & { page: StoryPage }> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { frame, ids } = await frameWith(tx, viewer, request, windowSql(request))
    const { id: campaignId } = frame.campaign
    return { ...frame, page: await storyPage(tx, viewer, { ...request, campaignId }, ids) }
  })
}

async function frameWith(
  tx: Tx,
  viewer: Viewer,
  { slug, filter, panel }: FrameRequest,
  first: Prisma.Sql | null,
): Promise<{ frame: TimelineFrame; ids: string[] | null }> {
  const campaign = await timelineCampaign(tx, viewer, slug)
  const [saved, stamp] = await Promise.all([
    tx.$queryRaw<{ saved: SavedFilterDto[] }[]>`${plannedOnce} ${savedSql(viewer, campaign.id)}`,
    stampOf(tx, viewer),
  ])
  const { tally, counts } = await cachedTally(tx, viewer, campaign.id, stamp)
  const { shown, ids } = isEmptyFilter(filter)
    ? { shown: counts, ids: null }
    : tells(filter) && !(await mayBeSecond(tx, campaign.id, filter))
      ? { shown: countTally(tally, filter), ids: null }
      : await countFiltered(tx, viewer, { campaignId: campaign.id, filter, first })
  const frame = {
    campaign,
    filter,
    names: await filterNames(tx, viewer, campaign.id, filter),
    ...{ counts, shown },
    choices: panel && (await cachedChoices(tx, viewer, campaign.id, filter, panel)),
    saved: saved[0]?.saved ?? [],
  }
  return { frame, ids }
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

// No more of it than a view needs.
async function timelineCampaign(tx: Tx, viewer: Viewer, slug: string) {
  const [campaign] = await tx.$queryRaw<Pick<Campaign, 'id' | 'timeZone'>[]>`${plannedOnce}
    select c.id, c.time_zone as "timeZone" from campaign c
    where ${campaignsVisibleSql(viewer)} and c.slug = ${slug}`
  if (!campaign) throw notFound('campaign')
  return campaign
}

// A tally counts each entry by its first kind alone.
async function mayBeSecond(
  tx: Tx,
  campaignId: string,
  { kinds }: TimelineFilter,
): Promise<boolean> {
  if (kinds.length === 0) return false
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    select exists (select from entry e where e.campaign_id = ${campaignId}::uuid
      and e.also_kind = any(${kinds}::entry_kind[])) as found`
  return row?.found ?? false
}

async function countFiltered(
  tx: Tx,
  viewer: Viewer,
  asked: { campaignId: string; filter: TimelineFilter; first: Prisma.Sql | null },
) {
  const where = await filteredEntries(tx, viewer, asked.campaignId, asked.filter)
  const { tally, ids } = await readTally(tx, where, asked.first)
  return { shown: countTally(tally), ids: asked.first && ids }
}
