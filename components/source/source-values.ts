import { dateInWords } from '@/lib/dates/words'
import type { SourceDto } from '@/lib/directory'
import type { FormValues } from '@/lib/forms/state'
import { forSourceFields } from '@/lib/sources/fields'

/** A source as its form shows it; dates are in the words that the form reads back. */
export function sourceValues(source: SourceDto): FormValues {
  const values: FormValues = {
    ...forSourceFields((name, { type }) =>
      type === 'date' || type === 'day' ? dateWords(source[name]) : source[name],
    ),
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
