import { laneShapes } from '@/components/ui/lane-mark'
import { laneLabels } from '@/lib/kinds/index'
import { lightColours } from '@/lib/plots/colours'
import { filterLanes } from '@/lib/timeline/filters'
import { CardFrame, cardMargin as MARGIN, cardSerif, cardSize } from './card-frame'

/**
 * The picture that stands for every link which does not allow one of its own: the same for all, so that it
 * tells nothing of any. It is the file `public/card.png`.
 */
export function GenericCard({ style }: { style: string }) {
  return (
    <CardFrame style={style}>
      <text x={MARGIN} y="230" fontSize="92" fontWeight="600" fontFamily={cardSerif}>
        A campaign record
      </text>
      <text x={MARGIN} y="312" fontSize="32" fill={lightColours['--color-muted']}>
        What was demanded, done, answered and changed, each with its source
      </text>
      <path
        className="drawing-grid"
        d={`M${MARGIN} 468H${cardSize.width - MARGIN}`}
        strokeWidth="2"
      />
      {filterLanes.map((lane, place) => (
        <g key={lane} transform={`translate(${MARGIN + place * 222} 512)`}>
          <path
            className={`drawing-mark drawing-${lane}`}
            d={laneShapes[lane]}
            transform="scale(2)"
          />
          <text x="46" y="26" fontSize="28">
            {laneLabels[lane]}
          </text>
        </g>
      ))}
    </CardFrame>
  )
}
