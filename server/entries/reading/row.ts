import 'server-only'
import type {
  Appearance,
  Citation,
  Claim,
  Dispute,
  Entry,
  EntryDemand,
  EntryOrganization,
  EntryReply,
  Inquiry,
  InquiryRecipient,
  InquiryUpdate,
  Person,
  Photo,
  Quote,
  Source,
  SourcePicture,
} from '@/prisma/generated/client'
import type { CitedTexts } from '@/lib/sources/fields'
import type { EntryColumn } from '../columns'

export type NamedRow = { id: string; name: string }

/** A source as a citation shows it. */
export type CitedSourceRow = Pick<Source, 'id' | keyof CitedTexts>

/** The pictures of a source are told once, beside the entry's own citation of it. */
export type PictureRow = Pick<SourcePicture, 'caption' | 'credit'>

export type CitationRow = Pick<Citation, 'id' | 'exact' | 'prefix' | 'suffix' | 'match'> & {
  source: CitedSourceRow & { pictures?: PictureRow[] }
}

/** Who checked something and when. */
export type CheckRow = {
  checkedOn: Date | null
  checker: { account: { name: string } } | null
}

export type DisputeRow = Pick<Dispute, 'id' | 'reason' | 'saidBy'> & { citations: CitationRow[] }

/** A demand with its current wording. */
export type DemandRow = { id: string; number: number; wording: string }

export type QuoteRow = Pick<Quote, 'id' | 'text' | 'consent'> &
  CheckRow & { citations: CitationRow[]; disputes: DisputeRow[]; demands: DemandRow[] }

type PersonRow = Pick<Person, 'id' | 'name' | 'consent'>

export type AppearanceRow = Pick<Appearance, 'id' | 'role' | 'description' | 'affiliation'> & {
  person: PersonRow | null
  quotes: QuoteRow[]
}

export type TouchedDemandRow = Pick<EntryDemand, 'id' | 'relation' | 'stance'> & {
  organization: NamedRow | null
  demand: DemandRow
}

export type ClaimRow = Pick<Claim, 'id' | 'field' | 'value' | 'saidBy' | 'working' | 'reason'> & {
  citations: CitationRow[]
}

export type ReplyRow = Pick<EntryReply, 'id' | 'edtf' | 'said'> & {
  organization: NamedRow
  citations: CitationRow[]
}

export type PhotoRow = Pick<
  Photo,
  'id' | 'caption' | 'credit' | 'alt' | 'decorative' | 'width' | 'height' | 'suffixes'
>

export type InquiryRow = Pick<Inquiry, 'id' | 'through' | 'edtf'> & {
  askedBy: NamedRow | null
  recipients: (Pick<InquiryRecipient, 'outcome'> & { organization: NamedRow })[]
  updates: Pick<InquiryUpdate, 'organizationId' | 'outcome' | 'edtf' | 'entryId'>[]
}

/** The columns of the entry itself. */
export type SpineRow = Pick<
  Entry,
  'id' | EntryColumn | 'version' | 'updatedAt' | 'checkedVersion'
> &
  CheckRow & {
    campaign: { timeZone: string }
    accordingTo: PersonRow | null
  }

/** An entry's row with all its parts, before anything is kept from a reader. */
export type EntryRow = SpineRow & {
  organizations: (Pick<EntryOrganization, 'part'> & { organization: NamedRow })[]
  appearances: AppearanceRow[]
  demands: TouchedDemandRow[]
  claims: ClaimRow[]
  disputes: DisputeRow[]
  replies: ReplyRow[]
  citations: CitationRow[]
  photos: PhotoRow[]
  inquiries: InquiryRow[]
}
