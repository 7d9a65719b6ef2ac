import type { CitationDto } from '@/lib/record'
import { noteId, type Footnote, type MarkOf, type NoteMark } from '@/lib/timeline/footnotes'
import { SourceLine, SourcePictures } from './source-line'

/** More marks than this are not led back to: their note would be longer than what it says. */
const MOST_BACK = 26

/** Where something is from: who published it and the number of its note, or the whole source on one line. */
export function CitedSource({ citation, markOf }: { citation: CitationDto; markOf: MarkOf }) {
  const { source } = citation
  const mark = markOf?.(citation)
  if (!mark) return <SourceLine source={source} />
  return (
    <cite className="source">
      <bdi>{source.publisher || source.title}</bdi>
      <Mark {...mark} />
    </cite>
  )
}

function Mark({ number, mark }: NoteMark) {
  return (
    <sup>
      <a id={mark} href={`#${noteId(number)}`} aria-label={`Note ${number}`}>
        {number}
      </a>
    </sup>
  )
}

/** Every source of what stands above, once, with ways back to where it is cited; nothing without any. */
export function NoteList({ notes }: { notes: Footnote[] }) {
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="notes" className="notes">
      <h2 id="notes">Sources</h2>
      <ol>
        {notes.map(({ source, marks }, index) => (
          <li key={source.id} id={noteId(index + 1)}>
            <SourceLine source={source} /> <Back marks={marks} />
            <SourcePictures pictures={source.pictures ?? []} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Back({ marks }: { marks: string[] }) {
  return (
    <span className="back">
      {marks.slice(0, MOST_BACK).map((mark, index) => {
        const letter = String.fromCharCode(97 + index)
        const label = marks.length === 1 ? 'Back to the text' : `Back to the text, ${letter}`
        return (
          <a key={mark} href={`#${mark}`} aria-label={label}>
            {index === 0 && '↑'}
            {marks.length > 1 && letter}
          </a>
        )
      })}
    </span>
  )
}
