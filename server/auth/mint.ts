import 'server-only'
import { AppError } from '../errors'
import type { Organizer, ShareReader, SystemJob, Viewer } from './viewer'

// A viewer is known by identity: an object of the same shape that was made elsewhere is refused.
const minted = new WeakSet<object>()

/**
 * Makes a viewer. Only the files of `server/auth` (and tests) may import this; the import rules
 * hold it there.
 */
export function mint<V extends Organizer | ShareReader | SystemJob>(viewer: V): Readonly<V> {
  const sealed = Object.freeze({ ...viewer })
  minted.add(sealed)
  return sealed
}

/**
 * Refuses what `mint` did not make.
 *
 * @throws AppError `forbidden`.
 */
export function assertMinted(viewer: Viewer): void {
  if (typeof viewer !== 'object' || viewer === null || !minted.has(viewer)) {
    throw new AppError('forbidden', 'You are not signed in. Sign in and try again.')
  }
}
