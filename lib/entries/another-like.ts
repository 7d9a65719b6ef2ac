import type { FormValues } from '../forms/state'
import type { EntryDto } from '../record'
import { entryFormValues } from './form-values'

// What the next rally of a series shares with the last one: never what was said or claimed there.
const SHARED = /^(kind|place\w*|latitude|longitude|town\w*|participants|tags|organizations\..*)$/

/**
 * The form of an entry that begins like another one: its kind, place, organizations and tags, and its
 * demands as repeated ones. When it was, who spoke, and what it rests on is for the person to say.
 */
export function valuesLike(entry: EntryDto): FormValues {
  const values = Object.fromEntries(
    Object.entries(entryFormValues(entry)).filter(
      ([name]) => SHARED.test(name) && name !== 'placeReason' && !name.startsWith('placeClaims'),
    ),
  )
  entry.demands
    .filter(({ relation }) => relation !== 'answers')
    .forEach(({ demandId, wording }, index) => {
      values[`demands.${index}.demand`] = demandId
      values[`demands.${index}.wording`] = wording
      values[`demands.${index}.relation`] = 'repeats'
    })
  return values
}
