export type Order = 'newest' | 'oldest'

const ORDERS: Record<Order, string> = { newest: 'Newest first', oldest: 'Oldest first' }

/** The two orders of the timeline, as links: a shared page has no script. */
export function TimelineOrder({ order }: { order: Order }) {
  return (
    <nav aria-label="Order of the timeline">
      {(['newest', 'oldest'] as const).map((one) => (
        <a key={one} href={`?order=${one}#timeline`} aria-current={one === order || undefined}>
          {ORDERS[one]}
        </a>
      ))}
    </nav>
  )
}

/** The way to the next page and back to the first one; `next` is a cursor. */
export function TimelinePages({
  order,
  first,
  next,
}: {
  order: Order
  first: boolean
  next: string | null
}) {
  if (first && !next) return null
  return (
    <nav aria-label="Pages of the timeline">
      {!first && <a href={`?order=${order}#timeline`}>First page</a>}
      {next && (
        <a href={`?order=${order}&after=${next}#timeline`} rel="next">
          {order === 'newest' ? 'Earlier entries' : 'Later entries'}
        </a>
      )}
    </nav>
  )
}
