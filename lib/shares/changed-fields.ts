import { entryField } from '../entries/fields/index'
import type { LensRules } from './lens'

/**
 * What of an entry's changed fields readers may know, in words, each once.
 *
 * @param entry.exactPlace whether they may know the entry's place as it is written.
 * @param entry.people whether it shows them anybody: a change of who is hidden is not told.
 */
export function toldFields(
  changed: string[],
  { fields, places }: LensRules,
  entry: { exactPlace: boolean; people: boolean },
): string[] {
  const words = changed.flatMap((name) => {
    const told = entryField(name)?.change
    if (!told || told.comparedOnly) return []
    if (!told.needs.every((field) => fields.includes(field))) return []
    if (told.exactPlace && !(entry.exactPlace && places === 'exact')) return []
    if (name === 'appearances' && !entry.people) return []
    return [told.words]
  })
  return [...new Set(words)]
}
