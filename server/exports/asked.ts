import 'server-only'
import type { ExportFormatName } from '@/lib/exports/formats'
import type { TimelineFilter } from '@/lib/timeline/filters'

/** What is to be exported: a campaign under a filter, or the whole workspace. */
export type ExportAsked = {
  format: ExportFormatName
  /** The campaign's name in addresses; null for the whole workspace. */
  slug: string | null
  filter: TimelineFilter
}

/** What was written: how many entries or sources, and what of the record the format does not carry. */
export type ExportDone = { entries: number; sources?: number; loss: string[] }

/** Where an export is written, piece by piece; it goes on when the piece is written. */
export type Sink = (piece: string | Uint8Array) => Promise<void>
