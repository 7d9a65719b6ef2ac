import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords, isKnownToTheDay } from '@/lib/dates/words'
import type { CalendarEntry } from '@/lib/timeline/calendar'

/** What has no one day in a calendar: dates that may be any of several days, and spans of days. */
export function LooseEntries({
  entries,
  count,
  hrefOf,
}: {
  entries: CalendarEntry[]
  count: number
  hrefOf: (id: string) => string
}) {
  if (count === 0) return null
  return (
    <section aria-labelledby="loose" className="mt-8">
      <h3 id="loose" className="mb-2 text-lg">
        No exact day ({count.toLocaleString('en')})
      </h3>
      <p className="text-muted mb-2">
        These last several days, or may have happened on any of several days.
      </p>
      <ul>
        {entries.map(({ id, title, lane, edtf }) => (
          <li key={id} className="border-hairline border-t">
            <a
              href={hrefOf(id)}
              className="flex min-h-11 flex-wrap items-center gap-x-3 py-2 no-underline hover:underline"
            >
              <LaneMark lane={lane} labelled />
              <span className={isKnownToTheDay(edtf) ? 'text-sm' : 'date-soft text-sm'}>
                {dateInWords(edtf)}
              </span>
              <span dir="auto" className="min-w-0">
                {title}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {count > entries.length && (
        <p className="text-muted mt-2">
          {(count - entries.length).toLocaleString('en')} more are in the story.
        </p>
      )}
    </section>
  )
}
