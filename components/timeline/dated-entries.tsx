import { EntrySigns } from '@/components/ui/entry-signs'
import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords, isKnownToTheDay } from '@/lib/dates/words'
import type { CalendarEntry } from '@/lib/timeline/calendar'

/** Entries as lines, each with its lane, its date in words and its title. */
export function DatedEntries({
  entries,
  hrefOf,
}: {
  entries: Pick<CalendarEntry, 'id' | 'title' | 'lane' | 'edtf' | 'signs'>[]
  hrefOf: (id: string) => string
}) {
  return (
    <ul>
      {entries.map(({ id, title, lane, edtf, signs }) => (
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
            <EntrySigns signs={signs} />
          </a>
        </li>
      ))}
    </ul>
  )
}
