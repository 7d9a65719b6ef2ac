import type { StandingsLayout } from '@/lib/plots/standings'
import { CountTicks, PlotSvg, TimeTicks, type Standalone } from './svg'
import { StandingTextures } from './textures'

/** Standings as a stack over time, each named beside its right end. */
export function StandingsDrawing({
  layout: { frame, time, count, bands },
  label,
  prefix,
  standalone,
}: {
  layout: StandingsLayout
  label: string
  prefix: string
  standalone?: Standalone | undefined
}) {
  return (
    <PlotSvg frame={frame} label={label} standalone={standalone}>
      <StandingTextures prefix={prefix} />
      <CountTicks ticks={count.ticks} frame={frame} />
      {bands.map(({ standing, path }) => (
        <path key={standing} d={path} className="plot-edge" fill={`url(#${prefix}-${standing})`} />
      ))}
      {bands.map(
        ({ standing, label: own }) =>
          own && (
            <g key={standing}>
              <path
                className="plot-axis"
                d={`M${frame.right + 1} ${own.from}L${own.x - 2} ${own.y}`}
              />
              <text x={own.x} y={own.y + 4}>
                {own.text}
              </text>
            </g>
          ),
      )}
      <TimeTicks ticks={time.ticks} frame={frame} />
    </PlotSvg>
  )
}
