import { differInWords } from '@/lib/entries/disagreement'
import { laneLabels } from '@/lib/kinds/index'
import type { Lane } from '@/lib/kinds/names'
import { markRadius, markReach, type MapMark } from '@/lib/timeline/map'

/** A mark with its place in the drawing. */
type PlacedMark = MapMark & { x: number; y: number }

type MapProps = {
  outlines: { width: number; height: number; land: string; states: string }
  marks: PlacedMark[]
  hrefOf: (mark: MapMark) => string
}

const FILL: Record<Lane, string> = {
  action: 'fill-action-mark',
  response: 'fill-response-mark',
  outcome: 'fill-outcome-mark',
  context: 'fill-context-mark',
}

/** Where it happened. Entries close together make one counted mark, as large as they are many. */
export function CampaignMap({ outlines, marks, hrefOf }: MapProps) {
  const { width, height, land, states } = outlines
  const most = Math.max(1, ...marks.map(({ count }) => count))
  return (
    <div role="region" aria-label="Map" tabIndex={0} className="overflow-x-auto">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label="Map of the entries; the same as a list below"
        className="border-hairline bg-paper h-auto w-full min-w-[44rem] border"
      >
        <path d={land} className="fill-wash stroke-control" strokeWidth={0.6} />
        {states && <path d={states} className="stroke-hairline fill-none" strokeWidth={0.8} />}
        {marks.map((mark) => {
          const { id, x, y, count, lanes, differ } = mark
          const [lane] = lanes
          const radius = markRadius(count, most)
          return (
            <a key={id} href={hrefOf(mark)} className="no-underline" aria-label={markInWords(mark)}>
              {/* A small mark is still to be met by a finger. */}
              <circle
                cx={x}
                cy={y}
                r={Math.max(radius, 14, markReach(mark, marks))}
                className="fill-transparent"
              />
              <circle
                cx={x}
                cy={y}
                r={radius}
                strokeWidth={1.5}
                className={`stroke-paper ${count === 1 && lane ? FILL[lane] : 'fill-ink'}`}
              />
              {differ.length > 0 && (
                <text
                  x={x + radius}
                  y={y - radius}
                  fontSize={15}
                  className="fill-warning stroke-paper font-sans font-semibold"
                  strokeWidth={3}
                  paintOrder="stroke"
                >
                  <title>{doubtOf(mark)}</title>≠
                </text>
              )}
              {count > 1 && (
                <text
                  x={x}
                  y={y}
                  dy="0.35em"
                  textAnchor="middle"
                  fontSize={radius > 14 ? 15 : 11}
                  className="fill-paper font-sans font-semibold"
                >
                  {count}
                </text>
              )}
            </a>
          )
        })}
      </svg>
    </div>
  )
}

function markInWords(mark: MapMark): string {
  const { count, title, place, differ } = mark
  const words = count === 1 ? title : `${count} entries around ${place || 'here'}`
  return differ.length > 0 ? `${words}. ${doubtOf(mark)}.` : words
}

/** On what sources differ: of the one entry, or of some of them. */
function doubtOf({ count, differ }: MapMark): string {
  return `${differInWords(differ)}${count === 1 ? '' : ' of some'}`
}

/** The map's marks as a list, the fullest places first. */
export function MarkList({ marks, hrefOf }: Pick<MapProps, 'marks' | 'hrefOf'>) {
  if (marks.length === 0) return null
  return (
    <details className="mt-4">
      <summary className="min-h-11 py-3">As a list</summary>
      <ul className="sm:columns-2 lg:columns-3">
        {marks.map((mark) => (
          <li key={mark.id} className="break-inside-avoid">
            <a
              href={hrefOf(mark)}
              className="flex min-h-11 items-center gap-3 py-1 no-underline hover:underline"
            >
              <span className="w-10 shrink-0 text-right font-semibold tabular-nums">
                {mark.count}
              </span>
              <span className="min-w-0">
                <bdi>{mark.count === 1 ? mark.title : mark.place || 'A place without a name'}</bdi>
                <span className="sr-only">
                  {' '}
                  {mark.lanes.map((lane) => laneLabels[lane]).join(', ')}
                </span>
                {mark.differ.length > 0 && (
                  <span className="text-muted text-sm"> · {doubtOf(mark)}</span>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
