import type { EntryKind } from '../kinds/names'
import type { FacetName } from './facets'
import type { FilterLane } from './filters'

/** How many entries begin in a month in a lane; `month` is YYYY-MM. */
export type MonthCount = { month: string; lane: FilterLane; count: number }

/** What one grouped query tells of a set of entries. */
export type Counts = {
  all: number
  months: MonthCount[]
  kinds: Partial<Record<EntryKind, number>>
}

/** A choice of a facet as the address writes it, with how many entries it stands for. */
export type Choice = { value: string; label: string; count: number }

/** The first choices of a facet, and how many there are of those that are looked for with `find`. */
export type Facet = { offered: Choice[]; all: number; find: string }

/**
 * What a filter can choose from. Each facet counts what there is under all that the other facets
 * ask, most used first; names of records stand in `label`.
 */
export type Choices = Record<FacetName, Facet>
