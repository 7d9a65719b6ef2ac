import { laneShapes } from '@/components/ui/lane-mark'
import { signsInWords } from '@/lib/entries/signs'
import { laneLabels } from '@/lib/kinds/index'
import type { Lane } from '@/lib/kinds/names'
import {
  ONE,
  markRadius,
  markReach,
  ringOf,
  type MapMark,
  type PlacedMark,
} from '@/lib/timeline/map/marks'
import { nameSize, type MapName } from '@/lib/timeline/map/names'
import type { MapSize } from '@/lib/timeline/map/view'

type DrawingProps = {
  className?: string
  size: MapSize
  land: string
  states: string
  names: MapName[]
  marks: PlacedMark[]
  hrefOf: (mark: MapMark) => string
}

const FILL: Record<Lane, string> = {
  action: 'fill-action-mark',
  response: 'fill-response-mark',
  outcome: 'fill-outcome-mark',
  context: 'fill-context-mark',
}
const STROKE: Record<Lane, string> = {
  action: 'stroke-action-mark',
  response: 'stroke-response-mark',
  outcome: 'stroke-outcome-mark',
  context: 'stroke-context-mark',
}
const NAME: Record<MapName['sort'], string> = {
  country: 'fill-muted tracking-[0.14em]',
  state: 'fill-muted tracking-[0.06em]',
  town: 'fill-ink',
}

/**
 * Where it happened. One entry has the shape and colour of its lane; entries close together make one
 * counted mark, as large as they are many, with a ring of their lanes.
 */
export function MapDrawing({
  className = 'block h-auto w-full origin-top-left overflow-visible',
  size,
  land,
  states,
  names,
  marks,
  hrefOf,
}: DrawingProps) {
  const most = Math.max(1, ...marks.map(({ count }) => count))
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label="Map of the entries; the same in a list below"
      className={className}
    >
      <path d={land} className="fill-wash stroke-control" strokeWidth={0.6} />
      {states && <path d={states} className="stroke-control fill-none" strokeWidth={0.5} />}
      <g aria-hidden="true" className="pointer-events-none">
        {names.map((name) => (
          <Name key={`${name.name} ${name.x} ${name.y}`} {...name} />
        ))}
      </g>
      {marks.map((mark) => (
        <a
          key={mark.id}
          href={hrefOf(mark)}
          className="no-underline"
          aria-label={markInWords(mark)}
        >
          {/* A small mark is still to be met by a finger. */}
          <circle
            cx={mark.x}
            cy={mark.y}
            r={Math.max(markRadius(mark.count, most), markReach(mark, marks))}
            className="fill-transparent"
          />
          {mark.count === 1 ? <One {...mark} /> : <Many mark={mark} most={most} />}
          {mark.signs.length > 0 && <Signs mark={mark} radius={markRadius(mark.count, most)} />}
        </a>
      ))}
    </svg>
  )
}

function Name({ name, x, y, anchor, sort, dot }: MapName) {
  return (
    <>
      {dot && <circle cx={dot.x} cy={dot.y} r={1.8} className="fill-ink" />}
      <text
        x={x}
        y={y}
        dy="0.35em"
        textAnchor={anchor}
        fontSize={nameSize[sort]}
        strokeWidth={2.5}
        paintOrder="stroke"
        className={`stroke-wash font-sans ${NAME[sort]}`}
      >
        {name}
      </text>
    </>
  )
}

function One({ x, y, lanes }: PlacedMark) {
  const [{ lane } = { lane: 'context' as const }] = ringOf({ lanes })
  return (
    <path
      d={laneShapes[lane]}
      transform={`translate(${x - ONE} ${y - ONE}) scale(${ONE / 8})`}
      strokeWidth={1.6}
      paintOrder="stroke"
      fillRule="evenodd"
      className={`stroke-paper ${FILL[lane]}`}
    />
  )
}

const RING = 4

function Many({ mark, most }: { mark: PlacedMark; most: number }) {
  const { x, y, count } = mark
  const radius = markRadius(count, most)
  return (
    <>
      <circle cx={x} cy={y} r={radius + 1} className="fill-paper" />
      {ringOf(mark).map((part) => (
        <circle
          key={part.lane}
          cx={x}
          cy={y}
          r={radius - RING / 2}
          pathLength={count}
          strokeDasharray={`${part.count} ${count - part.count}`}
          strokeDashoffset={-part.before}
          strokeWidth={RING}
          transform={`rotate(-90 ${x} ${y})`}
          className={`fill-none ${STROKE[part.lane]}`}
        />
      ))}
      <text
        x={x}
        y={y}
        dy="0.35em"
        textAnchor="middle"
        fontSize={radius > 14 ? 14 : 10}
        className="fill-ink font-sans font-semibold tabular-nums"
      >
        {count.toLocaleString('en')}
      </text>
    </>
  )
}

function Signs({ mark, radius }: { mark: PlacedMark; radius: number }) {
  return (
    <text
      x={mark.x + radius}
      y={mark.y - radius}
      fontSize={15}
      className="fill-warning stroke-paper font-sans font-semibold"
      strokeWidth={3}
      paintOrder="stroke"
    >
      <title>{doubtOf(mark)}</title>
      {signOf(mark)}
    </text>
  )
}

function markInWords(mark: MapMark): string {
  const { count, title, place, signs } = mark
  const words = count === 1 ? title : `${count} entries around ${place || 'here'}`
  return signs.length > 0 ? `${words}. ${doubtOf(mark)}.` : words
}

/** What the signs of the one entry say, or of some of them; that all are checked is said as of one. */
export function doubtOf({ count, signs }: MapMark): string {
  return signsInWords(signs)
    .map((words) => (count === 1 || words.startsWith('Checked') ? words : `${words} in some`))
    .join('. ')
}

/** The signs at a mark, as wide as one letter each. */
function signOf({ signs }: MapMark): string {
  const doubted = signs.some((sign) => sign !== 'checked')
  return doubted
    ? signs.some((sign) => sign !== 'checked' && sign !== 'disputed')
      ? '≠'
      : '!'
    : '✓'
}

/** A mark's lanes in words: "2 Action, 1 Response", or the lane alone of a single entry. */
export function lanesOf(mark: MapMark): string {
  return ringOf(mark)
    .map(({ lane, count }) =>
      mark.count === 1 ? laneLabels[lane] : `${count.toLocaleString('en')} ${laneLabels[lane]}`,
    )
    .join(', ')
}
