export type LaneName = 'action' | 'demand' | 'response' | 'outcome' | 'context'

const LABELS: Record<LaneName, string> = {
  action: 'Action',
  demand: 'Demand',
  response: 'Response',
  outcome: 'Outcome',
  context: 'Context',
}

const COLOURS: Record<LaneName, string> = {
  action: 'text-action-mark',
  demand: 'text-demand-mark',
  response: 'text-response-mark',
  outcome: 'text-outcome-mark',
  context: 'text-context-mark',
}

/** Each lane's shape, in a box of 16 by 16. */
export const laneShapes: Record<LaneName, string> = {
  action: 'M8 1.5 15 14H1z',
  demand: 'M8 .5 15.5 8 8 15.5.5 8z',
  response: 'M2 2h12v12H2z',
  outcome: 'm8 .7 2.2 4.9 5.3.6-4 3.6 1.1 5.2L8 12.3 3.4 15l1.1-5.2-4-3.6 5.3-.6z',
  context: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m0 2.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8',
}

/** A lane's shape in its colour, as `lane-mark` in the style sheets draws it; `labelled` names the lane to those who cannot see it. */
export function LaneMark({
  lane,
  labelled = false,
  className = '',
}: {
  lane: LaneName
  labelled?: boolean
  /** Its size, where it is not that of the text, and its place. */
  className?: string
}) {
  return (
    <>
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className={`lane-mark ${COLOURS[lane]} ${className}`.trim()}
      >
        <path d={laneShapes[lane]} />
      </svg>
      {labelled && <span className="sr-only">{LABELS[lane]}</span>}
    </>
  )
}
