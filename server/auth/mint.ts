import 'server-only'
import { AppError } from '../errors'

/** What all viewers have; `viewer.ts` says what each of them is. */
type AnyViewer = { readonly kind: 'organizer' | 'share' | 'system'; readonly workspaceId: string }

// A viewer is known by identity: an object of the same shape that was made elsewhere is refused.
const minted = new WeakSet<object>()

/**
 * Makes a viewer. Only the files of `server/auth` (and tests) may import this; the import rules
 * hold it there.
 */
export function mint<V extends AnyViewer>(viewer: V): Readonly<V> {
  const sealed = Object.freeze({ ...viewer })
  minted.add(sealed)
  return sealed
}

/**
 * Refuses what `mint` did not make.
 *
 * @throws AppError `forbidden`.
 */
export function assertMinted(viewer: AnyViewer): void {
  if (typeof viewer !== 'object' || viewer === null || !minted.has(viewer)) {
    throw new AppError('forbidden', 'You are not signed in. Sign in and try again.')
  }
}
