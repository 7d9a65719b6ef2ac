import { laneShapes } from '@/components/ui/lane-mark'
import { lightColours } from '@/lib/plots/colours'
import type { Lane } from '@/lib/kinds/names'
import { drawingSizes, type SharedDrawing } from '@/lib/shares/drawing/drawing'
import { layDrawing } from '@/lib/shares/drawing/lay'
import { lettersInLines, readsFromRight } from '@/lib/shares/letters-in-lines'
import { noFilter } from '@/lib/timeline/filters'
import { CardFrame, cardMargin as MARGIN, cardSerif, cardSize } from './card-frame'
import { Drawing } from './record-drawing'

const WIDTH = cardSize.width - 2 * MARGIN
const FOOT = 'From a campaign record, with its sources'
/** A picture leads nowhere. */
const NOWHERE = { address: null, asked: { order: 'newest', filter: noFilter } } as const

type CardProps = {
  /** What stands above the title: who keeps the record, or what it is. */
  above: string
  title: string
  /** How it stands, or when it was. */
  telling: string
  lane?: Lane | undefined
  /** Who keeps it, as a picture in the address itself, with its size. */
  mark?: { href: string; width: number; height: number } | null
  drawing?: SharedDrawing | null | undefined
  /** Of `drawing.css`, in colours alone. */
  style: string
}

/** The picture that stands for a page where it is linked: drawn on the server, in the light theme. */
export function Card({
  above,
  title,
  telling,
  lane,
  mark = null,
  drawing = null,
  style,
}: CardProps) {
  const titles = lettersInLines(title, drawing ? 40 : 34, drawing ? 2 : 4)
  const size = drawing ? 56 : 68
  const titleFoot = 120 + titles.length * size * 1.15
  const said = drawing ? 28 : 34
  const tellings = lettersInLines(telling, drawing ? 78 : 64, drawing ? 2 : 5)
  return (
    <CardFrame style={style}>
      {lane && (
        <path
          className={`drawing-mark drawing-${lane}`}
          d={laneShapes[lane]}
          transform={`translate(${MARGIN} 60) scale(2)`}
        />
      )}
      <Lines
        lines={lettersInLines(above, mark ? 54 : 70, 1)}
        {...{ x: lane ? MARGIN + 46 : MARGIN, y: 88, size: 28 }}
        fill={lightColours['--color-muted']}
      />
      {mark && <Mark {...mark} left={readsFromRight(above)} />}
      <Lines
        lines={titles}
        {...{ x: MARGIN, y: 100 + size, size, weight: 600 }}
        family={cardSerif}
      />
      <Lines lines={tellings} {...{ x: MARGIN, y: titleFoot + 34, size: said }} />
      {!drawing && (
        <Lines
          lines={[FOOT]}
          {...{ x: MARGIN, y: cardSize.height - 44, size: 24 }}
          fill={lightColours['--color-muted']}
        />
      )}
      {drawing && <Over {...{ drawing, y: titleFoot + 28 + tellings.length * 38 }} />}
    </CardFrame>
  )
}

/** In the corner that the line beside it leaves free. */
function Mark({
  href,
  width,
  height,
  left,
}: {
  href: string
  width: number
  height: number
  left: boolean
}) {
  const scale = Math.min(1, 72 / height)
  const wide = width * scale
  return (
    <image
      href={href}
      x={left ? MARGIN : cardSize.width - MARGIN - wide}
      y="40"
      width={wide}
      height={height * scale}
    />
  )
}

function Lines({
  lines,
  x,
  y,
  size,
  weight,
  family,
  fill,
}: {
  lines: string[]
  x: number
  y: number
  size: number
  weight?: number
  family?: string
  fill?: string | undefined
}) {
  const fromRight = readsFromRight(lines.join(' '))
  return lines.map((line, index) => (
    <text
      key={index}
      x={fromRight ? cardSize.width - MARGIN : x}
      y={y + index * size * 1.2}
      fontSize={size}
      fontWeight={weight}
      fontFamily={family}
      fill={fill}
      direction={fromRight ? 'rtl' : undefined}
    >
      {line}
    </text>
  ))
}

/** The lanes over time in the room that is left; demands have the sentence above. */
function Over({ drawing, y }: { drawing: SharedDrawing; y: number }) {
  const { width } = drawingSizes.desk
  const lanes = { ...drawing, demands: [] }
  const { height } = layDrawing(lanes.desk, { demands: [], width, today: drawing.today })
  const room = cardSize.height - y - 30
  if (room < 60) return null
  return (
    <g fontSize="12.5">
      <svg
        x={MARGIN}
        {...{ y, width: WIDTH, height: room }}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMinYMin meet"
      >
        <Drawing drawing={lanes} size="desk" leading={NOWHERE} />
      </svg>
    </g>
  )
}
