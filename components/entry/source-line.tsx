import { dateInWords } from '@/lib/dates/words'
import type { CitationDto } from '@/lib/record'
import { behindTheRest } from '@/lib/sources/fields'

/** What a source says of its pictures, which are not kept themselves: once opened, since many entries cite one source. */
export function SourcePictures({
  pictures,
}: {
  pictures: NonNullable<CitationDto['source']['pictures']>
}) {
  if (pictures.length === 0) return null
  return (
    <details>
      <summary>
        {pictures.length === 1 ? '1 picture' : `${pictures.length} pictures`} in this source
      </summary>
      {pictures.map(({ caption, credit }, index) => (
        <span key={index} className="source-picture">
          <bdi>{[caption, credit && `(${credit})`].filter(Boolean).join(' ')}</bdi>
        </span>
      ))}
    </details>
  )
}

/** Says where a passage is not in the text that was kept of its source; else nothing. */
export function MissingPassage({ citation: { missing } }: { citation: CitationDto }) {
  if (missing === undefined) return null
  return (
    <span className="missing-passage">
      {missing === 'absent'
        ? 'Not found in the captured text of the source.'
        : 'No longer found where it was marked in the source.'}
    </span>
  )
}

/** A source on one line: publisher, title as a link, date. */
export function SourceLine({ source }: { source: CitationDto['source'] }) {
  return (
    <cite className="source">
      {source.publisher && (
        <span>
          <bdi>{source.publisher}</bdi>,{' '}
        </span>
      )}
      {source.url ? (
        <a dir="auto" href={source.url} rel="noreferrer noopener external">
          {source.title}
        </a>
      ) : (
        <bdi>{source.title}</bdi>
      )}
      {source.published && <span>, {dateInWords(source.published, { weekday: false })}</span>}
      {behindTheRest('cited', source).map(({ label, text }) => (
        <span key={label}>
          , {label}: <bdi>{text}</bdi>
        </span>
      ))}
    </cite>
  )
}
