import { kindOf, laneLabels } from '@/lib/kinds/index'
import type { EntryKind } from '@/lib/kinds/names'
import type { Period } from '@/lib/shares/drawing/drawing'
import {
  filterLanes,
  filterParams,
  type FilterLane,
  type TimelineFilter,
} from '@/lib/timeline/filters'
import type { Span } from '@/lib/timeline/lanes/levels'
import { dayText } from '@/lib/timeline/lanes/words'

type Order = 'newest' | 'oldest'

const ORDERS: Record<Order, string> = { newest: 'Newest first', oldest: 'Oldest first' }

/** What the address of a page says: its order, and what narrows it. */
export type Asked = { order: Order; filter: TimelineFilter }

/** The parameters of a page; the usual order is not written. */
export function askedQuery({ order, filter }: Asked, more: Record<string, string> = {}): string {
  const params = filterParams(filter)
  if (order !== 'newest') params.set('order', order)
  for (const [name, value] of Object.entries(more)) params.set(name, value)
  return params.toString()
}

/** The parameters of what began within a span of days, in one lane or in all of them. */
export function periodQuery(
  { order, filter }: Asked,
  { from, to }: Span,
  lane: FilterLane | null,
): string {
  const days = { from: dayText(from), to: dayText(to - 1e-6) }
  return askedQuery({ order, filter: { ...filter, ...days, ...(lane && { lanes: [lane] }) } })
}

/** More of them would stand between a phone's reader and the first entry. */
const MOST_YEARS = 10

function href(asked: Asked, more?: Record<string, string>): string {
  return `?${askedQuery(asked, more)}#timeline`
}

/** The two orders of the timeline, as links: a shared page has no script. */
export function TimelineOrder(asked: Asked) {
  return (
    <nav aria-label="Order of the timeline">
      {(['newest', 'oldest'] as const).map((one) => (
        <a
          key={one}
          href={href({ ...asked, order: one })}
          aria-current={one === asked.order || undefined}
        >
          {ORDERS[one]}
        </a>
      ))}
    </nav>
  )
}

/** The lanes of the timeline, one at a time or all of them; those in which nothing is are left out. */
export function TimelineLanes({ order, filter, kinds }: Asked & { kinds: EntryKind[] | null }) {
  const [chosen] = filter.lanes
  const used = kinds && new Set<FilterLane>(kinds.map((kind) => kindOf(kind).lane))
  const offered = filterLanes.filter(
    (lane) => !used || lane === 'demand' || lane === chosen || used.has(lane),
  )
  return (
    <nav aria-label="Lanes of the timeline">
      <a
        href={href({ order, filter: { ...filter, lanes: [] } })}
        aria-current={chosen === undefined || undefined}
      >
        All
      </a>
      {offered.map((lane) => (
        <a
          key={lane}
          href={href({ order, filter: { ...filter, lanes: [lane] } })}
          aria-current={lane === chosen || undefined}
        >
          {laneLabels[lane]}
        </a>
      ))}
    </nav>
  )
}

/** The years of a record that has several, each as a link to its entries. */
export function TimelineYears({ periods, ...asked }: Asked & { periods: Period[] }) {
  const { filter } = asked
  const years = [...new Set(periods.map(({ period }) => period.slice(0, 4)))]
  if (years.length < 2 || filter.from !== null || filter.to !== null) return null
  const links = (
    <nav aria-label="Years of the timeline">
      {years.map((year) => (
        <a key={year} href={href({ ...asked, filter: { ...filter, from: year, to: year } })}>
          {year}
        </a>
      ))}
    </nav>
  )
  if (years.length <= MOST_YEARS) return links
  return (
    <details>
      <summary>
        {years[0]} to {years.at(-1)}, year by year
      </summary>
      {links}
    </details>
  )
}

/**
 * The way to the next page and back to the first one, which paper does not have: there it is said that
 * these are not all.
 *
 * @param next a cursor
 * @param shown how many of the `count` entries are on this page
 */
export function TimelinePages({
  first,
  next,
  shown,
  count,
  whole,
  ...asked
}: Asked & {
  first: boolean
  next: string | null
  shown: number
  count: number
  /** Whether it is the page that has as many as one page can. */
  whole: boolean
}) {
  if (first && !next && !whole) return null
  return (
    <>
      <nav aria-label="Pages of the timeline">
        {(!first || whole) && <a href={href(asked)}>{whole ? 'Page by page' : 'First page'}</a>}
        {next && (
          <a href={href(asked, { after: next, ...(whole && { entries: 'all' }) })} rel="next">
            {asked.order === 'newest' ? 'Earlier entries' : 'Later entries'}
          </a>
        )}
        {!whole && <a href={href(asked, { entries: 'all' })}>On one page, to print</a>}
      </nav>
      {shown < count && (
        <p className={whole ? undefined : 'printed'}>
          This {whole ? 'page' : 'printout'} has {shown.toLocaleString('en')} of the{' '}
          {count.toLocaleString('en')} entries. The rest are on other pages of this record.
        </p>
      )}
    </>
  )
}
