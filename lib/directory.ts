import type { EntryKind, Lane } from './kinds/names'
import type { LedgerDemand } from './demands/ledger'
import type { Paged } from './paged'
import type { Checked, DisputeDto } from './record'
import type {
  AppearanceRole,
  CampaignRole,
  Consent,
  DemandRelation,
  EntryStatus,
  InquiryOutcome,
  OrganizationKind,
  SourceKind,
  Stance,
  Standing,
} from './schemas/words'
import type { SourceTexts } from './sources/fields'

/** An entry that raises, repeats or answers a demand. */
export type ThreadItem = {
  id: string
  relation: DemandRelation
  stance: Stance | null
  at: string | null
  /** Who acted, or in words who took part. */
  by: string[]
  entry: {
    id: string
    title: string
    kind: EntryKind
    lane: Lane
    status: EntryStatus
    edtf: string
  }
}

/** One assessment in a demand's history; `decidedBy` is null for the operator's command line. */
export type AssessmentDto = Checked & {
  disputes: (DisputeDto & { takenBack: boolean })[]
  id: string
  organization: { id: string; name: string }
  standing: Standing
  state: 'proposed' | 'confirmed' | 'rejected'
  edtf: string
  firstDay: string
  note: string
  entry: { id: string; title: string } | null
  decidedBy: string | null
  decidedAt: string | null
  decisionReason: string
}

/** A standing that an entry proposes at a target of a demand, given by its number. */
export type ProposedStanding = {
  id: string
  demand: number
  organization: string
  standing: Standing
}

/** Somebody who spoke to a demand, or where it was raised, with the first of their words there. */
export type ThreadPerson = {
  id: string
  /** Null for a group or somebody whose name nobody knows. */
  personId: string | null
  name: string
  role: AppearanceRole
  description: string
  affiliation: string
  entry: { id: string; title: string }
  quotes: { id: string; text: string }[]
}

/** A source of what touches a demand. */
export type ThreadSource = { id: string; title: string; publisher: string; published: string }

/**
 * A demand with all that happened to it until an ISO day; assessments newest first, the thread oldest
 * first. `begins` is the first day of which it tells.
 */
export type DemandThread = {
  campaign: { id: string; slug: string; title: string; timeZone: string }
  asOf: string
  begins: string
  demand: LedgerDemand
  thread: ThreadItem[]
  /** Whose words are tied to the demand, and who else spoke where it was raised. */
  speakers: ThreadPerson[]
  others: ThreadPerson[]
  sources: ThreadSource[]
  assessments: AssessmentDto[]
}

/** A source in a list. `published` is EDTF or empty; citations are those that this viewer may see. */
export type SourceListing = {
  id: string
  kind: SourceKind
  title: string
  url: string
  publisher: string
  published: string
  captured: boolean
  citations: number
}

/** A passage of a source, and what rests on it. */
export type CitedPassage = {
  id: string
  exact: string
  prefix: string
  suffix: string
  carries: 'entry' | 'quote' | 'claim' | 'link' | 'dispute' | 'reply' | 'assessment'
  entry: { id: string; title: string; campaign: string } | null
  demand: { number: number; campaign: string } | null
}

/** A source in full; the hash is lower-case hexadecimal SHA-256. */
export type SourceDto = SourceTexts & {
  id: string
  capturedSha256: string
  pictures: { id: string; caption: string; credit: string }[]
  passages: Paged<CitedPassage>
  version: number
}

/** An organization in the directory. */
export type OrganizationListing = {
  id: string
  name: string
  kind: OrganizationKind
  parentId: string | null
  otherNames: string[]
  roles: { campaign: string; role: CampaignRole }[]
}

/** A demand that mentions an organization. */
type MentioningDemand = {
  campaign: string
  number: number
  wording: string
  part: 'target' | 'counterparty'
}

/** An organization with everything that mentions it, as far as this member may see it. */
export type OrganizationDto = {
  id: string
  name: string
  otherNames: string[]
  kind: OrganizationKind
  parent: { id: string; name: string } | null
  children: { id: string; name: string }[]
  campaigns: { slug: string; title: string; role: CampaignRole }[]
  entries: Paged<{ entry: Mention; parts: ('actor' | 'target' | 'subject')[] }>
  demands: MentioningDemand[]
  inquiries: Paged<{
    id: string
    edtf: string
    through: string
    askedBy: string | null
    outcome: InquiryOutcome | null
  }>
  version: number
}

/** A person in the directory, for members; appearances are those that this member may see. */
export type PersonListing = {
  id: string
  name: string
  otherNames: string[]
  consent: Consent
  appearances: number
}

/** An entry that mentions somebody; `campaign` is a slug. */
export type Mention = { id: string; title: string; kind: EntryKind; edtf: string; campaign: string }

/** A person with everything that mentions them, for members. */
export type PersonDto = Omit<PersonListing, 'appearances'> & {
  consentReason: string
  version: number
  /** What they were once called, and whether an editor said that shares may show it. */
  formerNames: { name: string; shown: boolean }[]
  appearances: Paged<{
    id: string
    role: AppearanceRole
    description: string
    entry: Mention
    quotes: { id: string; text: string; consent: Consent | null }[]
  }>
  accounts: Paged<{ entry: Mention }>
}
