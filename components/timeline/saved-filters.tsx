import { timelineViews, type TimelineView } from '@/lib/timeline/address'

/** The filters that were kept under a name, as links to what they show. */
export function SavedFilters({
  slug,
  view,
  saved,
}: {
  slug: string
  view: TimelineView
  saved: { id: string; name: string; query: string }[]
}) {
  if (saved.length === 0) return null
  return (
    <nav aria-label="Saved filters" className="border-hairline mb-5 border-b pb-4">
      <ul className="flex flex-wrap gap-x-5">
        {saved.map(({ id, name, query }) => (
          <li key={id}>
            <a
              href={`/campaigns/${slug}${timelineViews[view].path}?${query}`}
              className="inline-flex min-h-11 items-center"
            >
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
