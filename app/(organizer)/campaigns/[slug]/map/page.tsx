import type { Metadata } from 'next'
import { MapDrawing } from '@/components/timeline/map/map-drawing'
import { MapHands } from '@/components/timeline/map/map-hands'
import { MarkList, UnplacedList } from '@/components/timeline/map/map-lists'
import { MapMoves } from '@/components/timeline/map/map-moves'
import { NothingFound } from '@/components/timeline/nothing-found'
import { TimeBrush } from '@/components/timeline/time-brush'
import { ViewFrame } from '@/components/timeline/view-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { firstParam, timelineHref, type Extra } from '@/lib/timeline/address'
import { readPanel } from '@/lib/timeline/facets'
import { readFilter } from '@/lib/timeline/filters'
import type { MapMark } from '@/lib/timeline/map/marks'
import {
  boxAround,
  boxOf,
  closerTo,
  readBox,
  withRoom,
  writeBox,
  type MapBox,
  type MapView,
} from '@/lib/timeline/map/view'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { drawMap, mapSizes, marksIn, viewsOf } from '@/server/timeline/map/draw'
import { listUnplaced, mapExtent, mapMarks } from '@/server/timeline/map/read'
import { readFrame } from '@/server/timeline/timeline'

export const metadata: Metadata = { title: 'Map' }

/** Of the width and height seen, after a mark is chosen. */
const NEARER = 0.35
/** Entries this close together, in degrees, are at one place. */
const ONE_PLACE = 0.05

const SHOWN = { desk: 'max-md:hidden', phone: 'md:hidden' } as const
const SCREENS = ['desk', 'phone'] as const

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
  const after = firstParam(query, 'after')
  const extent = await mapExtent(viewer, here)
  const box = asked ?? (extent.box && withRoom(extent.box))
  const unplaced = extent.all - extent.placed
  const rest = unplaced > 0 ? await listUnplaced(viewer, { ...here, after }) : null
  const path = `/campaigns/${slug}/map`
  const href = (extra: Extra) => timelineHref(slug, 'map', filter, extra)
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
        ((box && (await drawn(box))) ?? (
          <EmptyState title="No entry here has a place on the map">
            <p>An entry appears on the map once its town or coordinates are known.</p>
          </EmptyState>
        ))
      )}
      <TimeBrush
        all={counts.months}
        shown={shown.months}
        action={path}
        {...{ filter, keep }}
        hrefAt={(point) => timelineHref(slug, 'map', { ...filter, from: point, to: point }, keep)}
      />
      {rest && (
        <UnplacedList
          entries={rest.entries}
          count={unplaced}
          open={after !== null || extent.placed === 0}
          hrefOf={(id) => `/campaigns/${slug}/entries/${id}`}
          firstHref={after === null ? null : href(keep)}
          nextHref={rest.next === null ? null : href({ ...keep, after: rest.next })}
        />
      )}
    </ViewFrame>
  )

  async function drawn(box: MapBox) {
    const views = viewsOf(box)
    const found = await mapMarks(viewer, {
      ...here,
      box: boxAround(SCREENS.map((screen) => boxOf(views[screen]))),
    })
    const maps = await Promise.all(
      SCREENS.map(async (screen) => ({
        ...{ screen, view: views[screen] },
        drawing: await drawMap(views[screen], mapSizes[screen], found),
      })),
    )
    const to = (view: MapView) => (mark: MapMark) =>
      mark.count === 1
        ? `/campaigns/${slug}/entries/${mark.id}`
        : view.right - view.left < ONE_PLACE && mark.place !== ''
          ? timelineHref(slug, 'story', { ...filter, places: [mark.place] })
          : href({ box: writeBox(boxOf(closerTo(view, mark, NEARER))) })
    return (
      <>
        {maps.map(({ screen, view, drawing }) => (
          <MapHands
            key={screen}
            view={view}
            href={href({})}
            className={`border-hairline bg-paper border ${SHOWN[screen]}`}
          >
            <MapDrawing {...drawing} hrefOf={to(view)} />
          </MapHands>
        ))}
        <div className="mt-2 flex flex-wrap items-center justify-between gap-x-5">
          <p className="text-muted">
            {extent.placed.toLocaleString('en')} of {extent.all.toLocaleString('en')} on the map.
            Choose a mark to zoom in.
          </p>
          <MapMoves
            box={box}
            hrefOf={(next) => href({ box: writeBox(next) })}
            allHref={asked && extent.box ? href({}) : null}
          />
        </div>
        <MarkList marks={marksIn(views.desk, mapSizes.desk, found)} hrefOf={to(views.desk)} />
      </>
    )
  }
}
