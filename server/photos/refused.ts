import 'server-only'
import type { PhotoRefusal } from '@/lib/photos'

/** A picture that is not taken, with the reason that its member is told. */
export class PhotoRefused extends Error {
  override readonly name = 'PhotoRefused'

  constructor(readonly reason: PhotoRefusal) {
    super(`The picture is refused: ${reason}.`)
  }
}
