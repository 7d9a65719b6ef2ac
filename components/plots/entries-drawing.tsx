import type { EntriesLayout } from '@/lib/plots/entries'
import { LaneShape, PlotSvg, TimeTicks, type Standalone } from './svg'

/** A row of bars for each lane, all to one scale. */
export function EntriesDrawing({
  layout: { frame, time, rows, most },
  label,
  standalone,
}: {
  layout: EntriesLayout
  label: string
  standalone?: Standalone | undefined
}) {
  return (
    <PlotSvg frame={frame} label={label} standalone={standalone}>
      {rows.map(({ lane, label: name, all, top, bottom, path }) => (
        <g key={lane}>
          <LaneShape lane={lane} x={8} y={top - 11} size={12} />
          <text x={20} y={top - 7}>
            {name} <tspan className="plot-quiet">{all.toLocaleString('en')}</tspan>
          </text>
          <path className="plot-grid" d={`M${frame.left} ${top}H${frame.right}`} />
          <text x={frame.right + 5} y={top + 4} className="plot-quiet">
            {most.toLocaleString('en')}
          </text>
          <path className={`plot-${lane}`} d={path} />
          <path className="plot-axis" d={`M${frame.left} ${bottom}H${frame.right}`} />
        </g>
      ))}
      <TimeTicks ticks={time.ticks} frame={frame} />
    </PlotSvg>
  )
}
