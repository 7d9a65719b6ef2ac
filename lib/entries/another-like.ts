import type { FormValues } from '../forms/state'
import type { EntryDto } from '../record'
import { together } from './fields/form-rows'
import { entryFieldList } from './fields/index'

/**
 * The form of an entry that begins like another one, with what its fields say the next of a series
 * shares with the last: never what was said or claimed there. When it was, who spoke, and what it
 * rests on is for the person to say.
 */
export function valuesLike(entry: EntryDto): FormValues {
  const values = entryFieldList().map(([, { alike, ...field }]): FormValues => {
    if (alike === 'nothing') return {}
    return alike === 'same' ? field.values(entry) : alike(entry)
  })
  return together(values)
}
