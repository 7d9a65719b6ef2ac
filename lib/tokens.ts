import type { TokenScope } from './schemas/token'

/** One of a member's tokens. Moments are ISO timestamps. */
export type TokenListing = {
  id: string
  name: string
  scope: TokenScope
  /** The titles of the campaigns that it opens, or null for every one. */
  campaigns: string[] | null
  createdAt: string
  expiresAt: string
  /** When it was used last, to the minute; null for never. */
  usedAt: string | null
}
