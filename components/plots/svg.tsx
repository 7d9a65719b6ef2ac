import type { ReactNode } from 'react'
import type { Frame, PlotLabel } from '@/lib/plots/frame'
import type { Tick } from '@/lib/plots/axes'
import { laneShapes, type LaneName } from '@/components/ui/lane-mark'

/** A drawing by itself, as a file, has a title and its own style; within a page it has neither. */
export type Standalone = { title: string; foot: string; style: string }

const HEAD = 44
const FOOT = 30
const SIDE = 20

/** The drawing of a plot. `label` says to those who cannot see it what it shows. */
export function PlotSvg({
  frame: { width, height },
  label,
  standalone,
  children,
}: {
  frame: Frame
  label: string
  standalone?: Standalone | undefined
  children: ReactNode
}) {
  if (!standalone) {
    return (
      <svg className="plot-svg" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {children}
      </svg>
    )
  }
  const size = { width: width + 2 * SIDE, height: height + HEAD + FOOT }
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="plot-svg"
      viewBox={`0 0 ${size.width} ${size.height}`}
      {...size}
      role="img"
      aria-label={label}
    >
      <style>{standalone.style}</style>
      <rect className="plot-paper" {...size} />
      <text x={SIDE} y={28} className="plot-title">
        {standalone.title}
      </text>
      <g transform={`translate(${SIDE} ${HEAD})`}>{children}</g>
      <text x={SIDE} y={size.height - 10} className="plot-quiet">
        {standalone.foot}
      </text>
    </svg>
  )
}

/** The days below a plot. */
export function TimeTicks({ ticks, frame }: { ticks: Tick[]; frame: Frame }) {
  return (
    <g>
      <path className="plot-axis" d={`M${frame.left} ${frame.bottom}H${frame.right}`} />
      <path
        className="plot-axis"
        d={ticks.map(({ at }) => `M${at} ${frame.bottom}v5`).join('') || 'M0 0'}
      />
      {ticks.map(({ at, label }) => (
        <text key={at} x={at} y={frame.bottom + 20} textAnchor="middle" className="plot-quiet">
          {label}
        </text>
      ))}
    </g>
  )
}

/** The numbers to the left of a plot, with fine lines across. */
export function CountTicks({ ticks, frame }: { ticks: Tick[]; frame: Frame }) {
  return (
    <g>
      <path
        className="plot-grid"
        d={ticks.map(({ at }) => `M${frame.left} ${at}H${frame.right}`).join('') || 'M0 0'}
      />
      {ticks.map(({ at, label }) => (
        <text key={at} x={frame.left - 7} y={at + 4} textAnchor="end" className="plot-quiet">
          {label}
        </text>
      ))}
    </g>
  )
}

/** The numbers below a plot of rows, with fine lines up. */
export function RowTicks({ ticks, frame, label }: { ticks: Tick[]; frame: Frame; label: string }) {
  return (
    <g>
      <path
        className="plot-grid"
        d={ticks.map(({ at }) => `M${at} ${frame.top}V${frame.bottom}`).join('') || 'M0 0'}
      />
      {ticks.map(({ at, label: words }) => (
        <text key={at} x={at} y={frame.bottom + 16} textAnchor="middle" className="plot-quiet">
          {words}
        </text>
      ))}
      <text x={frame.left - 4} y={frame.bottom + 34} className="plot-quiet">
        {label}
      </text>
    </g>
  )
}

/** A lane's shape around a point. */
export function LaneShape({
  lane,
  x,
  y,
  size = 11,
}: {
  lane: LaneName
  x: number
  y: number
  size?: number
}) {
  return (
    <path
      className={`plot-${lane}`}
      fillRule="evenodd"
      d={laneShapes[lane]}
      transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 16})`}
    />
  )
}

/** A text of a layout. */
export function PlotText({ label, className }: { label: PlotLabel; className?: string }) {
  return (
    <text x={label.x} y={label.y} textAnchor={label.anchor} className={className}>
      {label.text}
    </text>
  )
}
