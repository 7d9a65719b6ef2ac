import 'server-only'
import type { FieldConflict } from '@/lib/forms/state'

/** Somebody saved meanwhile and changed what this edit changes too: both texts, field by field. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'

  constructor(
    readonly version: number,
    readonly conflicts: FieldConflict[],
  ) {
    super('Somebody else saved this while you were writing. Compare both texts, then save again.')
  }
}
