import { DifferMark } from '@/components/ui/differ-mark'
import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords, isExact } from '@/lib/dates/words'
import { weekdaysFrom, weeksOf, type CalendarMonth } from '@/lib/timeline/calendar'

type Day = CalendarMonth['days'][number]

/** A month of days with their titles; on a phone a list of the days that have entries. */
export function MonthGrid({
  month,
  days,
  firstWeekday,
  entryHref,
  dayHref,
}: {
  month: string
  days: Day[]
  /** On which a week begins, 0 Sunday to 6 Saturday. */
  firstWeekday: number
  entryHref: (id: string) => string
  dayHref: (day: string) => string
}) {
  const found = new Map(days.map((day) => [day.day, day]))
  if (days.length === 0)
    return <p className="text-muted mb-6">No entry of this month has a day of its own.</p>
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
        {weeksOf(month, firstWeekday)
          .flat()
          .map((day, index) => {
            const here = day ? found.get(day) : undefined
            return (
              <li
                key={index}
                className={`md:border-hairline min-w-0 md:min-h-28 md:border-r md:border-b md:p-1.5 ${here ? 'border-hairline border-b py-3 md:py-1.5' : 'max-md:hidden'}`}
                aria-hidden={here ? undefined : true}
              >
                {day && (
                  <h3 className="text-muted font-sans text-sm font-semibold">
                    <span className="md:sr-only">{dateInWords(day)}</span>
                    <span aria-hidden="true" className="max-md:hidden">
                      {Number(day.slice(8))}
                    </span>
                  </h3>
                )}
                {here && <Titles day={here} entryHref={entryHref} dayHref={dayHref} />}
              </li>
            )
          })}
      </ol>
    </>
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
        {entries.map(({ id, title, lane, edtf, time, differ }) => (
          <li key={id} data-entry={id} data-day={day}>
            <a
              href={entryHref(id)}
              className="flex min-h-11 items-start gap-1.5 py-2 text-sm leading-snug no-underline hover:underline md:min-h-6 md:py-0.5"
            >
              <LaneMark lane={lane} labelled className="mt-0.5 size-3" />
              <span className="line-clamp-2 min-w-0">
                {time && <span className="tabular-nums">{time} </span>}
                {!isExact(edtf) && <span className="text-muted">{dateInWords(edtf)}: </span>}
                <bdi>{title}</bdi> <DifferMark fields={differ} />
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
