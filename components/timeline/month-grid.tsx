import { EntrySigns } from '@/components/ui/entry-signs'
import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords, isExact } from '@/lib/dates/words'
import {
  spansOf,
  weekdaysFrom,
  weeksOf,
  type CalendarEntry,
  type CalendarMonth,
  type SpanPiece,
} from '@/lib/timeline/calendar'

type Day = CalendarMonth['days'][number]

/** How high a line of what lasts several days is, in rem. */
const LINE = 1.75

/**
 * A month of days with their titles, and across them what lasts several days; on a phone a list of
 * the days that have entries.
 */
export function MonthGrid({
  month,
  days,
  lasting,
  today,
  firstWeekday,
  entryHref,
  dayHref,
}: {
  month: string
  days: Day[]
  /** Entries that have no one day; those that last several are drawn across them. */
  lasting: CalendarEntry[]
  today: string
  /** On which a week begins, 0 Sunday to 6 Saturday. */
  firstWeekday: number
  entryHref: (id: string) => string
  dayHref: (day: string) => string
}) {
  const found = new Map(days.map((day) => [day.day, day]))
  const weeks = weeksOf(month, firstWeekday)
  const spans = spansOf(weeks, lasting, today)
  if (days.length === 0 && spans.every((pieces) => pieces.length === 0))
    return <p className="text-muted mb-6">No entry this month has an exact day.</p>
  return (
    <>
      <div aria-hidden="true" className="text-muted hidden grid-cols-7 pb-1 text-sm md:grid">
        {weekdaysFrom(firstWeekday).map((name) => (
          <span key={name} className="px-1.5">
            {name.slice(0, 3)}
          </span>
        ))}
      </div>
      <ol className="md:border-hairline mb-8 md:grid md:grid-cols-7 md:border-t md:border-l">
        {weeks.flatMap((week, row) =>
          week.map((day, column) => {
            const here = day ? found.get(day) : undefined
            const pieces = spans[row] ?? []
            const begun = pieces.filter((piece) => piece.day === day)
            return (
              <li
                key={`${row} ${column}`}
                className={`md:border-hairline min-w-0 md:min-h-28 md:border-r md:border-b md:p-1.5 ${here ? 'border-hairline border-b py-3 md:py-1.5' : 'max-md:hidden'}`}
                aria-hidden={here || begun.length > 0 ? undefined : true}
                aria-current={day === today ? 'date' : undefined}
              >
                {day && (
                  <h3 className="text-muted font-sans text-sm font-semibold">
                    <span className="md:sr-only">{dateInWords(day)}</span>
                    <span
                      aria-hidden="true"
                      className={`max-md:hidden ${day === today ? 'bg-ink text-paper rounded-xs px-1.5' : ''}`}
                    >
                      {Number(day.slice(8))}
                    </span>
                  </h3>
                )}
                {day && pieces.length > 0 && <Spans {...{ pieces, begun, entryHref }} />}
                {here && <Titles day={here} entryHref={entryHref} dayHref={dayHref} />}
              </li>
            )
          }),
        )}
      </ol>
    </>
  )
}

// The lines of a week stand at the same height in each of its days.
function Spans({
  pieces,
  begun,
  entryHref,
}: {
  pieces: SpanPiece[]
  begun: SpanPiece[]
  entryHref: (id: string) => string
}) {
  const lines = Math.max(...pieces.map(({ line }) => line)) + 1
  return (
    <div className="relative -mx-1.5 max-md:hidden" style={{ height: `${lines * LINE}rem` }}>
      {begun.map(({ entry, days, line, begins, ends }) => (
        <a
          key={entry.id}
          href={entryHref(entry.id)}
          className={`bg-wash border-control absolute z-1 flex h-6 items-center gap-1 border-y px-1 text-sm no-underline hover:underline ${begins ? 'ml-1 border-l' : ''} ${ends ? 'border-r' : ''}`}
          style={{
            top: `${line * LINE}rem`,
            width: `calc(${days * 100}% + ${days - 1}px - 0.5rem)`,
          }}
        >
          <LaneMark lane={entry.lane} labelled className="size-3 shrink-0" />
          <span className="sr-only">{dateInWords(entry.edtf)}: </span>
          <bdi className="truncate">{entry.title}</bdi>
        </a>
      ))}
    </div>
  )
}

function Titles({
  day: { day, count, entries },
  entryHref,
  dayHref,
}: {
  day: Day
  entryHref: (id: string) => string
  dayHref: (day: string) => string
}) {
  return (
    <>
      <ul>
        {entries.map(({ id, title, lane, edtf, time, signs }) => (
          <li key={id} data-entry={id} data-day={day}>
            <a
              href={entryHref(id)}
              className="flex min-h-11 items-start gap-1.5 py-2 text-sm leading-snug no-underline hover:underline md:min-h-6 md:py-0.5"
            >
              <LaneMark lane={lane} labelled className="mt-0.5 size-3" />
              <span className="line-clamp-2 min-w-0">
                {time && <span className="tabular-nums">{time} </span>}
                {!isExact(edtf) && <span className="text-muted">{dateInWords(edtf)}: </span>}
                <bdi>{title}</bdi> <EntrySigns signs={signs} />
              </span>
            </a>
          </li>
        ))}
      </ul>
      {count > entries.length && (
        <a href={dayHref(day)} className="inline-flex min-h-11 items-center text-sm md:min-h-6">
          {`${(count - entries.length).toLocaleString('en')} more`}
          <span className="sr-only"> on {dateInWords(day)}</span>
        </a>
      )}
    </>
  )
}
