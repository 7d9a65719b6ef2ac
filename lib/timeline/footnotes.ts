import type { CitationDto, EntryDto } from '../record'

/** A source with its citations and the ids of the marks that lead to it, in the order in which they are read. */
export type Footnote = { source: CitationDto['source']; citations: CitationDto[]; marks: string[] }

/** Where a citation leads: the number of its source's note, and the id of its own mark. */
export type NoteMark = { number: number; mark: string }

/** Gives the mark of a citation of one entry; null where its source is told in full beside it. */
export type MarkOf = ((citation: CitationDto) => NoteMark | null) | null

/** Sources in the order in which they are first cited, numbered from 1. */
export type Footnotes = {
  notes: Footnote[]
  /** The numbers of an entry's sources, in order, each once. */
  of: (entry: EntryDto) => number[]
  /** Gives the marks of an entry that was numbered. */
  marksIn: (entry: EntryDto) => NonNullable<MarkOf>
}

export const noteId = (number: number) => `note-${number}`

/** Numbers the sources of entries that are read one after the other: of all that has one too. */
export function footnotes(entries: EntryDto[]): Footnotes {
  const notes: Footnote[] = []
  const numbers = new Map<string, number>()
  const marks = new Map<string, NoteMark>()
  for (const entry of entries)
    for (const citation of citationsOf(entry)) {
      const { source } = citation
      const number = numbers.get(source.id) ?? notes.push({ source, citations: [], marks: [] })
      numbers.set(source.id, number)
      const note = notes[number - 1]
      if (!note) continue
      // Any citation of a source may be the one that says what stands beside its pictures.
      if (source.pictures && !note.source.pictures) note.source = source
      const mark = `mark-${number}-${note.marks.length + 1}`
      note.marks.push(mark)
      note.citations.push(citation)
      marks.set(keyOf(entry, citation), { number, mark })
    }
  const numbersOf = (entry: EntryDto) =>
    citationsOf(entry).flatMap(({ source }) => numbers.get(source.id) ?? [])
  return {
    notes,
    of: (entry) => [...new Set(numbersOf(entry))].sort((a, b) => a - b),
    marksIn: (entry) => (citation) => marks.get(keyOf(entry, citation)) ?? null,
  }
}

// What links two entries is cited at both of them.
const keyOf = (entry: EntryDto, citation: CitationDto) => `${entry.id} ${citation.id}`

/** In the order in which an entry is read. */
function citationsOf(entry: EntryDto): CitationDto[] {
  return [
    ...cited(entry.disputes),
    ...entry.appearances.flatMap(({ quotes }) =>
      quotes.flatMap(({ citations, disputes }) => [...citations, ...cited(disputes)]),
    ),
    ...cited(entry.replies),
    ...cited(entry.claims),
    ...cited(entry.links),
    ...entry.citations,
  ]
}

function cited(parts: readonly { citations: CitationDto[] }[]): CitationDto[] {
  return parts.flatMap(({ citations }) => citations)
}
