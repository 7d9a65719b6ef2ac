import { historyLine } from '@/lib/demands/history-line'
import type { LedgerCell } from '@/lib/demands/ledger'
import { historyInWords } from '@/lib/demands/stretches'

const SHAPES = {
  demand: 'M0-5.5 5.5 0 0 5.5-5.5 0z',
  response: 'M-4.5-4.5h9v9h-9z',
  outcome: 'm0-6 1.8 4 4.3.5-3.2 2.9.9 4.2L0 3.5-3.8 5.6l.9-4.2-3.2-2.9 4.3-.5z',
  change: 'M0-3.2a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4',
} as const

/**
 * How a demand stood at a target, as a small line with the shapes of the lanes. `begins` and `asOf`
 * are ISO days; the cells of one ledger share them, so that their lines can be compared.
 */
export function HistoryLine({
  cell,
  begins,
  asOf,
}: {
  cell: LedgerCell
  begins: string
  asOf: string
}) {
  const line = historyLine(cell, begins, asOf)
  const { width, top, bottom, base } = line
  return (
    <svg
      role="img"
      aria-label={historyInWords(cell, asOf)}
      viewBox={`0 ${top} ${width} ${bottom - top}`}
      className="history-line"
    >
      <path className="history-base" d={`M0 ${base}H${width}`} />
      {line.doubts.map((bar) => (
        <rect
          key={`${bar.x} ${bar.width}`}
          className="history-doubt"
          x={bar.x}
          y={bar.y - 5.5}
          width={bar.width}
          height={11}
          rx={5}
        />
      ))}
      {line.dotted && <path className="history-silent" d={line.dotted} />}
      {line.solid && <path className="history-told" d={line.solid} />}
      {line.marks.map(({ shape, x, y }) => (
        <path
          key={`${shape} ${x}`}
          className={`history-${shape}`}
          d={SHAPES[shape]}
          transform={`translate(${x} ${y})`}
        />
      ))}
    </svg>
  )
}
