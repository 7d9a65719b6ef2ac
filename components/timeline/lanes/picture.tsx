import { memo, useMemo } from 'react'
import { axisTicks, hasLabel } from '@/lib/timeline/lanes/axis'
import type { Span } from '@/lib/timeline/lanes/levels'
import type { LanesPlace } from '@/lib/timeline/lanes/links'
import { drawnSpan } from '@/lib/timeline/lanes/pages'
import type { Sheet } from '@/lib/timeline/lanes/sheet'
import { RowMarks } from './row-marks'

type PictureProps = {
  sheet: Sheet
  /** The window for which it is drawn. */
  view: Span
  /** How wide the window is, in pixels. */
  width: number
  today: number
  place: LanesPlace
  className?: string
}

/**
 * Axis and rows of a sheet at rest. All lengths along the time are shares, so that they hold for any
 * width. While hands move it, the canvas (`canvas/paint.ts`) shows the same marks in its place.
 */
export const Picture = memo(function Picture(props: PictureProps) {
  const { sheet, view, width, today, place, className = '' } = props
  const drawn = useMemo(() => drawnSpan(sheet.level, sheet, view), [sheet, view])
  const ticks = useMemo(
    () => axisTicks(drawn, width / (view.to - view.from)),
    [drawn, width, view.to, view.from],
  )
  const share = (time: number, { from, to }: Span) =>
    `${Math.round(((time - from) / (to - from)) * 100_000) / 1_000}%`
  const at = (time: number) => share(time, drawn)
  return (
    <div
      className={`lanes-layer ${className}`}
      style={{
        left: share(drawn.from, view),
        width: share(view.from + drawn.to - drawn.from, view),
      }}
    >
      <div className="lanes-axis" aria-hidden="true">
        {ticks.map((tick) => (
          <span
            key={tick.at}
            className={tick.major ? 'lanes-tick lanes-tick-major' : 'lanes-tick'}
            style={{ left: at(tick.at) }}
          >
            {hasLabel(tick, view, width) && tick.label}
          </span>
        ))}
      </div>
      {today >= drawn.from && today <= drawn.to && (
        <i className="lanes-today" style={{ left: at(today + 0.5) }} />
      )}
      {sheet.rows.map((row, index) => (
        <div
          key={`${row.lane} ${row.key}`}
          className={row.line ? 'lanes-row lanes-asked' : 'lanes-row'}
          style={{ '--tracks': row.tracks } as React.CSSProperties}
        >
          <RowMarks {...{ row, index, sheet, drawn, view, today, place, at }} />
        </div>
      ))}
    </div>
  )
})
