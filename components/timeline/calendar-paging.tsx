import { dateInWords } from '@/lib/dates/words'
import { Menu, MenuArrow, MenuLink } from '@/components/ui/menu'
import { neighbourMonth } from '@/lib/timeline/calendar'

/** The way to the next years or months, and to any year that has entries. */
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
    <nav aria-label="Years and months" className="chrome contents">
      {before && <Step point={before} hrefOf={hrefOf} rel="prev" />}
      {after && <Step point={after} hrefOf={hrefOf} rel="next" />}
      {month && <Step point={year} hrefOf={hrefOf} />}
      <Menu
        summary={
          <>
            All years <MenuArrow />
          </>
        }
      >
        <ul className="max-h-96 overflow-y-auto">
          {years.map((one) => (
            <li key={one}>
              <MenuLink href={hrefOf(one)} current={one === point ? 'page' : undefined}>
                {dateInWords(one)}
              </MenuLink>
            </li>
          ))}
        </ul>
      </Menu>
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
