import { z } from 'zod'
import { memberName } from './auth'

/** What owners decide for the whole workspace. */
export const workspaceSettingsSchema = z.strictObject({
  name: memberName('Write a name for your group or coalition.'),
  keepsNames: z.enum(['yes', 'no'], 'Choose one of the list.').transform((word) => word === 'yes'),
})
/** The same as the form has checked it. */
export type WorkspaceSettings = z.output<typeof workspaceSettingsSchema>
