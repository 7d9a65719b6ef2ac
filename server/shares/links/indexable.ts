import 'server-only'
import type { Lens } from '@/lib/schemas/words'
import { AppError } from '../../errors'

/**
 * Lets a link be told to search engines only where it is for everybody, needs no password and has
 * its secret in its address.
 *
 * @throws AppError `invalid`.
 */
export function requireIndexable(link: {
  indexed: boolean
  lens: Lens
  locked: boolean
  private: boolean
}): void {
  if (!link.indexed || (link.lens === 'public' && !link.locked && !link.private)) return
  throw new AppError(
    'invalid',
    'Search engines may index only a public link without a password. Choose the lens Public, or clear this box.',
    ['indexed'],
  )
}
