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
