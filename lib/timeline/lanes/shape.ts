import { readEdtf } from '../../dates/grammar'
import type { DateShape } from './sheet'

/** How an EDTF date is drawn: sharp only where it is known to the day. */
export function dateShape(edtf: string): DateShape {
  const value = readEdtf(edtf)
  if (!value) return 'soft'
  switch (value.kind) {
    case 'plain':
      if (value.part.precision !== 'day') return 'soft'
      return value.part.qualifier === '' ? 'sharp' : 'about'
    case 'by':
      return 'before'
    case 'or-later':
      return 'after'
    case 'interval':
      if (typeof value.from === 'string') return 'before'
      if (typeof value.to === 'string') return value.to === 'open' ? 'ongoing' : 'after'
      return value.from.qualifier === '' && value.to.qualifier === '' ? 'lasting' : 'soft'
    default:
      return 'soft'
  }
}
