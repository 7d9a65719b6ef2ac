import type { Expected } from '../dates/context'
import type { Lane } from './names'

/** Which day a date without a year is for an entry of a lane: actions alone are logged ahead, when they are announced. */
export function expectedOf(lane: Lane): Expected {
  return lane === 'action' ? 'action' : 'past'
}
