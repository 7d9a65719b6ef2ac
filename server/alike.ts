import 'server-only'
import type { LookAlike } from '@/lib/forms/state'

/** Stops a save until somebody says that the entry is not one of these; carries them to the form. */
export class LooksAlikeError extends Error {
  override readonly name = 'LooksAlikeError'

  constructor(readonly entries: LookAlike[]) {
    super(
      entries.length === 1
        ? 'There is already an entry that looks like this one. Check it, then confirm below that this is a different one.'
        : 'There are already entries that look like this one. Check them, then confirm below that this is a different one.',
    )
  }
}
