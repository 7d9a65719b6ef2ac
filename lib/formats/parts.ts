import type { CampaignHead, CitationDto } from '../record'
import type { LinkedPublisher } from '../shares/publisher'
import type { LinkedDemand, LinkedEntry } from '../shares/record'
import { behindTheRest } from '../sources/fields'

/** What a file says of a campaign beside its entries. */
export type RecordHead = {
  campaign: CampaignHead
  demands: LinkedDemand[]
  updatedAt: string
  /** Who keeps it, where its readers are told. */
  publisher?: LinkedPublisher | null
}

/** What a part is called, and whether a record or an entry has any of it. */
export type PartOf = {
  words: string
  inHead?: (head: RecordHead) => boolean
  inEntry?: (entry: LinkedEntry) => boolean
}

/** The parts of a record whose absence from a format a reader should know of, each by its words. */
export const PARTS = {
  demands: { words: 'demands and their standings', inHead: ({ demands }) => demands.length > 0 },
  standingNotes: {
    words: 'notes on standings',
    inHead: ({ demands }) => demands.some(({ targets }) => targets.some(({ note }) => note !== '')),
  },
  evidence: {
    words: 'the entries that standings rest on',
    inHead: ({ demands }) =>
      demands.some(({ targets }) =>
        targets.some(({ evidence, evidenceKept }) => evidence !== null || evidenceKept),
      ),
  },
  earlierStandings: {
    words: 'earlier standings',
    inHead: ({ demands }) =>
      demands.some(({ targets }) => targets.some(({ history }) => history.length > 1)),
  },
  wordings: {
    words: 'earlier wordings of demands',
    inHead: ({ demands }) => demands.some(({ earlier }) => earlier.length > 0),
  },
  counterparties: {
    words: 'the organizations that demands ask to break with',
    inHead: ({ demands }) => demands.some(({ counterparties }) => counterparties.length > 0),
  },
  checks: {
    words: 'what a second person checked',
    inHead: ({ demands }) => demands.some(({ targets }) => targets.some(({ checked }) => checked)),
    inEntry: ({ checked, appearances }) =>
      checked !== undefined ||
      appearances.some(({ quotes }) => quotes.some((quote) => quote.checked)),
  },
  claims: {
    words: 'what each source says, except where sources differ',
    inEntry: ({ claims }) => claims.length > 0,
  },
  passages: {
    words: 'passages of sources',
    inEntry: ({ citations }) => citations.some(({ exact }) => exact),
  },
  sources: { words: 'sources', inEntry: ({ citations }) => citations.length > 0 },
  furtherSources: {
    words: 'sources, except title, publisher and web address of the first where it has one',
    inEntry: ({ citations: [first, ...others] }) =>
      others.length > 0 || (first !== undefined && saysMore(first.source)),
  },
  places: {
    words: 'places',
    inEntry: ({ place, coordinates }) => place !== '' || coordinates !== null,
  },
  alsoKind: { words: 'what else an action was', inEntry: ({ alsoKind }) => alsoKind !== null },
  quoteSources: {
    words: 'the sources of each quote',
    inEntry: ({ appearances }) =>
      appearances.some(({ quotes }) => quotes.some(({ citations }) => citations.length > 0)),
  },
  quotes: {
    words: 'quotes',
    inEntry: ({ appearances }) => appearances.some(({ quotes }) => quotes.length > 0),
  },
  unnamed: {
    words: 'people who are not named',
    inEntry: ({ appearances }) => appearances.some(({ name }) => name === ''),
  },
  people: { words: 'people', inEntry: ({ appearances }) => appearances.length > 0 },
  organizations: {
    words: 'organizations',
    inEntry: ({ organizations }) => organizations.length > 0,
  },
  inquiries: { words: 'inquiries', inEntry: ({ inquiries }) => inquiries.length > 0 },
  details: {
    words: 'further details',
    inEntry: ({ details }) => Object.keys(details).length > 0,
  },
  crowd: { words: 'crowd sizes', inEntry: ({ crowd }) => crowd.words !== '' },
  uncertainty: {
    words: 'how exactly a date is known, except in words',
    inEntry: ({ edtf }) => !/^\d{4}-\d\d-\d\d$/.test(edtf),
  },
  relations: {
    words: 'how an entry touches a demand',
    inEntry: ({ demands }) => demands.length > 0,
  },
  links: { words: 'links between entries', inEntry: ({ links }) => links.length > 0 },
  photos: { words: 'photos', inEntry: ({ photos }) => photos.length > 0 },
  pictures: {
    words: 'the pictures themselves',
    inEntry: ({ photos }) => photos.length > 0,
  },
  tags: { words: 'tags', inEntry: ({ tags }) => tags.length > 0 },
  notes: { words: 'private notes', inEntry: ({ privateNote }) => privateNote !== '' },
} as const satisfies Record<string, PartOf>
export type Part = keyof typeof PARTS

/** What documents for people tell nothing of, where they tell how demands stand. */
export const behindStandings = [
  ...(['standingNotes', 'evidence', 'earlierStandings', 'wordings', 'counterparties'] as const),
] satisfies Part[]

/** Whether a file that has title, publisher and address of a source, if it has an address, loses any of it. */
function saysMore(source: CitationDto['source']): boolean {
  return source.url === '' || source.published !== '' || behindTheRest('cited', source).length > 0
}
