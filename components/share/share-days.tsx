import { dateInWords } from '@/lib/dates/words'

/** How often a link was opened, day by day (UTC), as nearly as may be told. */
export function ShareDays({ days }: { days: { day: string; views: string }[] }) {
  return (
    <>
      <p className="mb-3 max-w-prose">
        Page views per day. Nothing identifies the people who opened it: no address, no browser, no
        cookie. Bots and previews do not count.
      </p>
      {days.length === 0 ? (
        <p className="text-muted">No views yet. New views take a moment to appear.</p>
      ) : (
        <ul className="max-w-prose">
          {days.map(({ day, views }) => (
            <li key={day} className="border-hairline flex flex-wrap gap-x-4 border-b py-2">
              <time dateTime={day} className="w-40">
                {dateInWords(day)}
              </time>
              {views}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
