import { dateInWords } from '@/lib/dates/words'
import { neighbourMonth } from '@/lib/timeline/calendar'

/** From one year or month to the next, to the whole year, and to any year that has entries. */
export function CalendarPaging({
  point,
  years,
  hrefOf,
}: {
  point: string
  years: string[]
  hrefOf: (point: string) => string
}) {
  const month = point.length === 7
  const year = point.slice(0, 4)
  const before = month
    ? neighbourMonth(point, -1)
    : (years.filter((one) => one < year).at(-1) ?? null)
  const after = month ? neighbourMonth(point, 1) : (years.find((one) => one > year) ?? null)
  return (
    <nav aria-label="Years and months" className="chrome mb-4 flex flex-wrap gap-x-5">
      {before && <Step point={before} hrefOf={hrefOf} rel="prev" />}
      {after && <Step point={after} hrefOf={hrefOf} rel="next" />}
      {month && <Step point={year} hrefOf={hrefOf} />}
      <details className="min-w-0 flex-1 basis-40">
        <summary className="flex min-h-11 items-center">All years with entries</summary>
        <ul className="flex flex-wrap gap-x-4">
          {years.map((one) => (
            <li key={one}>
              <Step point={one} hrefOf={hrefOf} />
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

function Step({
  point,
  hrefOf,
  rel,
}: {
  point: string
  hrefOf: (point: string) => string
  rel?: 'prev' | 'next'
}) {
  return (
    <a href={hrefOf(point)} rel={rel} className="inline-flex min-h-11 items-center tabular-nums">
      {rel === 'prev' && <span aria-hidden="true">←&nbsp;</span>}
      {dateInWords(point)}
      {rel === 'next' && <span aria-hidden="true">&nbsp;→</span>}
    </a>
  )
}
