import type { Span } from './levels'

const MINUTES = 1_440
/** From here on a window of whole days is as good as one of minutes. */
const WHOLE_DAYS = 200

/**
 * A window as exactly as an address and words give it: to the day where it is long, to the minute
 * where it is short. Both round by this alone, so that a window reads the same after a reload.
 */
export function roundedWindow({ from, to }: Span): Span {
  const [begin, end] = [Math.round(from * MINUTES), Math.round(to * MINUTES)]
  return end - begin < WHOLE_DAYS * MINUTES
    ? { from: begin / MINUTES, to: end / MINUTES }
    : { from: Math.round(begin / MINUTES), to: Math.round(end / MINUTES) }
}
