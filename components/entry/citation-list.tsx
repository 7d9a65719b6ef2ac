import type { CitationDto } from '@/lib/record'
import type { MarkOf } from '@/lib/timeline/footnotes'
import { CitedSource } from './notes'
import { MissingPassage, SourcePictures } from './source-line'

/** Sources with their passages; links leave without saying where from. */
export function CitationList({
  citations,
  markOf = null,
}: {
  citations: CitationDto[]
  markOf?: MarkOf
}) {
  if (citations.length === 0) return null
  return (
    <ul className="citations">
      {citations.map((citation) => (
        <li key={citation.id}>
          <CitedSource {...{ citation, markOf }} />
          {citation.exact && (
            <q dir="auto" className="passage">
              {citation.exact}
            </q>
          )}
          <MissingPassage citation={citation} />
          {!markOf && <SourcePictures pictures={citation.source.pictures ?? []} />}
        </li>
      ))}
    </ul>
  )
}
