import { kindOf } from '../kinds/index'
import type { EntryDto } from '../record'

/** The sentence that an entry's kind says of it, from what its reader may know. */
export function sentenceOf(entry: Omit<EntryDto, 'sentence'>): string {
  const names = (part: 'actor' | 'target' | 'subject') =>
    entry.organizations.filter((organization) => organization.part === part).map(({ name }) => name)
  return kindOf(entry.kind).sentence({
    place: entry.place,
    participants: entry.participants,
    actors: names('actor'),
    targets: names('target'),
    subjects: names('subject'),
    accordingTo: entry.accordingTo,
    details: entry.details,
  })
}
