import type { FormValues } from '../forms/state'
import type { EntryDto } from '../record'
import { together } from './fields/form-rows'
import { entryFieldList } from './fields/index'

/**
 * An entry as its form shows it, so that it can be edited, compared and restored: what this gives,
 * the entry's schema reads back into the same entry.
 */
export function entryFormValues(entry: EntryDto): FormValues {
  return together(entryFieldList().map(([, field]) => field.values(entry)))
}
