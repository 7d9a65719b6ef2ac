import type { Span } from '@/lib/timeline/lanes/levels'
import type { DemandLine } from '@/lib/timeline/lanes/sheet'

/** A demand from first raised to settled: dotted while nobody answered, dashed while not all did. */
export function DemandThread({
  line,
  drawn,
  today,
  at,
}: {
  line: DemandLine
  drawn: Span
  today: number
  at: (time: number) => string
}) {
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
            className={`lanes-thread lanes-thread-${name}`}
            style={{ left: at(a), right: `calc(100% - ${at(b)})` }}
          />
        ) : null
      })}
      {line.settled !== null && line.settled >= drawn.from && line.settled <= drawn.to && (
        <i className="lanes-thread-end" style={{ left: at(line.settled) }} />
      )}
    </>
  )
}
