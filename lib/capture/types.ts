import type { EntryKind } from '../kinds/names'

/** A stretch of the captured text: offsets in UTF-16 units, the end not included. */
export type Span = { start: number; end: number }

/** A stretch together with its exact words, as a citation keeps them. */
export type Passage = Span & { exact: string }

/** What was found, how sure the rules are (0 to 1), and the words it came from. */
export type Found<T> = { value: T; confidence: number; passages: Passage[] }

/** The languages whose quotes, dates and refusals to comment are read. */
export type CaptureLanguage = 'en' | 'es' | 'de'

/** What is known of the document itself, before its text is read. */
export type CaptureMeta = {
  title: string
  publisher: string
  author: string
  /** ISO day, or null where the document does not give it. */
  published: string | null
  /** Canonical address, http(s) only, or empty. */
  url: string
}

/** A picture's caption and credit; the picture itself is never fetched. */
export type CaptureCaption = { caption: string; credit: string; passage: Passage | null }

/** A document ready to be read: its text with one paragraph a line, and what surrounds it. */
export type CaptureDocument = {
  text: string
  language: CaptureLanguage
  meta: CaptureMeta
  captions: CaptureCaption[]
}

/** A person or an organization that the record knows already. */
export type KnownName = { id: string; name: string; otherNames: string[] }

/** What the reader may look up. Every part may be empty. */
export type CaptureDirectory = {
  organizations: KnownName[]
  people: KnownName[]
  /** Says whether a name is that of a town, state or country. */
  isPlace: (name: string) => boolean
  /** Whether a name is that of a country or of one of its states, which says less than a town does. */
  isRegion?: (name: string) => boolean
}

export type FoundPerson = {
  name: string
  /** As this text describes the person: "tech worker organizer". */
  description: string
  /** The record's person by this name, where there is one. */
  known: string | null
}

export type FoundOrganization = {
  name: string
  otherNames: string[]
  description: string
  known: string | null
}

export type SpeakerKind = 'person' | 'organization' | 'group' | 'unknown'

export type FoundQuote = {
  text: string
  speaker: string
  speakerKind: SpeakerKind
  description: string
  verb: string
  /** Words within a sentence, not a sentence of the speaker's own. */
  partial: boolean
}

export type FoundDemand = {
  wording: string
  targets: string[]
  counterparties: string[]
}

export type FoundDate = {
  /** The words, as they stand. */
  words: string
  /** EDTF (ISO 8601-2), resolved against the day of publication. */
  edtf: string
}

/** What is known of somebody who was asked; of `waiting` only that they were. */
export type NonResponseOutcome = 'did_not_immediately_respond' | 'declined' | 'no_reply' | 'waiting'

export type FoundNonResponse = {
  organization: string
  outcome: NonResponseOutcome
  /** Who asked, where the text says so; else the publisher. */
  askedBy: string
}

export type FoundCrowd = {
  words: string
  low: number | null
  high: number | null
  countedBy: string
}

/** A crossing of sources or of the text with itself, for the person who decides. */
export type CaptureNote = {
  about: 'date' | 'quote' | 'place' | 'text'
  message: string
  passages: Passage[]
}

export type DraftPerson = FoundPerson & {
  role: 'speaker' | 'organizer' | 'witness'
  quotes: Found<FoundQuote>[]
  passages: Passage[]
}
export type DraftOrganization = { name: string; part: 'actor' | 'target' | 'subject' }

/** One entry as it is proposed. What the text does not say is empty, never guessed. */
export type CaptureDraft = {
  /** Names the draft within its set: `d1`. */
  key: string
  kind: EntryKind
  confidence: number
  title: string
  date: Found<FoundDate> | null
  /** The values of the text that differ, the working one included; empty where it agrees with itself. */
  dateClaims: (Found<FoundDate> & { saidBy: string })[]
  place: Found<string> | null
  crowd: Found<FoundCrowd> | null
  crowdClaims: Found<FoundCrowd>[]
  participants: string
  accordingTo: string
  organizations: DraftOrganization[]
  people: DraftPerson[]
  demands: (Found<FoundDemand> & {
    relation: 'raises' | 'answers'
    stance: 'meets' | 'refuses' | null
    at: string
  })[]
  inquiry: { askedBy: string; recipients: FoundNonResponse[] } | null
  details: Record<string, string>
  /** The words it rests on. */
  passages: Passage[]
}

/** All that was read in one document. Nothing of it is in the record until a person accepts it. */
export type CaptureResult = {
  format: 'throughline-capture'
  version: 1
  source: CaptureMeta & { language: CaptureLanguage; captions: CaptureCaption[]; text: string }
  drafts: CaptureDraft[]
  quotes: Found<FoundQuote>[]
  demands: Found<FoundDemand>[]
  organizations: Found<FoundOrganization>[]
  people: Found<FoundPerson>[]
  places: Found<string>[]
  dates: Found<FoundDate>[]
  crowds: Found<FoundCrowd>[]
  nonResponses: Found<FoundNonResponse>[]
  nextSteps: Passage[]
  notes: CaptureNote[]
}
