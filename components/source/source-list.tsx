import Link from 'next/link'
import { dateInWords } from '@/lib/dates/words'
import type { SourceListing } from '@/lib/directory'
import { sourceKindLabels } from '@/lib/schemas/words'

/** Sources by title, with what is known of each on one line. */
export function SourceList({
  sources,
  campaignHref,
}: {
  sources: SourceListing[]
  campaignHref: string
}) {
  return (
    <ul className="divide-hairline border-hairline divide-y border-b">
      {sources.map((source) => (
        <li key={source.id} className="py-3">
          <Link
            href={`${campaignHref}/sources/${source.id}`}
            className="inline-flex min-h-11 items-center font-serif text-lg"
          >
            <bdi>{source.title}</bdi>
          </Link>
          <p className="text-muted">{factsOf(source)}</p>
        </li>
      ))}
    </ul>
  )
}

function factsOf({ publisher, published, kind, captured, citations }: SourceListing): string {
  return [
    publisher,
    published && dateInWords(published, { weekday: false }),
    sourceKindLabels[kind],
    citations === 0
      ? 'not cited yet'
      : citations === 1
        ? 'cited once here'
        : `cited ${citations} times here`,
    captured && 'text captured',
  ]
    .filter(Boolean)
    .join(' · ')
}
