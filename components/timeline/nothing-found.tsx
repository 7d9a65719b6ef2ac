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
      <EmptyState title="Nothing is logged yet">
        <p>What is logged in this campaign will stand here.</p>
      </EmptyState>
    )
  return some ? (
    <EmptyState
      title="The record ends here"
      action={
        <ButtonLink href={timelineHref(slug, view, filter, keep)}>
          Begin at the first entry
        </ButtonLink>
      }
    >
      <p>Nothing is logged beyond this date.</p>
    </EmptyState>
  ) : (
    <EmptyState
      title="No entry fits"
      action={
        <ButtonLink href={timelineHref(slug, view, noFilter, keep)}>Show all entries</ButtonLink>
      }
    >
      <p>Take one of the filters away, or look for other words.</p>
    </EmptyState>
  )
}
