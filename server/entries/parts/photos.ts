import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import { AppError } from '../../errors'
import { unattachedOf } from '../../photos/visible'
import type { Writing } from './writing'

/**
 * Puts pictures into the entry, in their order. One that was once taken out of it comes back; one
 * whose files are gone for good since then is left out.
 *
 * @throws AppError `invalid` for a picture that is another entry's, or that was not kept.
 */
export async function writePhotos(writing: Writing, rows: EntryInput['photos']): Promise<void> {
  const { tx, viewer, entryId } = writing
  for (const [position, { photo: id, caption, credit, alt, decorative }] of rows.entries()) {
    const known = await tx.photo.findFirst({
      where: { id, OR: [{ entryId }, unattachedOf(viewer)] },
      select: { sweptAt: true },
    })
    if (!known) {
      throw new AppError('invalid', 'This picture is no longer stored. Add it again.', [
        ...['photos', position, 'alt'],
      ])
    }
    if (known.sweptAt !== null) continue
    await tx.photo.updateMany({
      where: { id },
      data: { ...{ caption, credit, alt, decorative, position, entryId }, removedAt: null },
    })
  }
}
