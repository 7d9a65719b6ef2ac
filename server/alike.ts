import 'server-only'
import type { LookAlike } from '@/lib/forms/state'

/** Stops a save until somebody says that the entry is not one of these; carries them to the form. */
export class LooksAlikeError extends Error {
  override readonly name = 'LooksAlikeError'

  constructor(readonly entries: LookAlike[]) {
    super(
      entries.length === 1
        ? 'An entry that looks like this one is there already. Look at it, then say below that this is another one.'
        : 'Entries that look like this one are there already. Look at them, then say below that this is another one.',
    )
  }
}
