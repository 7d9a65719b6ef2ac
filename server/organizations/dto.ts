import 'server-only'
import type { EntryKind } from '@/lib/kinds/names'
import type { CampaignRole, InquiryOutcome, OrganizationKind } from '@/lib/schemas/words'

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
  entries: {
    id: string
    campaign: string
    title: string
    kind: EntryKind
    edtf: string
    part: 'actor' | 'target' | 'subject'
  }[]
  demands: MentioningDemand[]
  inquiries: {
    id: string
    edtf: string
    through: string
    askedBy: string | null
    outcome: InquiryOutcome | null
  }[]
  version: number
}
