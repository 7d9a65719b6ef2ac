import { Fragment } from 'react'
import { DisputeLines } from '@/components/entry/answer-lines'
import { SourceLine } from '@/components/entry/source-line'
import { dateInWords } from '@/lib/dates/words'
import { notesOfQuote, speakerWords, whatWasSaid } from '@/lib/press-kit/contents'
import type { SharedEntry } from '@/lib/shares/record'
import type { Footnotes } from '@/lib/timeline/footnotes'

/** The numbers of the notes that something on paper rests on. */
export function NoteNumbers({ numbers }: { numbers: number[] }) {
  if (numbers.length === 0) return null
  return (
    <p className="press-numbers">
      {numbers.length === 1 ? 'Note ' : 'Notes '}
      {numbers.map((number, index) => (
        <span key={number}>
          {index > 0 && ', '}
          <a href={`#press-note-${number}`}>{number}</a>
        </span>
      ))}
    </p>
  )
}

/** Every quotation of a press kit, with who said it and when. */
export function PressQuotes({ entries, notes }: { entries: SharedEntry[]; notes: Footnotes }) {
  const quotes = whatWasSaid(entries)
  if (quotes.length === 0) return null
  return (
    <section aria-labelledby="press-quotes">
      <h3 id="press-quotes">What was said</h3>
      {quotes.map((one) => {
        const { entry, speaker, quote } = one
        const who = speakerWords(speaker)
        return (
          <figure key={quote.id}>
            <blockquote dir="auto">{quote.text}</blockquote>
            <figcaption>
              {who.length === 0 && 'Somebody who is not named'}
              {who.map((words, index) => (
                <Fragment key={index}>
                  {index > 0 && ', '}
                  <bdi>{words}</bdi>
                </Fragment>
              ))}
              {`, ${dateInWords(entry.edtf, { weekday: false })}`}
              <NoteNumbers numbers={notesOfQuote(notes, one)} />
            </figcaption>
            <DisputeLines disputes={quote.disputes} />
          </figure>
        )
      })}
    </section>
  )
}

/** The sources of a press kit, numbered, each once. */
export function PressNotes({ notes: { notes } }: { notes: Footnotes }) {
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="press-notes">
      <h3 id="press-notes">Notes</h3>
      <ol className="press-notes">
        {notes.map(({ source }, index) => (
          <li key={source.id} id={`press-note-${index + 1}`}>
            <SourceLine source={source} />
          </li>
        ))}
      </ol>
    </section>
  )
}
