import type { RowLine, RowsLayout } from '@/lib/plots/rows'
import { LaneShape, PlotSvg, RowTicks, type Standalone } from './svg'

/** A line for each demand at a target, or the distribution of many. A silence has an open end. */
export function RowsDrawing({
  layout: { frame, axis, axisLabel, lines, bars },
  label,
  standalone,
}: {
  layout: RowsLayout
  label: string
  standalone?: Standalone | undefined
}) {
  return (
    <PlotSvg frame={frame} label={label} standalone={standalone}>
      <RowTicks
        ticks={axis.ticks}
        frame={frame}
        label={lines ? axisLabel : `${axisLabel}, by number`}
      />
      {lines?.map((line) => (
        <Line key={line.y} line={line} />
      ))}
      {bars?.map(({ label: range, y, answered, silent, answeredTo, silentTo }) => (
        <g key={range}>
          <text x={frame.left - 10} y={y + 24} textAnchor="end">
            {range}
          </text>
          <path
            className="plot-response"
            d={`M${frame.left} ${y + 4}H${answeredTo}v14H${frame.left}z`}
          />
          <text x={answeredTo + 6} y={y + 15}>
            {answered.toLocaleString('en')}
          </text>
          <path
            className="plot-silent-bar"
            d={`M${frame.left} ${y + 22}H${silentTo}v14H${frame.left}z`}
          />
          <text x={silentTo + 6} y={y + 33} className="plot-number plot-quiet">
            {silent.toLocaleString('en')}
          </text>
        </g>
      ))}
    </PlotSvg>
  )
}

function Line({ line: { label, y, from, to, answered, actions, text } }: { line: RowLine }) {
  return (
    <g>
      <text x={2} y={y - 12}>
        {label}
      </text>
      <path className={answered ? 'plot-answered' : 'plot-silent'} d={`M${from - 10} ${y}H${to}`} />
      {actions.map((x, index) => (
        <LaneShape key={index} lane="action" x={x} y={y} size={11} />
      ))}
      <LaneShape lane="demand" x={8} y={y} size={12} />
      {answered ? (
        <LaneShape lane="response" x={to} y={y} size={10} />
      ) : (
        <path className="plot-open-end" d={`M${to + 1} ${y - 5}l6 5-6 5`} />
      )}
      <text x={text.x} y={y + 4} className="plot-quiet">
        {text.text}
      </text>
    </g>
  )
}
