import 'server-only'
import { z } from 'zod'
import { campaignRoleLabels, keysOf } from '@/lib/schemas/words'

/** What a form says that takes a role in a campaign from an organization. */
export const roleSchema = z.strictObject({
  organizationId: z.uuid(),
  role: z.enum(keysOf(campaignRoleLabels)),
})
