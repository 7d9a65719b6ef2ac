import { type ActionFound } from './actions'
import type { DateMention } from './dates'
import type { Entity } from './entity'
import type {
  CaptureDocument,
  CaptureDraft,
  Found,
  FoundCrowd,
  FoundDemand,
  FoundNonResponse,
  FoundQuote,
  Span,
} from './types'

export type Findings = {
  document: CaptureDocument
  sentences: Span[]
  entities: Entity[]
  /** The organizations that act, by name. */
  actors: ReadonlySet<string>
  main: Entity | null
  quotes: Found<FoundQuote>[]
  demands: Found<FoundDemand>[]
  nonResponses: Found<FoundNonResponse>[]
  dates: DateMention[]
  crowds: Found<FoundCrowd>[]
  action: ActionFound | null
  /** Places of the action that the report only describes. */
  facilities: Found<string>[]
  /** Spots that say more than the name of a building: a landmark, a street corner. */
  landmarks: Found<string>[]
}

/** A draft before it has its key. */
export type Draft = Omit<CaptureDraft, 'key'>

/** What a draft holds of which the text says nothing. */
export const EMPTY: Omit<Draft, 'kind' | 'confidence' | 'title'> = {
  date: null,
  dateClaims: [],
  place: null,
  crowd: null,
  crowdClaims: [],
  participants: '',
  accordingTo: '',
  organizations: [],
  people: [],
  demands: [],
  inquiry: null,
  details: {},
  passages: [],
}
