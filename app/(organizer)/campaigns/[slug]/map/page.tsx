import type { Metadata } from 'next'
import { CampaignMap, MarkList } from '@/components/timeline/campaign-map'
import { NothingFound } from '@/components/timeline/nothing-found'
import { ViewFrame } from '@/components/timeline/view-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { firstParam, timelineHref, type Extra } from '@/lib/timeline/address'
import { readPanel } from '@/lib/timeline/facets'
import { readFilter } from '@/lib/timeline/filters'
import { merged, readBox, withRoom, writeBox, zoomed, type MapMark } from '@/lib/timeline/map'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { mapExtent, mapMarks } from '@/server/timeline/map'
import { drawOutlines } from '@/server/timeline/outlines'
import { readFrame } from '@/server/timeline/timeline'

export const metadata: Metadata = { title: 'Map' }

/** Of the width and height seen, after one step nearer. */
const STEP = 0.35
const WHOLE_WORLD = { west: -180, south: -60, east: 180, north: 85 }

export default async function MapPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/map'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const filter = readFilter(query)
  const { campaign, names, counts, shown, choices, saved } = await orNotFound(
    readFrame(viewer, { slug, filter, panel: readPanel(query) }),
  )
  const here = { campaignId: campaign.id, filter }
  const asked = readBox(firstParam(query, 'box') ?? '')
  const keep: Extra = { box: asked && writeBox(asked) }
  const extent = await mapExtent(viewer, here)
  const box = asked ?? (extent.box && withRoom(extent.box))
  return (
    <ViewFrame
      slug={slug}
      view="map"
      filter={filter}
      {...{ names, counts, shown, choices, saved, keep }}
      mayLog={viewer.role !== 'viewer'}
      mayShare={mayShare(viewer)}
    >
      {shown.all === 0 ? (
        <NothingFound slug={slug} view="map" filter={filter} keep={keep} some={false} />
      ) : (
        ((await drawn()) ?? (
          <EmptyState title="No entry here has a place on the map">
            <p>An entry is drawn once its coordinates are known.</p>
          </EmptyState>
        ))
      )}
    </ViewFrame>
  )

  async function drawn() {
    if (!box) return null
    const seen = box.east - box.west > 150 ? WHOLE_WORLD : box
    const outlines = await drawOutlines(seen)
    const found = (await mapMarks(viewer, { ...here, box: seen })).flatMap((mark) => {
      const place = outlines.at(mark.longitude, mark.latitude)
      return place ? [{ ...mark, ...place }] : []
    })
    const marks = merged(found)
    const to = (mark: MapMark) =>
      mark.count === 1
        ? `/campaigns/${slug}/entries/${mark.id}`
        : seen.east - seen.west < 0.2
          ? timelineHref(slug, 'story', { ...filter, places: [mark.place] })
          : boxHref(zoomed(seen, mark.longitude, mark.latitude, STEP))
    const { at: _at, ...shapes } = outlines
    return (
      <>
        <div className="chrome mb-2 flex flex-wrap items-center gap-x-5">
          <p className="text-muted flex-1 basis-64">
            {extent.placed.toLocaleString('en')} of {extent.all.toLocaleString('en')} have a place
            on the map. Choose a mark to zoom in.
          </p>
          {asked && (
            <a
              href={timelineHref(slug, 'map', filter)}
              className="inline-flex min-h-11 items-center"
            >
              All places
            </a>
          )}
          {asked && (
            <a
              href={boxHref(
                zoomed(seen, (seen.west + seen.east) / 2, (seen.south + seen.north) / 2, 1 / STEP),
              )}
              className="inline-flex min-h-11 items-center"
            >
              Farther
            </a>
          )}
        </div>
        <CampaignMap outlines={shapes} marks={marks} hrefOf={to} />
        <MarkList marks={marks} hrefOf={to} />
      </>
    )
  }

  function boxHref(to: Parameters<typeof writeBox>[0]) {
    return timelineHref(slug, 'map', filter, { box: writeBox(to) })
  }
}
