import { dateInWords } from '@/lib/dates/words'
import type { CitationDto } from '@/lib/record'

/** Sources with their passages; links leave without saying where from. */
export function CitationList({ citations }: { citations: CitationDto[] }) {
  if (citations.length === 0) return null
  return (
    <ul className="citations">
      {citations.map((citation) => (
        <li key={citation.id}>
          <SourceLine source={citation.source} />
          {citation.exact && <q className="passage">{citation.exact}</q>}
        </li>
      ))}
    </ul>
  )
}

/** A source on one line: publisher, title as a link, date. */
export function SourceLine({ source }: { source: CitationDto['source'] }) {
  return (
    <cite className="source">
      {source.publisher && <span>{source.publisher}, </span>}
      {source.url ? (
        <a href={source.url} rel="noreferrer noopener external">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      {source.published && <span>, {dateInWords(source.published, { weekday: false })}</span>}
    </cite>
  )
}
