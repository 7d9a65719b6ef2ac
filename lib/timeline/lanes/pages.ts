import { bucketOf, bucketStart, levelAt, type Span } from './levels'

/** The narrowest bucket in pixels: a number of three digits, or a mark that a finger finds. */
export const BUCKET_PX = 30

/** Buckets by which a sheet moves on; it holds three times as many. No window is wider than one. */
const STRIDE = 36

/** Which sheet of a level has a time in its middle third. */
export function pageOf(level: number, time: number): number {
  return Math.floor(bucketOf(levelAt(level), time) / STRIDE)
}

/** What a sheet covers: its own third, and one before and after it, so that moving finds no edge. */
export function pageSpan(level: number, page: number): Span {
  const at = levelAt(level)
  return {
    from: bucketStart(at, (page - 1) * STRIDE),
    to: bucketStart(at, (page + 2) * STRIDE),
  }
}

/**
 * What of a sheet is drawn for a window: whole buckets, and one more on each side, from which marks
 * reach into it.
 */
export function drawnSpan(level: number, sheet: Span, { from, to }: Span): Span {
  const at = levelAt(level)
  return {
    from: Math.max(sheet.from, bucketStart(at, bucketOf(at, from) - 1)),
    to: Math.min(sheet.to, bucketStart(at, bucketOf(at, to) + 2)),
  }
}
