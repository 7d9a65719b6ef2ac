import type { CrowdMark, CrowdsLayout } from '@/lib/plots/crowds'
import { CountTicks, PlotSvg, PlotText, TimeTicks, type Standalone } from './svg'

/** Crowd sizes from low to high over time; what is not known stands below the axis. */
export function CrowdsDrawing({
  layout: { frame, time, ticks, marks, labels, unknown, unknownY },
  unknownCount,
  label,
  standalone,
}: {
  layout: CrowdsLayout
  unknownCount: number
  label: string
  standalone?: Standalone | undefined
}) {
  return (
    <PlotSvg frame={frame} label={label} standalone={standalone}>
      <CountTicks ticks={ticks} frame={frame} />
      <path className="plot-size" d={marks.map(sizePath).join('') || 'M0 0'} />
      <path className="plot-middle" d={marks.map(middlePath).join('') || 'M0 0'} />
      {labels.map((one) => (
        <PlotText key={`${one.x} ${one.y}`} label={one} />
      ))}
      <TimeTicks ticks={time.ticks} frame={frame} />
      {unknown.map(({ x, size }, index) => (
        <circle key={index} className="plot-unknown" cx={x} cy={unknownY} r={2 + 3 * size} />
      ))}
      {unknown.length > 0 && (
        <text x={frame.left} y={unknownY + 20} className="plot-quiet">
          {unknownCount.toLocaleString('en')} {unknownCount === 1 ? 'action' : 'actions'} whose size
          is not known
        </text>
      )}
    </PlotSvg>
  )
}

function sizePath({ x, y0, y1, open }: CrowdMark): string {
  if (open === 'high') return `M${x - 4} ${y1}h8M${x} ${y1}v-16m-3 4l3-4 3 4`
  if (open === 'low') return `M${x - 4} ${y0}h8M${x} ${y0}v16m-3-4l3 4 3-4`
  if (y0 === y1) return `M${x - 4} ${y0}h8`
  return `M${x - 4} ${y0}h8M${x} ${y0}V${y1}m-4 0h8`
}

function middlePath({ x, middle }: CrowdMark): string {
  return middle === null ? '' : `M${x - 2.5} ${middle}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z`
}
