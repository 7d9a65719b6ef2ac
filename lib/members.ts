import type { MemberRole } from './schemas/words'

/** A member as colleagues see them; the address is empty for those who may not see it. */
export type MemberListing = {
  id: string
  name: string
  email: string
  role: MemberRole
  /** ISO timestamp. */
  joinedAt: string
  own: boolean
  suspended: boolean
  /** How many links that can be read they keep, for those who may hand them over. */
  links: number
}

/** An invitation that can still be used; `by` is null for the operator's command line. */
export type InvitationListing = {
  id: string
  email: string
  role: MemberRole
  /** ISO timestamp. */
  expiresAt: string
  by: string | null
}
