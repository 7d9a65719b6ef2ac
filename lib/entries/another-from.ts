import { dateInWords } from '../dates/words'
import type { FormValues } from '../forms/state'
import { locate } from '../passages'
import type { CitationDto, EntryDto } from '../record'
import { together } from './fields/form-rows'
import { entryFields } from './fields/index'

const PLACE = [
  'place',
  'town',
  'latitude',
  'longitude',
  'placePrecision',
  'placeHiddenUntil',
] as const

/** The form of a further entry from the source of another one: its day and its place. */
export function valuesFromSame(entry: EntryDto): FormValues {
  return {
    ...together(PLACE.map((name) => entryFields[name].values(entry))),
    date: dateInWords(entry.edtf),
  }
}

/** The words of a source's text that the entry cites last: what comes next begins there. */
export function lastWordsFrom(
  entry: EntryDto,
  source: { id: string; capturedText: string },
): string {
  const cited: CitationDto[] = [
    ...entry.citations,
    ...entry.claims.flatMap(({ citations }) => citations),
    ...[...entry.disputes, ...entry.replies].flatMap(({ citations }) => citations),
    ...entry.appearances.flatMap(({ quotes }) => quotes.flatMap(({ citations }) => citations)),
  ]
  let last = { exact: '', end: -1 }
  for (const { source: from, exact, near } of cited) {
    if (from.id !== source.id || exact === '') continue
    const place = locate(source.capturedText, { exact, prefix: '', suffix: '', ...near })
    if (place && place.end > last.end) last = { exact, end: place.end }
  }
  return last.exact
}
