import { z } from 'zod'
import { emailAddress, memberName, passwordText } from './auth'
import { keysOf, memberRoleLabels } from './words'

const role = z.enum(keysOf(memberRoleLabels), 'Choose one from the list.')

/** Whom to invite, as which role. */
export const inviteSchema = z.strictObject({ email: emailAddress, role })
export type InviteInput = z.output<typeof inviteSchema>
/** The same as its form sends it, with whether it is to be mailed. */
export const inviteFormSchema = inviteSchema.extend({ mail: z.literal('on').optional() })

/** What the form of an invitation sends; the name counts where there is no account yet. */
export const acceptSchema = z.strictObject({
  token: z.string('Open the invitation again.').max(100, 'Open the invitation again.'),
  email: emailAddress,
  name: memberName('Write your name, as other members should see it.'),
  password: passwordText,
})
export type AcceptInput = z.output<typeof acceptSchema>

/** Another role for a member. */
export const roleChangeSchema = z.strictObject({ member: z.uuid(), role })
/** Which member, where nothing else is asked. */
export const memberSchema = z.strictObject({ member: z.uuid() })
/** Whom to remove, and who keeps their links from now on; nobody where they are to end. */
export const removalSchema = memberSchema.extend({
  keeper: z.union([z.literal(''), z.uuid()], 'Choose one from the list.').optional(),
})
/** Which invitation. */
export const invitationSchema = z.strictObject({ invitation: z.uuid() })
/** Which of one's own sessions. */
export const sessionSchema = z.strictObject({ session: z.uuid() })

/** One's own password, given again. */
export const confirmSchema = z.strictObject({ password: passwordText })
/** One's own password, and the one that follows it. */
export const passwordChangeSchema = z.strictObject({
  password: passwordText,
  newPassword: passwordText,
})
