import type { Span } from '@/lib/timeline/lanes/levels'
import { threadOf } from '@/lib/timeline/lanes/marks'
import type { DemandLine, SheetRow } from '@/lib/timeline/lanes/sheet'

/** A demand from first raised to settled: dotted while nobody answered, dashed while not all did. */
export function DemandThread({
  row,
  line,
  drawn,
  today,
  at,
}: {
  row: SheetRow
  line: DemandLine
  drawn: Span
  today: number
  at: (time: number) => string
}) {
  // Beads hang on a thread of its own row; above marks with titles it runs along the top.
  const above = row.tracks > 1 ? 'lanes-thread-above' : ''
  const { pieces, end } = threadOf(line, drawn, today)
  return (
    <>
      {pieces.map(({ name, from, to }) => (
        <i
          key={name}
          className={`lanes-thread lanes-thread-${name} ${above}`}
          style={{ left: at(from), right: `calc(100% - ${at(to)})` }}
        />
      ))}
      {end !== null && <i className={`lanes-thread-end ${above}`} style={{ left: at(end) }} />}
    </>
  )
}
