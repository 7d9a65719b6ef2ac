import { signsInWords } from '@/lib/entries/signs'
import { laneShapes, type LaneName } from '@/components/ui/lane-mark'
import { drawingSizes, type DrawingSize, type SharedDrawing } from '@/lib/shares/drawing/drawing'
import {
  layDrawing,
  type DrawnCount,
  type DrawnLine,
  type DrawnMark,
  type DrawnRow,
} from '@/lib/shares/drawing/lay'
import { demandAnchor } from '@/lib/shares/state'
import { gatheredInWords } from '@/lib/timeline/lanes/words'
import { isolated, Link, Shape } from './drawing-parts'
import { periodQuery, type Asked } from './timeline-links'

/**
 * Where marks lead: `address` is the link's path; null where nothing may lead anywhere. `page` is the
 * path of the record's page where the drawing stands on another one.
 */
type Leading = { address: string | null; asked: Asked; page?: string }

/**
 * All of a record in one drawing: lanes over time, entries by themselves or counted, and demands as
 * lines. It is drawn twice, and the style shows the one that fits.
 */
export function RecordDrawing({ drawing, ...leading }: Leading & { drawing: SharedDrawing }) {
  const { demandsLeft } = drawing
  return (
    <figure className="drawing">
      <Drawing {...{ drawing, size: 'desk', leading }} />
      <Drawing {...{ drawing, size: 'phone', leading }} />
      {demandsLeft > 0 && (
        <figcaption className="quiet">
          {demandsLeft === 1
            ? 'One more demand is only in the list.'
            : `${demandsLeft} more demands are only in the list.`}
        </figcaption>
      )}
    </figure>
  )
}

/** The drawing for one width, as the marks of it alone. */
export function Drawing({
  drawing,
  size,
  leading,
}: {
  drawing: SharedDrawing
  size: DrawingSize
  leading: Leading
}) {
  const { demands, today } = drawing
  const { width } = drawingSizes[size]
  const { height, ticks, rows, lines } = layDrawing(drawing[size], { demands, width, today })
  return (
    <svg
      className={`drawing-${size}`}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-labelledby={`${size}-name`}
      aria-describedby={`${size}-about`}
    >
      <title id={`${size}-name`}>The record over time</title>
      <desc id={`${size}-about`}>{describe(rows, lines)}</desc>
      <path
        className="drawing-grid"
        d={ticks.map(({ x }) => `M${x} 20V${height}`).join('') || 'M0 0'}
      />
      {ticks.map(({ x, label, major }) => (
        <text
          key={x}
          {...{ x, y: 13 }}
          className={major ? 'drawing-major' : 'drawing-tick'}
          aria-hidden
        >
          {label}
        </text>
      ))}
      {rows.map((row) => (
        <Row key={row.row.key} {...{ row, width, leading }} />
      ))}
      {lines.map((line) => (
        <Line key={line.demand.number} {...{ line, width, leading }} />
      ))}
    </svg>
  )
}

function describe(rows: DrawnRow[], lines: DrawnLine[]): string {
  const lanes = rows.map(({ row }) => `${row.label}: ${row.total.toLocaleString('en')}.`)
  const demands = lines.map(({ demand: { number, line } }) => `Demand ${number}: ${line.note}.`)
  return [...lanes, ...demands].join(' ')
}

function Row({
  row: { row, y, foot, marks, counts },
  width,
  leading,
}: {
  row: DrawnRow
  width: number
  leading: Leading
}) {
  return (
    <g className={`drawing-${row.lane}`}>
      <text x="0" y={y} className="drawing-name">
        {row.label} <tspan className="drawing-total">{row.total.toLocaleString('en')}</tspan>
      </text>
      <path className="drawing-foot" d={`M0 ${foot}H${width}`} />
      {counts.map((count) => (
        <Count key={count.x} {...{ count, lane: row.lane, leading }} />
      ))}
      {marks.map((mark) => (
        <Mark key={mark.entry.id} {...{ mark, leading }} />
      ))}
    </g>
  )
}

/** Within a link the title says everything; what is drawn beside it would be read twice. */
function Count({
  count: { mark, x, width, parts, text },
  lane,
  leading: { address, asked, page = '' },
}: {
  count: DrawnCount
  lane: LaneName | null
  leading: Leading
}) {
  const href =
    address &&
    (mark.id ? `${address}/e/${mark.id}` : `${page}?${periodQuery(asked, mark, lane)}#timeline`)
  return (
    <Link href={href} title={gatheredInWords(mark)}>
      {parts.map(({ y, height }) => (
        <rect key={y} className="drawing-count" {...{ x, y, width, height }} />
      ))}
      {text && (
        <text {...text} className="drawing-number" aria-hidden>
          {mark.count.toLocaleString('en')}
        </text>
      )}
    </Link>
  )
}

function Mark({
  mark: { entry, x, y, bar, label },
  leading: { address },
}: {
  mark: DrawnMark
  leading: Leading
}) {
  return (
    <Link
      href={address && `${address}/e/${entry.id}`}
      title={[`${isolated(entry.title)}, ${entry.words}`, ...signsInWords(entry.signs)].join('. ')}
    >
      {bar && <Bar {...bar} y={y} />}
      <path
        className={entry.shape === 'sharp' || bar ? 'drawing-mark' : 'drawing-mark drawing-about'}
        d={laneShapes[entry.lane]}
        transform={`translate(${x - 6.5} ${y - 6.5}) scale(.8)`}
      />
      {label && (
        <text x={label.x} y={y + 4.5} textAnchor={label.anchor} unicodeBidi="plaintext" aria-hidden>
          {label.text}
        </text>
      )}
    </Link>
  )
}

/** What lasted has ends; what may have been on any of these days grows fainter towards its ends. */
function Bar({ x, y, width, shape }: NonNullable<DrawnMark['bar']> & { y: number }) {
  if (shape === 'lasting' || shape === 'sharp' || shape === 'ongoing')
    return <rect className="drawing-bar" {...{ x, width, y: y - 3, height: 6 }} />
  return [0, 0.12, 0.24].map((inset) => (
    <rect
      key={inset}
      className="drawing-soft"
      {...{ x: Math.round(x + width * inset), width: Math.round(width * (1 - 2 * inset)) }}
      {...{ y: y - 8, height: 16, rx: 8 }}
    />
  ))
}

function Line({
  line: { demand, wording, y, lineY, pieces, settled, noted },
  width,
  leading: { address, page = '' },
}: {
  line: DrawnLine
  width: number
  leading: Leading
}) {
  const { number, line } = demand
  const [first] = pieces
  const end = pieces.at(-1)?.to ?? first?.from ?? 0
  return (
    <Link
      href={address && `${page}#${demandAnchor(number)}`}
      title={`${number}. ${isolated(demand.wording)} (${line.note})`}
    >
      <text x="0" y={y} className="drawing-name drawing-demand" unicodeBidi="plaintext" aria-hidden>
        {wording}
      </text>
      {noted && (
        <text x={width} y={y} textAnchor="end" className="drawing-total" aria-hidden>
          {line.note}
        </text>
      )}
      {pieces.map(({ state, from, to }) => (
        <path key={state} className={`drawing-${state}`} d={`M${from} ${lineY}H${to}`} />
      ))}
      {first && <Shape lane="demand" x={first.from} y={lineY} />}
      {settled &&
        (line.met ? (
          <Shape lane="outcome" x={end} y={lineY} />
        ) : (
          <path className="drawing-answered" d={`M${end} ${lineY - 5}V${lineY + 5}`} />
        ))}
    </Link>
  )
}
