import type { FormValues } from '../../forms/state'
import type { CitationDto } from '../../record'

/** Rows of a group as form fields: `group.0.name`, `group.1.name`. */
export function rowsOf(group: string, rows: readonly Record<string, string>[]): FormValues {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([name, value]) => [`${group}.${index}.${name}`, value]),
    ),
  )
}

/** The source of a passage as its form field names it: the first one's id, or nothing. */
export function sourceOf(citations: CitationDto[]): string {
  return citations[0]?.source.id ?? ''
}

/** Form values of several fields as those of one form. */
export function together(values: readonly FormValues[]): FormValues {
  return Object.fromEntries(values.flatMap((one) => Object.entries(one)))
}
