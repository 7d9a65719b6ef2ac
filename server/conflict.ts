import 'server-only'
import type { ConflictingText, FieldConflict } from '@/lib/forms/state'

/**
 * What helps to settle a conflict: fields of it that only the other person changed, which the form
 * takes over, and what they saved in each field.
 */
export type Settling = { taken: string[]; theirs: Record<string, ConflictingText> }

/** Somebody saved meanwhile and changed what this edit changes too: both texts, field by field. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'

  constructor(
    readonly version: number,
    readonly conflicts: FieldConflict[],
    readonly settling: Settling | null = null,
  ) {
    super('Someone else saved this while you were writing. Compare both texts, then save again.')
  }
}
