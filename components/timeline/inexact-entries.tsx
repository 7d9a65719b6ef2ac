import type { CalendarEntry } from '@/lib/timeline/calendar'
import { DatedEntries } from './dated-entries'

/** What has no one day in a calendar: dates that may be any of several days, and spans of days. */
export function InexactEntries({
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
    <section aria-labelledby="inexact" className="mt-8">
      <h3 id="inexact" className="mb-2 text-lg">
        No exact day ({count.toLocaleString('en')})
      </h3>
      <p className="text-muted mb-2">
        These last several days, or may have happened on any of several days.
      </p>
      <DatedEntries {...{ entries, hrefOf }} />
      {count > entries.length && (
        <p className="text-muted mt-2">
          {(count - entries.length).toLocaleString('en')} more are in the story.
        </p>
      )}
    </section>
  )
}
