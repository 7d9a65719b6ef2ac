import { LaneMark } from '@/components/ui/lane-mark'
import { laneLabels } from '@/lib/kinds/index'
import type { MonthCount } from '@/lib/timeline/counts'
import { filterLanes, type FilterLane } from '@/lib/timeline/filters'
import { monthNumber, railScale } from '@/lib/timeline/rail'
import { RailDrawing } from './rail-drawing'
import { YearTable } from './year-table'

/**
 * The density of the whole campaign by month and lane, to scale, beside the story: each year leads
 * to its place in it. Under a filter the rest of the campaign stays, pale. On a phone it lies on
 * top.
 */
export function Rail({
  all,
  shown,
  filtered,
  newestFirst,
  window,
  hrefAt,
  hrefLane,
}: {
  all: MonthCount[]
  shown: MonthCount[]
  filtered: boolean
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
    all: filtered ? all : null,
    shown,
    hrefAt,
    band: window && { from: monthNumber(window.from), to: monthNumber(window.to) + 1 },
  }
  return (
    <nav aria-label="Density of the campaign" className="chrome">
      <div className="hidden lg:block">
        <RailDrawing {...drawing} upright newestFirst={newestFirst} />
      </div>
      <div className="lg:hidden">
        <RailDrawing {...drawing} upright={false} newestFirst={false} />
      </div>
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
    </nav>
  )
}
