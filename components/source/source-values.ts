import { dateInWords } from '@/lib/dates/words'
import type { SourceDto } from '@/lib/directory'
import type { FormValues } from '@/lib/forms/state'

/** A source as its form shows it; dates are in the words that the form reads back. */
export function sourceValues(source: SourceDto): FormValues {
  const { kind, title, url, publisher, author, archiveUrl, capturedText } = source
  const values: FormValues = {
    ...{ kind, title, url, publisher, author, archiveUrl, capturedText },
    published: dateWords(source.published),
    accessedOn: dateWords(source.accessedOn),
    version: String(source.version),
  }
  for (const [index, { caption, credit }] of source.pictures.entries()) {
    values[`pictures.${index}.caption`] = caption
    values[`pictures.${index}.credit`] = credit
  }
  return values
}

function dateWords(edtf: string): string {
  return edtf === '' ? '' : dateInWords(edtf, { weekday: false })
}
