import { dateInWords } from '@/lib/dates/words'
import { fullness, monthsOf, weekdaysFrom, weeksOf } from '@/lib/timeline/calendar'

const SHADES = ['', 'bg-ink/10', 'bg-ink/20', 'bg-ink/30', 'bg-ink/40'] as const

/** Twelve months of days; a day with entries shows how many, and is the darker the more there are. */
export function YearGrid({
  year,
  days,
  firstWeekday,
  today,
  monthHref,
  dayHref,
}: {
  year: string
  days: { day: string; count: number }[]
  /** On which a week begins, 0 Sunday to 6 Saturday. */
  firstWeekday: number
  today: string
  monthHref: (month: string) => string
  dayHref: (day: string) => string
}) {
  const counts = new Map(days.map(({ day, count }) => [day, count]))
  const most = Math.max(0, ...counts.values())
  return (
    <div className="grid gap-x-8 gap-y-2 sm:grid-cols-2 sm:gap-y-6 lg:grid-cols-3 xl:grid-cols-4">
      {monthsOf(year).map((month) => {
        const inMonth = days.filter(({ day }) => day.startsWith(month))
        const all = inMonth.reduce((sum, { count }) => sum + count, 0)
        // On a phone twelve months of days are five screens, and most of them may be empty.
        const folded = all === 0 && !today.startsWith(month)
        return (
          <section key={month} aria-labelledby={`month-${month}`}>
            <h3 id={`month-${month}`} className="flex items-baseline justify-between text-base">
              <a href={monthHref(month)} className="inline-flex min-h-11 items-center">
                {dateInWords(month).replace(/ \d+$/, '')}
              </a>
              {(all > 0 || folded) && (
                <span
                  className={`text-muted font-sans text-sm font-normal tabular-nums ${folded ? 'sm:hidden' : ''}`}
                >
                  {folded ? 'no entries' : all.toLocaleString('en')}
                </span>
              )}
            </h3>
            <table
              className={`w-full table-fixed text-center text-sm ${folded ? 'max-sm:hidden' : ''}`}
            >
              <thead>
                <tr>
                  {weekdaysFrom(firstWeekday).map((name) => (
                    <th key={name} scope="col" abbr={name} className="text-muted font-normal">
                      {name.slice(0, 2)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {weeksOf(month, firstWeekday).map((week, index) => (
                  <tr key={index}>
                    {week.map((day, weekday) => (
                      <td
                        key={weekday}
                        aria-current={day === today ? 'date' : undefined}
                        className="aria-[current]:outline-ink p-0 aria-[current]:outline-2 aria-[current]:-outline-offset-2"
                      >
                        {day && (
                          <Day day={day} count={counts.get(day) ?? 0} most={most} href={dayHref} />
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      })}
    </div>
  )
}

function Day({
  day,
  count,
  most,
  href,
}: {
  day: string
  count: number
  most: number
  href: (day: string) => string
}) {
  const number = Number(day.slice(8))
  if (count === 0) return <span className="text-muted block py-2.5 sm:py-2">{number}</span>
  return (
    <a
      href={href(day)}
      aria-label={`${dateInWords(day)}: ${count} ${count === 1 ? 'entry' : 'entries'}`}
      className={`${SHADES[fullness(count, most)]} flex min-h-11 flex-col justify-center leading-tight no-underline sm:min-h-9`}
    >
      <span className="block font-semibold">{number}</span>
      <span className="block text-xs">{count}</span>
    </a>
  )
}
