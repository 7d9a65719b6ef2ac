import Link from 'next/link'
import { MissingPassage } from './citation-list'
import type { CitationDto, EntryDto } from '@/lib/record'

/** For members: every passage that an entry rests on, with a way to its place in the source. */
export function RestsOn({ entry, slug }: { entry: EntryDto; slug: string }) {
  const citations = [
    ...entry.citations,
    ...entry.appearances.flatMap(({ quotes }) => quotes.flatMap((quote) => quote.citations)),
    ...entry.claims.flatMap((claim) => claim.citations),
  ]
  if (citations.length === 0)
    return <p className="text-muted">No source is named yet. Edit the entry to add one.</p>
  return (
    <ul className="divide-hairline border-hairline divide-y border-b">
      {citations.map((citation) => (
        <li key={citation.id} className="py-2">
          <Link
            href={`/campaigns/${slug}/sources/${citation.source.id}?passage=${citation.id}#passage-${citation.id}`}
            className="inline-flex min-h-11 items-center"
          >
            <bdi>{shown(citation)}</bdi>
          </Link>
          <MissingPassage citation={citation} />
        </li>
      ))}
    </ul>
  )
}

const LONGEST = 120

function shown({ exact, source }: CitationDto): string {
  if (exact === '') return source.title
  return `“${exact.length > LONGEST ? `${exact.slice(0, LONGEST).trimEnd()} …` : exact}”, ${source.title}`
}
