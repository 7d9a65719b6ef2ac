import { entryField } from '../entries/fields/index'
import type { LensRules } from './lens'

/**
 * What of an entry's changed fields readers may know, in words, each once.
 *
 * @param entry.exactPlace whether they may know the entry's place as it is written.
 * @param entry.hours whether they may know the hour, which is written with the date.
 * @param entry.seen in which of them they could have seen a difference; null where nobody knows.
 * @param entry.people whether it shows them anybody: a change of who is hidden is not told.
 */
export function changesInWords(
  changed: string[],
  { fields, places }: LensRules,
  entry: {
    exactPlace: boolean
    people: boolean
    hours: boolean
    seen: ReadonlySet<string> | null
  },
): string[] {
  const words = changed.flatMap((name) => {
    const change = entryField(name)?.change
    if (!change) return []
    if (!change.needs.every((field) => fields.includes(field))) return []
    if (change.exactPlace && !(entry.exactPlace && places === 'exact')) return []
    if (entry.seen) return entry.seen.has(name) ? [change.words] : []
    if (change.comparedOnly) return []
    if (name === 'date' && !entry.hours) return []
    if (name === 'appearances' && !entry.people) return []
    return [change.words]
  })
  return [...new Set(words)]
}
