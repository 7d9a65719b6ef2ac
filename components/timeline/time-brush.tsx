import type { ComponentProps } from 'react'
import type { MonthCount } from '@/lib/timeline/counts'
import type { Extra } from '@/lib/timeline/address'
import { isEmptyFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { railScale } from '@/lib/timeline/rail'
import { RailDrawing } from './rail-drawing'
import { RailForm } from './rail-form'
import { RailOver } from './rail-over'

/** The density of the whole campaign over time, lying below a view: a drag over it, or two fields, show a part of the time alone. */
export function TimeBrush({
  all,
  shown,
  action,
  filter,
  keep,
  hrefAt,
}: {
  all: MonthCount[]
  shown: MonthCount[]
  action: string
  filter: TimelineFilter
  keep: Extra
  hrefAt: ComponentProps<typeof RailDrawing>['hrefAt']
}) {
  const scale = railScale(all)
  if (!scale) return null
  const drawing = {
    ...{ scale, shown, hrefAt },
    all: isEmptyFilter(filter) ? null : all,
    ...{ upright: false, newestFirst: false, band: null, goWords: 'Only' },
  }
  const over = {
    scale: { first: scale.first, last: scale.last, step: scale.step },
    ...{ from: filter.from, to: filter.to, form: 'time-brush' },
    ...{ upright: false, newestFirst: false, margin: 0 },
  }
  return (
    <nav aria-label="Part of the time" className="chrome mt-3" data-reach>
      <div className="group relative touch-pan-y md:hidden">
        <RailDrawing {...drawing} />
        <RailOver {...over} />
      </div>
      <div className="group relative max-md:hidden">
        <RailDrawing {...drawing} wide />
        <RailOver {...over} />
      </div>
      <RailForm id={over.form} beside {...{ action, filter, keep }} />
    </nav>
  )
}
