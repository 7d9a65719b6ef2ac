import { z } from 'zod'
import { OWN_SOURCE } from '../forms/form-data'

/**
 * Where a passage stands: a source's id, `entry` for the entry's first source, which must be there,
 * `own` for the same if there is one, or nothing.
 */
export const sourceChoice = z.union([z.enum(['', 'entry', OWN_SOURCE]), z.uuid()]).default('')
