import type { MonthCount } from '@/lib/timeline/counts'
import { filterLanes, type FilterLane } from '@/lib/timeline/filters'
import { railOutlines, type RailScale } from '@/lib/timeline/rail'
import { round } from '@/lib/plots/frame'

const FILL: Record<FilterLane, string> = {
  action: 'fill-action-mark',
  demand: 'fill-demand-mark',
  response: 'fill-response-mark',
  outcome: 'fill-outcome-mark',
  context: 'fill-context-mark',
}

const UPRIGHT = { length: 560, head: 40, across: 156 }
/** Above and below the upright scale, so that no year's name is cut. */
const MARGIN = 8
/** The same in hundredths of the drawing. */
export const uprightMargin = (MARGIN / (UPRIGHT.length + 2 * MARGIN)) * 100
const LYING = { length: 360, head: 18, across: 78 }
const WIDE = { length: 1_120, head: 22, across: 150 }

type DrawingProps = {
  scale: RailScale
  /** The whole campaign, drawn pale; null where that is what is shown. */
  all: MonthCount[] | null
  shown: MonthCount[]
  /** Which lanes have room; those that have entries unless said otherwise. */
  lanes?: readonly FilterLane[]
  upright: boolean
  /** Lying, for a desk rather than a phone. */
  wide?: boolean
  newestFirst: boolean
  band: { from: number; to: number } | null
  hrefAt: (point: string) => string
  /** Whether each lane has its axis, with the number that its full height stands for. */
  axes?: boolean
  /** What following a year does. */
  goWords?: string
}

/** One drawing of the rail. Each lane is one shape, so that a hundred years cost no more than one. */
export function RailDrawing(props: DrawingProps) {
  const { scale, all, shown, upright, newestFirst, band, hrefAt } = props
  const { length, head, across } = upright ? UPRIGHT : props.wide ? WIDE : LYING
  const span = scale.last - scale.first
  const along = (month: number) =>
    round(((newestFirst ? scale.last - month : month - scale.first) / span) * length)
  const rect = (from: number, to: number, offset: number, size: number): Rect => {
    const a = along(from)
    const b = along(to)
    const [start, long] = [Math.min(a, b), Math.max(Math.abs(b - a), 0.5)]
    return upright
      ? { x: offset, y: start, width: size, height: long }
      : { x: start, y: across - offset - size, width: long, height: size }
  }
  const lanes =
    props.lanes ?? filterLanes.filter((lane) => (all ?? shown).some((month) => month.lane === lane))
  const width = (across - head) / lanes.length - 1
  const laneOffset = (lane: FilterLane) => {
    const index = lanes.indexOf(lane)
    return upright ? head + index * (width + 1) : across - head - (index + 1) * (width + 1)
  }
  // One outline for each lane, in whole bins along and hundredths across: a bar of its own for every
  // month would be most of the page.
  const shapes = (months: MonthCount[]) => {
    const bins = (scale.last - scale.first) / scale.step
    return railOutlines(months, scale).map(({ lane, path }) => {
      const offset = laneOffset(lane)
      const [alongway, across1] = [(newestFirst ? -length : length) / bins, width / 100]
      const start = newestFirst ? length : 0
      const matrix = upright
        ? [0, alongway, across1, 0, offset, start]
        : [alongway, 0, 0, -across1, start, across - offset]
      return { lane, path, transform: `matrix(${matrix.map(exactly).join(' ')})` }
    })
  }
  const view = upright ? `0 ${-MARGIN} ${across} ${length + 2 * MARGIN}` : `0 0 ${length} ${across}`
  return (
    <svg
      viewBox={view}
      role="group"
      aria-label="Entries by month and lane; the same in a table below"
      className={upright ? 'h-auto max-h-[max(14rem,calc(100dvh-24rem))] w-full' : 'h-auto w-full'}
    >
      {all &&
        shapes(all).map(({ lane, ...shape }) => (
          <path
            key={lane}
            d={shape.path}
            transform={shape.transform}
            className={FILL[lane]}
            fillOpacity={0.25}
          />
        ))}
      {shapes(shown).map(({ lane, ...shape }) => (
        <path key={lane} d={shape.path} transform={shape.transform} className={FILL[lane]} />
      ))}
      {band && (
        <rect
          {...rect(band.from, band.to, 0, across)}
          className="fill-ink group-has-data-seen:hidden"
          fillOpacity={0.08}
        />
      )}
      {scale.marks.map(({ month, label, point }, index) => {
        const until = scale.marks[index + 1]?.month ?? scale.last
        const area = rect(month, until, 0, across)
        const line = upright
          ? { x1: 0, x2: across, y1: along(month), y2: along(month) }
          : { x1: along(month), x2: along(month), y1: 0, y2: across }
        return (
          <a
            key={label}
            href={hrefAt(point)}
            className="no-underline"
            aria-label={`${props.goWords ?? 'Go to'} ${label}`}
          >
            <rect {...area} className="hover:fill-ink/10 fill-transparent" />
            <line {...line} className="stroke-hairline" strokeWidth={1} />
            <text
              x={upright ? 0 : along(month) + 3}
              y={upright ? (newestFirst ? along(month) - 4 : along(month) + 12) : 12}
              className="fill-muted font-sans tabular-nums"
              fontSize={upright ? 12 : 11}
            >
              {(upright || along(month) + 4 + label.length * 7 <= length) && label}
            </text>
          </a>
        )
      })}
      {props.axes &&
        lanes.map((lane) => {
          const foot = across - laneOffset(lane)
          return (
            <g key={lane} aria-hidden="true" className="pointer-events-none">
              <line
                {...{ x1: 0, x2: length, y1: foot, y2: foot }}
                className="stroke-control"
                strokeWidth={0.6}
              />
              <text
                x={length - 3}
                y={foot - width + 9}
                fontSize={10}
                textAnchor="end"
                strokeWidth={3}
                paintOrder="stroke"
                className="fill-muted stroke-paper font-sans tabular-nums"
              >
                {scale.most.toLocaleString('en')}
              </text>
            </g>
          )
        })}
    </svg>
  )
}

type Rect = { x: number; y: number; width: number; height: number }

function exactly(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
