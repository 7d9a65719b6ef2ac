import type { EntityDraft } from './entity'
import { isNationality } from './nationalities'
import type { CaptureDirectory, CaptureLanguage, KnownName } from './types'
import { NOT_ORGANIZATIONS } from './words'

/** "The Federation" and "Teachers" name nobody by themselves. */
const GENERIC_NAME =
  /^(?:union|federation|council|company|department|agency|committee|coalition|alliance|board|court|police|congress|senate|house|government|workers|teachers|nurses|drivers|students|employees|tech|campaign|media|press|university|hospital|school|city|state|local|bank|association|gewerkschaft|betriebsrat|verwaltung|geschäftsführung|geschäftsleitung|vorstand|hochschule|unternehmen|konzern|behörde|polizei|sindicato|empresa|compañía|gobierno|policía|ayuntamiento|comité|universidad)$/iu

/** Bodies that a report writes large, and towns somewhere. */
const BODY_NAME = /^(?:union|federation|alliance|coalition|association|committee|council)$/iu

/** One word with a capital (in German every noun has one) that a report names again and again is whom it is about. */
function isOftenNamed({ name, mentions, cues }: EntityDraft, directory: CaptureDirectory): boolean {
  return (
    mentions.length >= 3 &&
    /^\p{Lu}[\p{Ll}'’-]{2,}$/u.test(name) &&
    cues.person < 1 &&
    cues.place < 1 &&
    !directory.isPlace(name) &&
    !GENERIC_NAME.test(name) &&
    !/(?:an|ans|ish|ese|crats?|ists?|ism)$/u.test(name)
  )
}

/** Two capitals are as often initials as a name; a country is a place. */
function isNoOrganization({ name, cues }: EntityDraft, weight: number): boolean {
  if (GENERIC_NAME.test(name) || NOT_ORGANIZATIONS.has(name) || cues.place > weight) return true
  if (isNationality(name) || /\b(?:Day|Week|Month|Eve)$/u.test(name)) return true
  return /^\p{Lu}{2}$/u.test(name) && weight < 5
}

/** Decides what a name is by the weight of its cues and by what the record knows; `other` where they are weak. */
export function settle(draft: EntityDraft, directory: CaptureDirectory, language: CaptureLanguage) {
  const names = [draft.name, ...draft.otherNames]
  const organization = knownOf(directory.organizations, names)
  const person = knownOf(directory.people, names)
  if (organization) draft.cues.organization += 5
  if (person) draft.cues.person += 5
  const ranked = (['person', 'organization', 'place'] as const)
    .map((kind) => ({ kind, weight: draft.cues[kind] }))
    .sort((a, b) => b.weight - a.weight)
  const [best, second] = ranked
  if (!names.some((name) => /\p{Ll}/u.test(name)) && best && best.kind !== 'organization')
    draft.name = capitalised(draft.name)
  draft.mentions.sort((a, b) => a.start - b.start)
  if (best && best.weight < 2 && language !== 'de' && isOftenNamed(draft, directory)) {
    draft.kind = 'organization'
    draft.certainty = 1
    return
  }
  if (!best || best.weight < 2) return
  // "Union president Ada Byron", though a town is called Union
  if (best.kind === 'place' && BODY_NAME.test(draft.name) && draft.cues.place < 5) return
  if (best.kind === 'organization' && isNoOrganization(draft, best.weight)) return
  draft.kind = best.kind
  draft.certainty = best.weight - (second?.weight ?? 0)
  draft.known = best.kind === 'organization' ? organization : best.kind === 'person' ? person : null
  if (draft.kind === 'person')
    draft.otherNames = draft.otherNames.filter((name) => name.includes(' '))
}

function capitalised(name: string): string {
  return name.replace(/[\p{Lu}]+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

function knownOf(known: KnownName[], names: string[]): KnownName | null {
  const fold = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll('.', '').trim()
  const wanted = new Set(names.map(fold))
  return (
    known.find(({ name, otherNames }) =>
      [name, ...otherNames].some((one) => wanted.has(fold(one))),
    ) ?? null
  )
}
