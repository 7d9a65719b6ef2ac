import { z } from 'zod'
import { memberName } from './auth'

const yesOrNo = z.enum(['yes', 'no'], 'Choose one of the list.').transform((word) => word === 'yes')

/** What owners decide for the whole workspace. */
export const workspaceSettingsSchema = z.strictObject({
  name: memberName('Write a name for your group or coalition.'),
  keepsNames: yesOrNo,
  requiresCodes: yesOrNo,
})
/** The same as the form has checked it. */
export type WorkspaceSettings = z.output<typeof workspaceSettingsSchema>
