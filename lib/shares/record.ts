import type { CampaignHead, DemandDto, EntryDto } from '../record'
import type { Lens } from '../schemas/words'

/**
 * An entry as a link's readers see it; its ids are the link's own. Coordinates are WGS 84 in
 * degrees, rounded to about 11 km where only the town may be known.
 */
export type SharedEntry = EntryDto & {
  coordinates: { longitude: number; latitude: number; rounded: boolean } | null
}

/** All that a link shows, for a download; `updatedAt` is an ISO timestamp. */
export type SharedRecord = {
  campaign: CampaignHead
  lens: Lens
  demands: DemandDto[]
  entries: SharedEntry[]
  updatedAt: string
  /** Whether there are more entries than a download holds. */
  cut: boolean
}
