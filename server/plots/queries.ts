import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { PlotData, PlotName } from '@/lib/plots/plots'
import { noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { filteredEntries } from '../timeline/filter/where'
import { readPlotData } from './read'

type Request = {
  slug: string
  filter: TimelineFilter
  names: readonly PlotName[]
  /** For a file of numbers: nothing is put together. */
  whole?: boolean
}

/**
 * Reads the plots of a campaign under a filter, as this member may see it.
 *
 * @throws AppError `not_found` when the campaign is missing or hidden.
 */
export async function readPlots(
  viewer: Viewer,
  { slug, filter, names, whole = false }: Request,
): Promise<{ id: string; title: string; plots: PlotData[] }> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { id: campaignId, title, timeZone } = await campaignBySlug(tx, viewer, slug)
    const entriesFor = (asked: TimelineFilter) => filteredEntries(tx, viewer, campaignId, asked)
    const scope = {
      ...{ tx, viewer, campaignId, timeZone, filter },
      known: await entriesFor(noFilter),
      shown: await entriesFor(filter),
      entriesFor,
      // A confirmed standing is the same for every member, whatever it rests on.
      assessed: Prisma.sql`true`,
      demands: null,
      withhold: (text: string) => text,
    }
    return { id: campaignId, title, plots: await readPlotData(scope, names, whole) }
  })
}
