import type { LensField, LensRules } from './lens'

/**
 * Fields of an entry's form whose changes may be told to a link's readers, with the words for them
 * and what the link must show for it. What is not named here, such as a note for members, is never
 * told of.
 */
const TOLD: Record<string, { words: string; needs: LensField[]; exactPlace?: true }> = {
  title: { words: 'title', needs: [] },
  kind: { words: 'kind', needs: [] },
  date: { words: 'date', needs: [] },
  dateReason: { words: 'what each source says', needs: ['claims'] },
  dateClaims: { words: 'what each source says', needs: ['claims'] },
  place: { words: 'place', needs: [], exactPlace: true },
  placeReason: { words: 'what each source says', needs: ['claims'], exactPlace: true },
  placeClaims: { words: 'what each source says', needs: ['claims'], exactPlace: true },
  summary: { words: 'summary', needs: ['summary'] },
  crowd: { words: 'crowd size', needs: ['crowd'] },
  crowdCountedBy: { words: 'crowd size', needs: ['crowd'] },
  crowdReason: { words: 'what each source says', needs: ['claims', 'crowd'] },
  crowdClaims: { words: 'what each source says', needs: ['claims', 'crowd'] },
  participants: { words: 'who took part', needs: ['participants'] },
  accordingTo: { words: 'whose account it is', needs: ['account'] },
  organizations: { words: 'organizations', needs: ['organizations'] },
  appearances: { words: 'people and their words', needs: ['people'] },
  demands: { words: 'demands', needs: ['demands'] },
  citations: { words: 'sources', needs: ['sources'] },
  // Links are not: the other end of one may be hidden.
  photos: { words: 'photos', needs: ['photos'] },
  inquiry: { words: 'inquiries', needs: ['inquiries'] },
  details: { words: 'details', needs: ['details'] },
  tags: { words: 'tags', needs: ['tags'] },
}

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
    const told = Object.hasOwn(TOLD, name) ? TOLD[name] : undefined
    if (!told?.needs.every((field) => fields.includes(field))) return []
    if (told.exactPlace && !(entry.exactPlace && places === 'exact')) return []
    if (name === 'appearances' && !entry.people) return []
    return [told.words]
  })
  return [...new Set(words)]
}
