import { actionOf } from './actions'
import { actorsOf } from './actors'
import { crowdsOf } from './crowds'
import { datesOf } from './dates'
import { facilitiesOf, landmarksOf, streetsOf } from './facilities'
import { findDemands } from './demands'
import { draftsOf } from './drafts'
import { entitiesOf } from './entities'
import { found, type Entity } from './entity'
import { nonResponsesOf } from './non-responses'
import { quotesOf } from './quotes'
import { placesOf } from './places'
import { paragraphsOf, passageOf, sentencesOf } from './sentences'
import { turnsOf } from './turns'
import { PLACE_WORD } from './words'
import type {
  CaptureDirectory,
  CaptureDocument,
  CaptureNote,
  CaptureResult,
  Found,
  FoundOrganization,
  FoundPerson,
  FoundQuote,
  Span,
} from './types'

const NEXT =
  /\b(?:what['’]s next|plan(?:s|ned)? to (?:continue|return|rally|march|strike|keep|hold|escalate|meet|walk|deliver)|will (?:continue|rally|march|strike|return|hold|meet|walk out|vote)|vow(?:ed|s)? to (?:continue|keep|return|fight)|scheduled for|next (?:rally|march|action|step|week|month)|upcoming|another (?:rally|march|strike|protest) is|planean|seguirán|werden weiter|kündigten an)\b/iu

/** How much of a text is read, in UTF-16 units. */
const MOST_READ = 100_000
const TOO_LONG: CaptureNote = {
  about: 'text',
  message:
    'This text is very long: drafts are proposed from its first 100,000 characters. For the rest, add it as another source.',
  passages: [],
}

const SHORTEST = 6

/** The paragraphs that are read. */
function beginningOf(text: string): string {
  if (text.length <= MOST_READ) return text
  const end = text.lastIndexOf('\n', MOST_READ)
  return text.slice(0, end > 0 ? end : MOST_READ)
}

/**
 * Reads a document by rules alone and proposes what it reports: entries, and beneath them every quote, demand,
 * name, date, place, crowd and refusal to comment, each with the passage it came from. It decides nothing,
 * asks nothing of any other machine, and leaves out what the text does not say.
 *
 * Takes time in proportion to the length of the text, of which it reads the first 100,000 characters: it runs
 * beside everybody's pages, and no article is longer.
 */
export function capture(given: CaptureDocument, directory: CaptureDirectory): CaptureResult {
  const document = { ...given, text: beginningOf(given.text) }
  const { text, meta, language, captions } = document
  const sentences = paragraphsOf(text).flatMap((paragraph) => sentencesOf(text, paragraph))
  // A line of fewer letters, such as one of a list of names, tells nothing that somebody did or wants.
  const telling = sentences.filter(({ start, end }) => end - start >= SHORTEST)
  const own = meta.publisher === '' ? [] : [{ id: '', name: meta.publisher, otherNames: [] }]
  const known = { ...directory, organizations: [...directory.organizations, ...own] }
  const entities = entitiesOf(text, sentences, known, language)
  const actors = actorsOf(text, entities)
  const main = mainOrganization(entities, meta.publisher, actors, directory)
  const turns = turnsOf(text, entities, meta.publisher)
  const quotes = turns.length > 0 ? turns : quotesOf(text, entities, language)
  const demands = findDemands({ text, entities, main }, telling)
  const nonResponses = nonResponsesOf(
    { text, entities, main, publisher: meta.publisher },
    sentences,
    quotes.flatMap(({ passages }) => passages),
  )
  const dates = datesOf(text, sentences, meta.published, language)
  const crowds = crowdsOf(text, sentences)
  const nextSteps = sentences.filter((span) => NEXT.test(text.slice(span.start, span.end)))
  const action = actionOf(text, telling)
  const facilities = action ? facilitiesOf(text, action.sentences, sentences.slice(0, 6)) : []
  const landmarks = action ? landmarksOf(text, sentences.slice(0, 20)) : []
  const { drafts, notes } = draftsOf({
    document,
    sentences,
    entities,
    actors,
    main,
    quotes,
    demands,
    nonResponses,
    dates,
    crowds,
    action,
    facilities,
    landmarks,
  })
  return {
    format: 'throughline-capture',
    version: 1,
    source: { ...meta, language, captions, text: given.text },
    drafts,
    quotes,
    demands,
    organizations: organizationsOf(text, entities),
    people: peopleOf(text, entities, quotes),
    places: placesOf({ text, entities, sentences, isRegion: known.isRegion }, [
      ...landmarks,
      ...facilitiesOf(text, sentences, []),
      ...streetsOf(text, sentences, language),
    ]),
    dates: unique(
      dates.map(({ value, confidence, passages }) => ({ value, confidence, passages })),
    ),
    crowds,
    nonResponses,
    nextSteps: nextSteps.map((span) => passageOf(text, span)),
    notes: text === given.text ? notes : [...notes, TOO_LONG],
  }
}

/** What "the company" means: the organization that is named most, the newsroom itself left out. */
function mainOrganization(
  entities: Entity[],
  publisher: string,
  actors: ReadonlySet<string>,
  { isPlace }: CaptureDirectory,
): Entity | null {
  // A regulator or a court that is named beside a company is seldom the one that is asked.
  const weight = ({ name, mentions }: Entity) =>
    mentions.length +
    (mentions[0] && mentions[0].start < 600 ? 2 : 0) -
    (REGULATOR.test(name) ? 1.5 : 0) -
    // A country or a town is spoken of beside the company that works for it.
    (isPlace(name) ? 4 : 0)
  const [most, next] = entities
    .filter(
      ({ kind, name }) =>
        kind === 'organization' &&
        !isPublisher(name, publisher) &&
        !actors.has(name) &&
        !COMPLAINTS.test(name) &&
        !PLACE_WORD.test(name.split(' ').at(-1) ?? ''),
    )
    .sort((a, b) => weight(b) - weight(a))
  // Of many that are named once each, none is "the company"; nor is one that is named once, far down.
  const isOne = most?.mentions.length === 1
  return most &&
    isOne &&
    ((next !== undefined && weight(most) === weight(next)) || (most.mentions[0]?.start ?? 0) > 600)
    ? null
    : (most ?? null)
}
/** Where complaints are filed: never what "the company" means. */
const COMPLAINTS =
  /\blabou?r (?:relations )?board|\bemployment opportunity commission|\bdepartment of labou?r|\blabou?r department|^(?:NLRB|EEOC|OSHA)$/iu
const REGULATOR = /\b(?:labor relations board|commission|court|department of|police)\b/iu

function isPublisher(name: string, publisher: string): boolean {
  return publisher !== '' && (publisher === name || publisher.startsWith(`${name} `))
}

function organizationsOf(text: string, entities: Entity[]): Found<FoundOrganization>[] {
  return entities
    .filter(({ kind }) => kind === 'organization')
    .map((entity) =>
      found(text, entity, {
        name: entity.name,
        otherNames: entity.otherNames,
        description: entity.description,
        known: entity.known?.id || null,
      }),
    )
}

/** Who wrote the report is no part of what it reports: "By Ada Smith and Bo Lee", "(Editing by Ada Smith)". */
const isByline = (text: string, { start }: Span) =>
  /(?:^|\n)(?:By|Por|Von|Text:|Words by) (?:\p{Lu}[^\n.;:]{2,60}(?: and |, |, and | y | und ))?$|\b(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Pp]hotos?|[Pp]hotographs?)(?: and \p{Ll}+)? by $|\b[Oo]ur (?:own )?(?:reporter|correspondent|photographer) $/u.test(
    text.slice(Math.max(0, start - 80), start),
  )

function peopleOf(
  text: string,
  entities: Entity[],
  quotes: Found<FoundQuote>[],
): Found<FoundPerson>[] {
  const speakers = quotes.map(({ value }) => value.speaker)
  const people = entities
    .filter(
      ({ kind, name, certainty, mentions }) =>
        kind === 'person' &&
        !mentions.every((mention) => isByline(text, mention)) &&
        (speakers.includes(name) || certainty >= 2 || name.includes(' ')),
    )
    .map((entity) =>
      found(text, entity, {
        name: entity.name,
        description: entity.description,
        known: entity.known?.id || null,
      }),
    )
  // Somebody whom nothing but what they said and what they are makes a person.
  for (const { value } of quotes) {
    const start = text.indexOf(value.speaker)
    if (value.speakerKind !== 'person' || value.description === '' || start < 0) continue
    if (people.some((person) => person.value.name === value.speaker)) continue
    people.push({
      value: { name: value.speaker, description: value.description, known: null },
      confidence: 0.8,
      passages: [passageOf(text, { start, end: start + value.speaker.length })],
    })
  }
  return people
}

function unique<T extends { value: { edtf: string } }>(dates: T[]): T[] {
  return dates.filter(
    ({ value }, index) => dates.findIndex((other) => other.value.edtf === value.edtf) === index,
  )
}
