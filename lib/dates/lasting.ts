import { dateBounds } from './edtf'
import { readEdtf } from './grammar'

/**
 * Whether what an EDTF date tells of goes on: an interval with an open end, `2026-03-10/..`. An end
 * that nobody knows (`2026-03-10/`) has passed, and "or later" (`[2026-03-10..]`) is one day.
 */
export function isOpenEnded(edtf: string): boolean {
  const value = readEdtf(edtf)
  return value?.kind === 'interval' && value.to === 'open'
}

/**
 * Whether what an EDTF date tells of lasted from one day that is known to another, or goes on since
 * one. A date that may be any of several days lasts for none of them.
 */
export function lastsForDays(edtf: string): boolean {
  const value = readEdtf(edtf)
  if (value?.kind !== 'interval') return false
  const known = (side: typeof value.from) =>
    typeof side !== 'string' && side.precision === 'day' && side.qualifier === ''
  return known(value.from) && (value.to === 'open' || known(value.to))
}

/**
 * Whether what an EDTF date tells of is going on on a day (ISO): a span that has begun and has no end,
 * or whose end has not passed. "Early 2026" is kept as a span too, about two days, and is none.
 */
export function isOnAt(edtf: string, day: string): boolean {
  const value = readEdtf(edtf)
  const bounds = dateBounds(edtf)
  if (value?.kind !== 'interval' || value.to === 'unknown' || value.from === 'unknown') return false
  if (!bounds || bounds.firstDay > day || /~\/.*~$/.test(edtf)) return false
  return value.to === 'open' || bounds.lastDay >= day
}
