import { memo, useMemo } from 'react'
import { axisTicks, type Tick } from '@/lib/timeline/lanes/axis'
import type { Span } from '@/lib/timeline/lanes/levels'
import { layRow } from '@/lib/timeline/lanes/layout'
import type { LanesPlace } from '@/lib/timeline/lanes/links'
import type { Sheet } from '@/lib/timeline/lanes/sheet'
import { RowMarks } from './row-marks'

type PictureProps = {
  sheet: Sheet
  /** What is drawn of the sheet; places are shares of it, so that it scales without a new drawing. */
  drawn: Span
  /** The window for which it is drawn. */
  view: Span
  /** How wide the window is, in pixels. */
  width: number
  today: number
  place: LanesPlace
}

/** Axis and rows of a sheet. All lengths along the time are shares of what is drawn. */
export const Picture = memo(function Picture(props: PictureProps) {
  const { sheet, drawn, view, width, today, place } = props
  const rows = useMemo(
    () => sheet.rows.map((_, index) => layRow(sheet, index, sheet.entries)),
    [sheet],
  )
  const ticks = useMemo(
    () => axisTicks(drawn, width / (view.to - view.from)),
    [drawn, width, view.to, view.from],
  )
  // A label that the edge would cut is left out; beyond the edge it waits to be moved into sight.
  const hasRoom = ({ at, label }: Tick) =>
    at >= view.from - 1e-6 &&
    (at > view.to || ((view.to - at) / (view.to - view.from)) * width > 6 + label.length * 8)
  const at = (time: number) => `${round(((time - drawn.from) / (drawn.to - drawn.from)) * 100)}%`
  return (
    <>
      <div className="lanes-axis" aria-hidden="true">
        {ticks.map((tick) => (
          <span
            key={tick.at}
            className={tick.major ? 'lanes-tick lanes-tick-major' : 'lanes-tick'}
            style={{ left: at(tick.at) }}
          >
            {hasRoom(tick) && tick.label}
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
          <RowMarks
            row={row}
            laid={rows[index] ?? { gathered: [], placed: [] }}
            {...{ sheet, drawn, view, today, place, at }}
          />
        </div>
      ))}
    </>
  )
})

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
