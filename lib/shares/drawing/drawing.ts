import type { Lane } from '../../kinds/names'
import type { Shown } from '../../people/shown'
import type { DemandLine, Sheet, SheetEntry } from '../../timeline/lanes/sheet'

/** What is drawn of a record at one width; the ids are the link's own. */
export type SharedSheet = Omit<Sheet, 'entries'> & {
  entries: (Omit<SheetEntry, 'title'> & { title: Shown })[]
}

/** A demand in the drawing. */
export type DrawnDemand = { number: number; wording: Shown; line: DemandLine }

/** How many entries of each lane began in a year or a month; `period` is `2026` or `2026-02`. */
export type Period = { period: string; counts: Partial<Record<Lane, number>> }

/** The drawing of a record: once for a desk, once for a phone, and the numbers behind both. */
export type SharedDrawing = {
  desk: SharedSheet
  phone: SharedSheet
  demands: DrawnDemand[]
  /** Demands that have a line and no room for it. */
  demandsLeft: number
  periods: Period[]
  /** In days since 1970. */
  today: number
}

/**
 * What fits at a width: into how many buckets the time is cut at most, how many entries stand by
 * themselves, and how many of them above each other. A lane of more entries than `few` is counted
 * throughout, so that the heights in it can be compared.
 */
export const drawingSizes = {
  desk: { width: 960, buckets: 30, budget: 48, tracks: 3, few: 20 },
  phone: { width: 350, buckets: 11, budget: 24, tracks: 3, few: 8 },
} as const
export type DrawingSize = keyof typeof drawingSizes
