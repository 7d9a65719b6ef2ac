import type { EntryKind, Lane } from '../kinds/names'
import type { EntryStatus } from '../schemas/words'
import type { Certainty, FilterLane } from './filters'

/** How many entries begin in a month in a lane; `month` is YYYY-MM. */
export type MonthCount = { month: string; lane: FilterLane; count: number }

/** What one grouped query tells of a set of entries. */
export type Counts = {
  all: number
  months: MonthCount[]
  kinds: Partial<Record<EntryKind, number>>
  lanes: Partial<Record<Lane, number>>
  statuses: Partial<Record<EntryStatus, number>>
  certainty: Partial<Record<Certainty, number>>
}

/** A choice of a filter with how many entries it stands for. */
export type Choice<T = string> = { value: T; label: string; count: number }

/** What a filter can choose from besides what `Counts` tells, most used first. */
export type Choices = {
  organizations: Choice[]
  people: Choice[]
  demands: Choice<number>[]
  tags: Choice[]
  places: Choice[]
  differ: number
  sourced: number
  raising: number
}
