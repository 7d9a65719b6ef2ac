import { dayOfMoment, type Clock } from '@/lib/dates/moments'
import type { DemandDto } from '@/lib/record'

/** The earlier wordings of a demand, newest first. */
export function Wordings({ earlier, clock }: { earlier: DemandDto['earlier']; clock: Clock }) {
  return (
    <ol className="divide-hairline border-hairline divide-y border-b">
      {earlier.map(({ number, wording, note, createdAt }) => (
        <li key={number} className="py-3">
          <p className="text-muted">Written {dayOfMoment(createdAt, clock)}</p>
          <blockquote dir="auto" className="text-lg">
            {wording}
          </blockquote>
          {note && (
            <p dir="auto" className="text-muted">
              {note}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
