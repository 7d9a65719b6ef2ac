import { laneLabels } from '@/lib/kinds/index'
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

/** The lanes of the timeline, one at a time or all of them. */
export function TimelineLanes({ order, filter }: Asked) {
  const [chosen] = filter.lanes
  return (
    <nav aria-label="Lanes of the timeline">
      <a
        href={href({ order, filter: { ...filter, lanes: [] } })}
        aria-current={chosen === undefined || undefined}
      >
        All
      </a>
      {filterLanes.map((lane) => (
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
  return (
    <nav aria-label="Years of the timeline">
      {years.map((year) => (
        <a key={year} href={href({ ...asked, filter: { ...filter, from: year, to: year } })}>
          {year}
        </a>
      ))}
    </nav>
  )
}

/** The way to the next page and back to the first one; `next` is a cursor. */
export function TimelinePages({
  first,
  next,
  ...asked
}: Asked & { first: boolean; next: string | null }) {
  if (first && !next) return null
  return (
    <nav aria-label="Pages of the timeline">
      {!first && <a href={href(asked)}>First page</a>}
      {next && (
        <a href={href(asked, { after: next })} rel="next">
          {asked.order === 'newest' ? 'Earlier entries' : 'Later entries'}
        </a>
      )}
    </nav>
  )
}
