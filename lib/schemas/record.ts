import { z } from 'zod'

/** Which earlier version to restore. */
export const versionSchema = z.strictObject({ version: z.coerce.number().int().positive() })
