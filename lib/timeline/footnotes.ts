import type { CitationDto, EntryDto } from '../record'

/** Sources in the order in which they are first cited, numbered from 1. */
export type Footnotes = {
  sources: CitationDto['source'][]
  /** The numbers of an entry's sources, in order, each once. */
  of: (entry: EntryDto) => number[]
}

/** Numbers the sources of entries that are read one after the other, of their claims and quotes too. */
export function footnotes(entries: EntryDto[]): Footnotes {
  const numbers = new Map<string, number>()
  const sources: CitationDto['source'][] = []
  for (const { source } of entries.flatMap(citationsOf)) {
    if (numbers.has(source.id)) continue
    sources.push(source)
    numbers.set(source.id, sources.length)
  }
  return {
    sources,
    of: (entry) =>
      [...new Set(citationsOf(entry).map(({ source }) => numbers.get(source.id) ?? 0))].sort(
        (a, b) => a - b,
      ),
  }
}

function citationsOf(entry: EntryDto): CitationDto[] {
  return [
    ...entry.citations,
    ...entry.appearances.flatMap(({ quotes }) => quotes.flatMap(({ citations }) => citations)),
    ...entry.claims.flatMap(({ citations }) => citations),
  ]
}
