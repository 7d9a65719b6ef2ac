import type { Metadata } from 'next'
import { LanesBoard } from '@/components/timeline/lanes/board'
import { LanesControls, MoreDemands, RowPages } from '@/components/timeline/lanes/controls'
import { LanesOverview } from '@/components/timeline/lanes/overview'
import '@/components/timeline/lanes/lanes.css'
import { NothingFound } from '@/components/timeline/nothing-found'
import { ViewFrame } from '@/components/timeline/view-frame'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { firstParam, type Extra } from '@/lib/timeline/address'
import { readPanel } from '@/lib/timeline/facets'
import { filterParams, readFilter } from '@/lib/timeline/filters'
import { readJump } from '@/lib/timeline/jump'
import { levelFor, type Span } from '@/lib/timeline/lanes/levels'
import type { LanesPlace } from '@/lib/timeline/lanes/links'
import { BUCKET_PX } from '@/lib/timeline/lanes/pages'
import { rowings, type Sheet } from '@/lib/timeline/lanes/sheet'
import { packSheet } from '@/lib/timeline/lanes/wire'
import { readWindow, wholeWindow, windowAt, writeWindow } from '@/lib/timeline/lanes/window'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { readLanes } from '@/server/timeline/lanes/read'
import { readFrame } from '@/server/timeline/timeline'

export const metadata: Metadata = { title: 'Lanes' }

/** Widths for which a window is drawn before the browser has said its own, in pixels. */
const DESK = 1_000
const PHONE = 340

export default async function LanesPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/lanes'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const filter = readFilter(query)
  const by = rowings.find((one) => one === query.by) ?? 'lane'
  const skip = Number(/^\d{1,6}$/.exec(firstParam(query, 'skip') ?? '')?.[0] ?? 0)
  const jump = firstParam(query, 'at')
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const { point, unclear } = readJump(jump, dateHabitsOf(campaign, todayIn(campaign.timeZone)))
  const asked = readWindow(firstParam(query, 'window'))
  const windowOf = (whole: Span) => (point ? windowAt(point, asked) : (asked ?? wholeWindow(whole)))
  const [{ counts, shown, names, choices, saved }, { sheets, whole, rows, demandsLeft, today }] =
    await orNotFound(
      Promise.all([
        readFrame(viewer, { slug, filter, panel: readPanel(query) }),
        readLanes(viewer, { slug, filter, by, skip }, (all) => {
          if (!all) return []
          const window = windowOf(all)
          return [DESK, PHONE].map((width) => ({
            ...window,
            level: levelFor(window.to - window.from, width / BUCKET_PX),
          }))
        }),
      ]),
    )
  const place: LanesPlace = { slug, query: filterParams(filter).toString(), by, skip: rows.skip }
  const window = whole && windowOf(whole)
  const keep: Extra = {
    by: by === 'lane' ? null : by,
    window: window && (asked ?? point) ? writeWindow(window) : null,
  }
  const mayLog = viewer.role !== 'viewer'
  const [desk, phone] = sheets as [Sheet?, Sheet?]
  return (
    <ViewFrame
      slug={slug}
      view="lanes"
      filter={filter}
      {...{ names, counts, shown, choices, saved, keep, jump, unclear, mayLog }}
      mayShare={mayShare(viewer)}
    >
      {!whole || !window || !desk || !phone ? (
        <NothingFound slug={slug} view="lanes" filter={filter} some={false} />
      ) : (
        <>
          <LanesControls place={place} window={window} whole={wholeWindow(whole)} />
          <LanesBoard
            key={`${place.query} ${by} ${rows.skip} ${writeWindow(window)}`}
            place={place}
            first={{ desk: packSheet(desk), phone: packSheet(phone) }}
            {...{ whole, window, today }}
            newHref={mayLog ? `/campaigns/${slug}/entries/new` : null}
          />
          <LanesOverview
            months={shown.months}
            whole={wholeWindow(whole)}
            window={window}
            place={place}
          />
          <MoreDemands place={place} window={(asked ?? point) ? window : null} left={demandsLeft} />
          <RowPages place={place} window={(asked ?? point) ? window : null} rows={rows} />
        </>
      )}
    </ViewFrame>
  )
}
