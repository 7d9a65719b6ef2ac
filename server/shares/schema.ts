import 'server-only'
import { z } from 'zod'

/** Which link to end. */
export const revokeSchema = z.strictObject({ share: z.uuid() })
