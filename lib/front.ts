import type { EntryKind } from './kinds/names'
import type { Standing } from './schemas/words'

/** A few of several, with how many there are. */
type SomeOf<T> = { count: number; first: T[] }

type WaitingEntry = { id: string; title: string; kind: EntryKind; edtf: string }

/** What waits for somebody in a campaign; `decides` where this member may review and confirm. */
export type Waiting = {
  drafts: SomeOf<WaitingEntry>
  inReview: SomeOf<WaitingEntry>
  proposals: SomeOf<{ id: string; standing: Standing; at: string; demand: number }>
  decides: boolean
}

/** An entry or a demand that others changed: what was done last, by whom, and how often in all. */
export type Change = {
  record: 'entry' | 'demand'
  id: string
  title: string
  /** Where it is read, within its campaign. */
  path: string
  /** In words; empty for a plain edit. */
  done: string
  times: number
  /** Who did it; without the operator’s command line. */
  by: string[]
  /** ISO timestamp of the last of these changes. */
  at: string
}

/** What others changed since a member's last visit. */
export type Changes = {
  /** How many records; the newest of them are in `first`. */
  count: number
  first: Change[]
  /** Up to which moment the list tells everything, as an ISO timestamp; a visit is noted with it. */
  until: string
  /** When the last visit was; null on the first one. */
  since: string | null
}
