import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { timelineHref, type Extra, type TimelineView } from '@/lib/timeline/address'
import { isEmptyFilter, noFilter, type TimelineFilter } from '@/lib/timeline/filters'

/** Where a view is empty: `some` says that the filter does find something, elsewhere in time. */
export function NothingFound({
  slug,
  view,
  filter,
  keep,
  some,
}: {
  slug: string
  view: TimelineView
  filter: TimelineFilter
  keep?: Extra
  some: boolean
}) {
  if (!some && isEmptyFilter(filter))
    return (
      <EmptyState title="No entries yet">
        <p>Entries that you log in this campaign appear here.</p>
      </EmptyState>
    )
  return some ? (
    <EmptyState
      title="The record ends here"
      action={
        <ButtonLink href={timelineHref(slug, view, filter, keep)}>Go to the first entry</ButtonLink>
      }
    >
      <p>There are no entries beyond this date.</p>
    </EmptyState>
  ) : (
    <EmptyState
      title="No matching entries"
      action={
        <ButtonLink href={timelineHref(slug, view, noFilter, keep)}>Show all entries</ButtonLink>
      }
    >
      <p>Remove a filter, or search for other words.</p>
    </EmptyState>
  )
}
