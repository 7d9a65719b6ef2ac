import { LaneMark } from '@/components/ui/lane-mark'
import { laneLabels } from '@/lib/kinds/index'
import type { MonthCount } from '@/lib/timeline/counts'
import type { Extra } from '@/lib/timeline/address'
import {
  filterLanes,
  isEmptyFilter,
  type FilterLane,
  type TimelineFilter,
} from '@/lib/timeline/filters'
import { monthNumber, railScale } from '@/lib/timeline/rail'
import { RailDrawing, uprightMargin } from './rail-drawing'
import { RailForm } from './rail-form'
import { RailOver } from './rail-over'
import { YearTable } from './year-table'

/**
 * The density of the whole campaign by month and lane, to scale, beside the story: each year leads
 * to its place in it, and two fields, or a drag over it, show a part of the time alone. Under a
 * filter the rest of the campaign stays, pale. On a phone it is folded away on top.
 */
export function Rail({
  all,
  shown,
  action,
  filter,
  keep,
  newestFirst,
  window,
  hrefAt,
  hrefLane,
}: {
  all: MonthCount[]
  shown: MonthCount[]
  /** The path of the story, what is asked of it and what else its address says. */
  action: string
  filter: TimelineFilter
  keep: Extra
  newestFirst: boolean
  /** The months, YYYY-MM, of the earliest and the latest entry on the page. */
  window: { from: string; to: string } | null
  hrefAt: (point: string) => string
  hrefLane: (lane: FilterLane) => string
}) {
  const scale = railScale(all)
  if (!scale) return null
  const totals = new Map<FilterLane, number>()
  for (const { lane, count } of shown) totals.set(lane, (totals.get(lane) ?? 0) + count)
  const drawing = {
    scale,
    all: isEmptyFilter(filter) ? null : all,
    shown,
    hrefAt,
    band: window && { from: monthNumber(window.from), to: monthNumber(window.to) + 1 },
  }
  const over = {
    scale: { first: scale.first, last: scale.last, step: scale.step },
    from: filter.from,
    to: filter.to,
    form: 'rail-dates',
  }
  return (
    <nav aria-label="Entries over time" className="chrome" data-reach>
      <div className="group relative hidden lg:block">
        <RailDrawing {...drawing} upright newestFirst={newestFirst} />
        <RailOver {...over} upright newestFirst={newestFirst} margin={uprightMargin} />
      </div>
      <details className="open-on-desk">
        <summary className="text-muted min-h-11 content-center text-sm">Dates and lanes</summary>
        <div className="group relative my-2 touch-pan-y lg:hidden">
          <RailDrawing {...drawing} upright={false} newestFirst={false} />
          <RailOver {...over} upright={false} newestFirst={false} margin={0} />
        </div>
        <RailForm id={over.form} {...{ action, filter, keep }} />
        <ul className="mt-2 flex flex-wrap gap-x-3 lg:block">
          {filterLanes
            .filter((lane) => totals.has(lane))
            .map((lane) => (
              <li key={lane}>
                <a
                  href={hrefLane(lane)}
                  className="inline-flex min-h-11 items-center gap-1.5 text-sm no-underline hover:underline lg:min-h-8"
                >
                  <LaneMark lane={lane} />
                  {laneLabels[lane]}
                  <span className="text-muted tabular-nums">
                    {totals.get(lane)?.toLocaleString('en')}
                  </span>
                </a>
              </li>
            ))}
        </ul>
        <YearTable months={shown} hrefAt={hrefAt} />
      </details>
    </nav>
  )
}
