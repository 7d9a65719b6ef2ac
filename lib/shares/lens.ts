import {
  forPlainFields,
  plainField,
  plainFieldNames,
  type PlainFieldName,
} from '../entries/fields/plain'
import { entryKinds, lanes, type EntryKind, type Lane } from '../kinds/names'
import { consentLabels, type Consent, type EntryStatus, type Lens } from '../schemas/words'

// What a link may show of fields that have parts of their own; plain fields name their lens themselves.
const PARTS = [
  'crowd',
  'account',
  'organizations',
  'people',
  'descriptions',
  'quotes',
  'demands',
  'standings',
  'assessmentNotes',
  'earlierWordings',
  'claims',
  'sources',
  'passages',
  'inquiries',
  'details',
  'photos',
  'links',
  'tags',
  'coordinates',
] as const
export type LensField = (typeof PARTS)[number] | PlainFieldName

/**
 * What of an entry a link may show beyond its title, date, kind and lane, which it always shows.
 * What stands in no list here, such as the reason of a consent or the captured text of a source, is
 * never read for a link at all.
 */
export const lensFields: readonly LensField[] = [...plainFieldNames(), ...PARTS]

/** The fields that no lens has and no link can be given. */
export const privateFields: readonly LensField[] = plainFieldNames().filter(
  (name) => plainField(name).lens.widest === null,
)

/** How exactly a place is shown, at most: an entry may hide more, and never less. */
export type LensPlaces = 'exact' | 'town' | 'none'

/**
 * What a lens lets through. All of it is a list of what is allowed: what is not named is not read
 * from the database. `people` are the consents with which a person is shown at all, so that a lens
 * can be stricter than a consent and never looser.
 */
export type LensRules = {
  statuses: readonly EntryStatus[]
  lanes: readonly Lane[]
  kinds: readonly EntryKind[]
  people: readonly Consent[]
  places: LensPlaces
  fields: readonly LensField[]
}

const FOR_EVERYBODY = [
  'crowd',
  'account',
  'organizations',
  'people',
  'descriptions',
  'quotes',
  'demands',
  'standings',
  'claims',
  'sources',
  'passages',
  'inquiries',
  'details',
  'photos',
  'links',
] as const satisfies LensField[]

// From the widest readership to the closest.
const WIDTH: readonly Lens[] = ['public', 'press', 'ally', 'member']

function plainFor(lens: Lens): LensField[] {
  return plainFieldNames().filter((name) => {
    const { widest } = plainField(name).lens
    return widest !== null && WIDTH.indexOf(widest) <= WIDTH.indexOf(lens)
  })
}

const without = (...left: EntryKind[]) => entryKinds.filter((kind) => !left.includes(kind))

/**
 * The four lenses, from the widest readership to the closest:
 *
 * | | public | press | ally | member |
 * |---|---|---|---|---|
 * | statuses | published | published | published | published |
 * | lanes | all | all | all | all |
 * | kinds | no meetings, no negotiations | no meetings | all | all |
 * | people | named | named, initials, role only | the same | the same |
 * | places | as each entry allows | the same | the same | the same |
 * | coordinates | no | yes | yes | yes |
 * | notes on standings | no | yes | yes | yes |
 * | earlier wordings | no | no | yes | yes |
 * | tags | no | no | no | yes |
 *
 * The other fields are in all four, except plain fields, which name their widest lens themselves.
 */
export const lensRules: Record<Lens, LensRules> = {
  public: {
    statuses: ['published'],
    lanes,
    kinds: without('meeting', 'negotiation'),
    people: ['named'],
    places: 'exact',
    fields: [...plainFor('public'), ...FOR_EVERYBODY],
  },
  press: {
    statuses: ['published'],
    lanes,
    kinds: without('meeting'),
    people: ['named', 'initials', 'role_only'],
    places: 'exact',
    fields: [...plainFor('press'), ...FOR_EVERYBODY, 'coordinates', 'assessmentNotes'],
  },
  ally: {
    statuses: ['published'],
    lanes,
    kinds: entryKinds,
    people: ['named', 'initials', 'role_only'],
    places: 'exact',
    fields: [
      ...plainFor('ally'),
      ...FOR_EVERYBODY,
      'coordinates',
      'assessmentNotes',
      'earlierWordings',
    ],
  },
  member: {
    statuses: ['published'],
    lanes,
    kinds: entryKinds,
    people: ['named', 'initials', 'role_only'],
    places: 'exact',
    fields: [
      ...plainFor('member'),
      ...FOR_EVERYBODY,
      'coordinates',
      'assessmentNotes',
      'earlierWordings',
      'tags',
    ],
  },
}

/** What one link changes of its lens: each list stands for the lens's own one. */
export type LensChoices = Partial<Omit<LensRules, 'statuses'>>

/**
 * The rules of a link: its lens's, with what the link chose for itself. A choice can name neither a
 * draft, nor a private field, nor a person who is hidden: those are dropped, whatever is stored.
 */
export function rulesOf(lens: Lens, choices: LensChoices | null): LensRules {
  const base = lensRules[lens]
  if (!choices) return base
  return {
    statuses: base.statuses,
    lanes: choices.lanes ?? base.lanes,
    kinds: choices.kinds ?? base.kinds,
    people: choices.people?.filter((consent) => consent !== 'hidden') ?? base.people,
    places: choices.places ?? base.places,
    fields: choices.fields?.filter((field) => !privateFields.includes(field)) ?? base.fields,
  }
}

const PLACES: readonly LensPlaces[] = ['none', 'town', 'exact']

/** The fields in words, as they are chosen. */
export const fieldLabels: Record<LensField, string> = {
  ...forPlainFields((name) => plainField(name).lens.label),
  crowd: 'Crowd sizes',
  account: 'Whose account it is',
  organizations: 'Organizations',
  people: 'People',
  descriptions: 'Descriptions of people',
  quotes: 'Quotes',
  demands: 'Demands',
  standings: 'Standings of demands, and days without an answer',
  assessmentNotes: 'Notes on standings',
  earlierWordings: 'Earlier wordings of demands',
  claims: 'What each source says',
  sources: 'Sources',
  passages: 'Passages of sources',
  inquiries: 'Inquiries',
  details: 'Further details',
  photos: 'Photos',
  links: 'Links between entries',
  tags: 'Tags',
  coordinates: 'Coordinates',
}

/** What a link shows more than its lens does by itself, in words; empty where it shows no more. */
export function moreThanLens(lens: Lens, choices: LensChoices | null): string[] {
  return moreThan(lensRules[lens], rulesOf(lens, choices))
}

/** What some rules show more than others, in words; empty where they show no more. */
export function moreThan(base: LensRules, rules: LensRules): string[] {
  const added = <T>(all: readonly T[], of: readonly T[]) => all.filter((one) => !of.includes(one))
  return [
    ...added(rules.lanes, base.lanes).map((lane) => `the lane ${lane}`),
    ...added(rules.kinds, base.kinds).map((kind) => kind.replaceAll('_', ' ')),
    ...added(rules.people, base.people).map(
      (consent) => `people shown as: ${consentLabels[consent].toLowerCase()}`,
    ),
    ...(PLACES.indexOf(rules.places) > PLACES.indexOf(base.places) ? ['more exact places'] : []),
    ...added(rules.fields, base.fields).map((field) => fieldLabels[field].toLowerCase()),
  ]
}
