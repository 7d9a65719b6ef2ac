import Link from 'next/link'
import { MissingPassage, SourceLine } from './source-line'
import { noteId, type Footnotes } from '@/lib/timeline/footnotes'

/**
 * For members: the sources that an entry rests on, each once and numbered, with every passage that is
 * cited of it and the way to its place in our copy.
 */
export function RestsOn({ notes: { notes }, slug }: { notes: Footnotes; slug: string }) {
  if (notes.length === 0)
    return <p className="text-muted">No source yet. Edit the entry to add one.</p>
  return (
    <ol className="list-decimal space-y-3 pl-6">
      {notes.map(({ source, citations }, index) => (
        <li key={source.id} id={noteId(index + 1)}>
          <SourceLine source={source} />
          <ul>
            {citations.map((citation) => (
              <li key={citation.id}>
                <Link
                  href={`/campaigns/${slug}/sources/${source.id}?passage=${citation.id}#passage-${citation.id}`}
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
