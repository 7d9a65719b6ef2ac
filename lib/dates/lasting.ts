import { readEdtf } from './grammar'

/**
 * Whether what an EDTF date tells of goes on: an interval with an open end, `2026-03-10/..`. An end
 * that nobody knows (`2026-03-10/`) has passed, and "or later" (`[2026-03-10..]`) is one day.
 */
export function goesOn(edtf: string): boolean {
  const value = readEdtf(edtf)
  return value?.kind === 'interval' && value.to === 'open'
}
