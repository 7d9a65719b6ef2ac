import type { PlainTexts } from './entries/fields/plain'
import type { EntryRelation } from './entries/relations'
import type { Details } from './kinds/define'
import type { EntryKind, Lane } from './kinds/names'
import type {
  AppearanceRole,
  ClaimField,
  DemandRelation,
  EntryStatus,
  InquiryOutcome,
  PlacePrecision,
  Stance,
  Standing,
  Consent,
} from './schemas/words'
import type { CitedTexts } from './sources/fields'

/** Where a second person compared something with its sources: the ISO day, and for members alone who. */
export type Checked = { checked?: { day: string; by?: string } }

/** A source with the passage that carries something; `exact` may be empty. */
export type CitationDto = {
  id: string
  exact: string
  /** For members alone: what stands around the passage in the captured text. */
  near?: { prefix: string; suffix: string }
  /** Where the passage is not in the source's captured text, or no longer where it was marked. */
  missing?: 'absent' | 'moved'
  source: CitedTexts & {
    id: string
    /** What stands beside the source's pictures, where an entry cites the source as a whole. */
    pictures?: { caption: string; credit: string }[]
  }
}

/** That somebody disputes something, and why. */
export type DisputeDto = { id: string; reason: string; saidBy: string; citations: CitationDto[] }

/** What an organization itself says to an entry, on a day (EDTF). */
export type ReplyDto = {
  id: string
  organization: string
  edtf: string
  text: string
  citations: CitationDto[]
}

/**
 * A person as this viewer may see them: `name` is already initials, or empty where consent says so,
 * and where a group or somebody unknown spoke.
 */
export type AppearanceDto = {
  id: string
  personId: string | null
  name: string
  role: AppearanceRole
  description: string
  /** For or with whom they spoke. */
  affiliation: string
  consent: Consent
  quotes: (Checked & {
    id: string
    text: string
    consent: Consent | null
    citations: CitationDto[]
    disputes: DisputeDto[]
    /** The demands that these words are about, by number. */
    demands: { demandId: string; number: number; wording: string }[]
  })[]
}

/** One source's value for one field; exactly one of a field's claims may be the working one. */
export type ClaimDto = {
  id: string
  field: ClaimField
  value: string
  saidBy: string
  working: boolean
  reason: string
  citations: CitationDto[]
}

/** How an entry touches a demand; a stance stands only beside an answer, with the target that answers. */
export type TouchedDemandDto = {
  id: string
  demandId: string
  number: number
  wording: string
  relation: DemandRelation
  stance: Stance | null
  at: string | null
}

/** Who asked, when (EDTF), through what, and what each organization did. */
export type InquiryDto = {
  id: string
  askedBy: string | null
  through: string
  edtf: string
  recipients: {
    name: string
    /** Null where a share may not tell, since it hides a later answer. */
    outcome: InquiryOutcome | null
    /** What came of it later on, oldest first; EDTF. */
    later?: { outcome: InquiryOutcome; edtf: string }[]
  }[]
}

/**
 * Where a place lies (WGS 84 degrees), its town in the gazetteer, and until when it is kept from
 * shares: ISO day and HH:MM by the clocks there.
 */
type PlacedDto = {
  latitude: number | null
  longitude: number | null
  town: { id: number; name: string } | null
  zone: string
  hiddenUntil: { day: string; time: string } | null
}

/**
 * A picture. `width` and `height` are pixels of its largest file; `files` are the endings of their
 * addresses, smallest WebP first.
 */
export type PhotoDto = {
  id: string
  caption: string
  credit: string
  alt: string
  decorative: boolean
  width: number
  height: number
  files: string[]
}

/**
 * What this entry is to another one, or another one to this: `says` is whether this entry is the one
 * that says so. `campaign` is a slug, for members.
 */
export type LinkDto = {
  id: string
  says: boolean
  relation: EntryRelation
  note: string
  accordingTo: string
  citations: CitationDto[]
  entry: { id: string; title: string; kind: EntryKind; edtf: string; campaign: string }
}

/**
 * An entry in full, as one viewer may see it. `edtf` is the working date; `firstDay` and `lastDay`
 * are ISO days; `time` is HH:MM in `timeZone`.
 */
export type EntryDto = PlainTexts &
  Checked & {
    id: string
    kind: EntryKind
    /** What else an action was. */
    alsoKind: EntryKind | null
    lane: Lane
    status: EntryStatus
    title: string
    sentence: string
    edtf: string
    firstDay: string
    lastDay: string
    time: string | null
    timeZone: string | null
    place: string
    placePrecision: PlacePrecision
    /** For members alone: where it lies, and until when shares are not told. */
    placed?: PlacedDto
    crowd: { low: number | null; high: number | null; words: string; countedBy: string }
    accordingTo: string | null
    organizations: { id: string; name: string; part: 'actor' | 'target' | 'subject' }[]
    appearances: AppearanceDto[]
    demands: TouchedDemandDto[]
    claims: ClaimDto[]
    disputes: DisputeDto[]
    replies: ReplyDto[]
    citations: CitationDto[]
    inquiries: InquiryDto[]
    photos: PhotoDto[]
    links: LinkDto[]
    details: Details
    tags: string[]
    version: number
    updatedAt: string
  }

/** A page of entries and the cursor of the next one, or null at the end. */
export type EntryPage = { entries: EntryDto[]; next: string | null }

/** A demand with its standing at each target, as of today or of a day asked for. */
export type DemandDto = {
  id: string
  number: number
  wording: string
  version: number
  earlier: { number: number; wording: string; note: string; createdAt: string }[]
  counterparties: { id: string; name: string }[]
  targets: (Checked & {
    id: string
    name: string
    standing: Standing
    since: string | null
    evidence: { id: string; title: string } | null
    /** Whether it rests on an entry that this reader may not see. */
    evidenceKept?: boolean
    note: string
    disputes: DisputeDto[]
    /** Every change up to that day, oldest first; `day` is the ISO day from which it counts. */
    history: { standing: Standing; edtf: string; day: string }[]
  })[]
  proposals: {
    id: string
    organization: string
    standing: Standing
    edtf: string
    entry: { id: string; title: string } | null
    note: string
  }[]
}

/** A campaign's head, as pages and shares show it. */
export type CampaignHead = { title: string; summary: string; timeZone: string }
