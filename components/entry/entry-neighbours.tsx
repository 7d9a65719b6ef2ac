type Neighbour = { id: string; title: string } | null

/** The ways from an entry to the ones before and after it on the timeline. */
export function EntryNeighbours({
  before,
  after,
  campaignHref,
}: {
  before: Neighbour
  after: Neighbour
  campaignHref: string
}) {
  if (!before && !after) return null
  return (
    <nav
      data-soft
      aria-label="Previous and next entry"
      className="chrome border-hairline mt-8 grid gap-4 border-t pt-4 sm:grid-cols-2"
    >
      <Way entry={before} words="Previous entry" rel="prev" {...{ campaignHref }} />
      <Way entry={after} words="Next entry" rel="next" {...{ campaignHref }} />
    </nav>
  )
}

function Way({
  entry,
  words,
  rel,
  campaignHref,
}: {
  entry: Neighbour
  words: string
  rel: 'prev' | 'next'
  campaignHref: string
}) {
  if (!entry) return <span />
  return (
    <a
      rel={rel}
      href={`${campaignHref}/entries/${entry.id}`}
      className={`group block min-h-11 no-underline ${rel === 'next' ? 'sm:text-right' : ''}`}
    >
      <span className="text-muted block text-sm">{words}</span>
      <bdi className="group-hover:underline">{entry.title}</bdi>
    </a>
  )
}
