import type { EntrySign } from '@/lib/entries/signs'
import type { EntryKind, Lane } from '../../kinds/names'
import type { Span } from './levels'

/** What the rows of the lanes stand for. */
export const rowings = ['lane', 'organization', 'person', 'demand', 'place'] as const
export type Rowing = (typeof rowings)[number]

/**
 * How a date is drawn: a mark where it is one day, a bar with ends where something lasted, with
 * soft ends where it may have been any day of it, up to today and open where it goes on, fading where
 * one side is not known, and a mark with a halo where it is about a day.
 */
export type DateShape = 'sharp' | 'lasting' | 'soft' | 'before' | 'after' | 'ongoing' | 'about'

/** Entries of a row with the same first and last possible moment, as one grouped query counts them. */
export type Group = {
  lane: Lane
  /** In days; `last` is where the last possible day or minute ends. */
  first: number
  last: number
  count: number
  /** The entries, where they are few. */
  ids: string[] | null
  /** Whether any has a time of day, by which a nearer view could tell them apart. */
  timed: boolean
}

/** A counted mark: the entries of a row that begin in one bucket of time. */
export type Gathered = Span & {
  row: number
  count: number
  lanes: Partial<Record<Lane, number>>
  /** Until when the last of them may last. */
  reach: number
  /** Whether a nearer view tells them apart. */
  parts: boolean
  /** Whether they began before the sheet and only last into it. */
  early: boolean
  /** The one entry, where it is one. */
  id: string | null
}

/** An entry that stands by itself. */
export type SheetEntry = {
  id: string
  title: string
  lane: Lane
  kind: EntryKind
  /** The date in words. */
  words: string
  shape: DateShape
  first: number
  last: number
  timed: boolean
  /** What stands beside its title. */
  signs: EntrySign[]
  /** Indexes of the rows in which it stands by itself. */
  rows: number[]
}

/**
 * A demand's thread in days: from when it was first raised, when the first and when the last of its
 * targets answered, and when all was settled; null for not yet.
 */
export type DemandLine = {
  number: number
  raised: number
  answered: number | null
  allAnswered: number | null
  settled: number | null
  /** Whether all that was settled was met. */
  met: boolean
  /** How it stands, in words with its days. */
  note: string
}

/** A row with its name; `lane` where it is one, `line` where it is a demand. */
export type SheetRow = {
  key: string
  label: string
  lane: Lane | 'demand' | null
  /** Entries in the whole of what is filtered. */
  total: number
  /** How many entries can stand above each other. */
  tracks: number
  line: DemandLine | null
}

/** What is drawn of a span of time: rows with their entries, each in exactly one mark of its row. */
export type Sheet = Span & {
  level: number
  rows: SheetRow[]
  gathered: Gathered[]
  /** In the order of the timeline. */
  entries: SheetEntry[]
  /** The count that a counted mark of full height stands for. */
  most: number
}

/** Which rows are shown of how many, so that none is left out silently. */
export type RowPage = { skip: number; size: number; all: number }
