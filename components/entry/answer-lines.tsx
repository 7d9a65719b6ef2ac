import { dateInWords } from '@/lib/dates/words'
import type { CitationDto, DisputeDto, ReplyDto } from '@/lib/record'
import type { MarkOf } from '@/lib/timeline/footnotes'
import { CitedSource } from './notes'
import { MissingPassage } from './source-line'

/** Who disputes something, and why: beside what they dispute. */
export function DisputeLines({
  disputes,
  markOf = null,
}: {
  disputes: readonly DisputeDto[]
  markOf?: MarkOf
}) {
  return disputes.map(({ id, reason, saidBy, citations }) => (
    <p key={id} className="claims">
      <strong>Disputed</strong> by <bdi>{saidBy}</bdi>
      {reason !== '' && (
        <>
          : <bdi>{reason}</bdi>
        </>
      )}
      {/* On paper the source stands in the same line. */} <Cited {...{ citations, markOf }} />
    </p>
  ))
}

/** What organizations themselves say to an entry, word for word. */
export function ReplyList({
  replies,
  markOf = null,
}: {
  replies: readonly ReplyDto[]
  markOf?: MarkOf
}) {
  if (replies.length === 0) return null
  return (
    <div className="people" role="group" aria-label="Right of reply">
      {replies.map(({ id, organization, edtf, text, citations }) => (
        <figure key={id} className="quote">
          <blockquote>
            <p dir="auto">“{text}”</p>
          </blockquote>
          <figcaption>
            Right of reply: statement by{' '}
            <span className="who">
              <bdi className="name">{organization}</bdi>
            </span>
            , {dateInWords(edtf, { weekday: false })}
            <Cited {...{ citations, markOf }} />
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

function Cited({ citations, markOf }: { citations: readonly CitationDto[]; markOf: MarkOf }) {
  return citations.map((citation) => (
    <span key={citation.id} className="claim-source">
      <CitedSource {...{ citation, markOf }} />
      <MissingPassage citation={citation} />
    </span>
  ))
}
