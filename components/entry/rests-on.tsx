import Link from 'next/link'
import { MissingPassage, SourceLine } from './source-line'
import type { CitationDto, EntryDto } from '@/lib/record'

/**
 * For members: the sources that an entry rests on, each once and numbered, with every passage that is
 * cited of it and the way to its place in our copy.
 */
export function RestsOn({ entry, slug }: { entry: EntryDto; slug: string }) {
  const cited = [
    ...entry.citations,
    ...entry.appearances.flatMap(({ quotes }) =>
      quotes.flatMap(({ citations, disputes }) => [
        ...citations,
        ...disputes.flatMap((dispute) => dispute.citations),
      ]),
    ),
    ...[...entry.claims, ...entry.disputes, ...entry.replies].flatMap(({ citations }) => citations),
  ]
  if (cited.length === 0)
    return <p className="text-muted">No source yet. Edit the entry to add one.</p>
  const sources = new Map<string, CitationDto[]>()
  for (const citation of cited)
    sources.set(citation.source.id, [...(sources.get(citation.source.id) ?? []), citation])
  return (
    <ol className="list-decimal space-y-3 pl-6">
      {[...sources].map(([id, [first, ...others]]) => (
        <li key={id}>
          {first && <SourceLine source={first.source} />}
          <ul>
            {first &&
              [first, ...others].map((citation) => (
                <li key={citation.id}>
                  <Link
                    href={`/campaigns/${slug}/sources/${id}?passage=${citation.id}#passage-${citation.id}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    <bdi>{citation.exact === '' ? 'Our copy' : shortened(citation.exact)}</bdi>
                  </Link>
                  <MissingPassage citation={citation} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

const LONGEST = 120

function shortened(exact: string): string {
  return `“${exact.length > LONGEST ? `${exact.slice(0, LONGEST).trimEnd()} …` : exact}”`
}
