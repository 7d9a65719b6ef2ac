import type { Span } from '@/lib/timeline/lanes/levels'
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
  const end = line.settled ?? today + 1
  const answered = Math.min(line.answered ?? end, end)
  const all = Math.min(line.allAnswered ?? end, end)
  const pieces = [
    { name: 'waiting', from: line.raised, to: answered },
    { name: 'partly', from: answered, to: all },
    { name: 'answered', from: all, to: end },
  ]
  return (
    <>
      {pieces.map(({ name, from, to }) => {
        const [a, b] = [Math.max(from, drawn.from), Math.min(to, drawn.to)]
        return a < b ? (
          <i
            key={name}
            className={`lanes-thread lanes-thread-${name} ${above}`}
            style={{ left: at(a), right: `calc(100% - ${at(b)})` }}
          />
        ) : null
      })}
      {line.settled !== null && line.settled >= drawn.from && line.settled <= drawn.to && (
        <i className={`lanes-thread-end ${above}`} style={{ left: at(line.settled) }} />
      )}
    </>
  )
}
