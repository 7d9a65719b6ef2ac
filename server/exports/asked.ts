import 'server-only'
import type { ExportFormatName } from '@/lib/exports/formats'
import { notUnderstood, readFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { AppError } from '../errors'

/** What is to be exported: a campaign under a filter, or the whole workspace. */
export type ExportAsked = {
  format: ExportFormatName
  /** The campaign's name in addresses; null for the whole workspace. */
  slug: string | null
  filter: TimelineFilter
}

/**
 * The filter by which an address asks for a campaign, or none for the whole workspace. What is ignored would widen
 * what is written, so it is refused.
 *
 * @throws AppError `invalid` for parameters that are no part of a filter, and for any of the workspace.
 */
export function filterAsked(query: URLSearchParams, slug: string | null): TimelineFilter {
  const [any] = query.keys()
  if (slug === null && any !== undefined)
    throw new AppError('invalid', 'The whole workspace is exported without a filter.', [any])
  const lost = notUnderstood(query)
  const [first] = lost
  if (first === undefined) return readFilter(query)
  throw new AppError(
    'invalid',
    `“${lost.join('&')}” was not understood, so nothing was exported.`,
    [first.split('=')[0] ?? ''],
  )
}

/** What was written: how many entries or sources, and what of the record the format does not carry. */
export type ExportDone = { entries: number; sources?: number; loss: string[] }

/** Where an export is written, piece by piece; it goes on when the piece is written. */
export type Sink = (piece: string | Uint8Array) => Promise<void>
