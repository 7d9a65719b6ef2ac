import type { LedgerCell } from '../demands/ledger'
import type { Shown, ShownOf } from '../people/shown'
import type { EntryKind, Lane } from '../kinds/names'
import type { CampaignHead, DemandDto, EntryDto } from '../record'
import type { ShareScope } from '../schemas/share'
import type { Lens } from '../schemas/words'
import type { SharedPublisher } from './publisher'

/** WGS 84 in degrees, rounded to about 11 km where only the town may be known. */
export type Coordinates = { longitude: number; latitude: number; rounded: boolean } | null

/** An entry as a link shows it, while names may stand in it that its readers may not know. */
export type LinkedEntry = EntryDto & { coordinates: Coordinates }

/** An entry as a link's readers see it; its ids are the link's own. */
export type SharedEntry = ShownOf<LinkedEntry>

type Target = DemandDto['targets'][number]

/**
 * A demand as a link shows it. The clock is there where the whole record says the same; the standing
 * is null where the link's maker keeps standings back.
 */
export type LinkedDemand = Omit<DemandDto, 'targets'> & {
  targets: (Omit<Target, 'standing'> & { standing: Target['standing'] | null } & Partial<
      Pick<LedgerCell, 'clock'>
    >)[]
}

/** A demand as a link's readers see it. */
export type SharedDemand = ShownOf<LinkedDemand>

/** A campaign's head as a link's readers see it. */
export type SharedHead = ShownOf<CampaignHead>

/** Many entries that are gone through one at a time, so that they need not all stand in memory. */
export type ManyEntries = Iterable<SharedEntry> & { readonly length: number }

type Beside = { id: string; title: string; edtf: string } | null

/** What stands around an entry: the ones beside it, and all that touch the demands that it touches. */
export type LinkedAround = {
  before: Beside
  after: Beside
  /** The nearest of them, oldest first, and how many more the link shows on either side. */
  thread: {
    entries: (NonNullable<Beside> & {
      lane: Lane
      demands: number[]
      here: boolean
      /** The numbers of those that it raises or repeats, and of those that it answers. */
      raised: number[]
      answered: number[]
    })[]
    earlier: number
    later: number
  }
}

/** What stands around an entry, as a link's readers see it. */
export type EntryAround = ShownOf<LinkedAround>

/** What goes on at the moment that a page tells of, what began last first; `more` are not listed. */
export type SharedOnNow = {
  entries: ShownOf<NonNullable<Beside> & { lane: Lane }>[]
  more: number
}

/**
 * Requests for an answer, each of one organization, that the entries of these kinds tell of; only
 * where the whole record says the same.
 */
export type SharedRequests = { asked: number; unanswered: number; kinds: EntryKind[] }

/** Something that readers may ask for; the value stands in the address. */
export type SharedChoice = { value: string; label: Shown }

/** By what the readers of a link may look for entries, and how many there are in all. */
export type SharedFind = {
  total: number
  kinds: EntryKind[]
  search: boolean
  organizations: SharedChoice[]
  /** Those alone who may be named. */
  people: SharedChoice[]
  places: SharedChoice[]
  /** Which of these some entries are. */
  checks: ('yes' | 'disputed')[]
}

/** All that a link shows, for a download; `updatedAt` is an ISO timestamp. */
export type SharedRecord<Entries extends ManyEntries = SharedEntry[]> = {
  campaign: SharedHead
  /** Who keeps it, where its readers are told. */
  publisher: SharedPublisher | null
  lens: Lens
  scope: ShareScope
  demands: SharedDemand[]
  entries: Entries
  updatedAt: string
  /** Whether there are more entries than a download holds. */
  cut: boolean
}
