import { z } from 'zod'
import { notificationLabels } from '../comments/comments'
import { isZone } from '../dates/days'
import { codeText, emailAddress, memberName, passwordText } from './auth'
import { keysOf, themeLabels, weekStartLabels } from './words'

/** What a person is called, in every workspace. */
export const ownNameSchema = z.strictObject({
  name: memberName('Write your name, as other members should see it.'),
})

/** Another address to sign in with, and the password once more. */
export const ownEmailSchema = z.strictObject({ email: emailAddress, password: passwordText })

/** How pages look and count for one person. */
export const accountSettingsSchema = z.strictObject({
  theme: z.enum(keysOf(themeLabels), 'Choose one from the list.'),
  timeZone: z
    .string()
    .trim()
    .max(100, 'Choose one from the list.')
    .refine(
      (zone) => zone === '' || isZone(zone),
      'Choose one from the list, such as Europe/London.',
    ),
  weekStart: z.union([z.enum(keysOf(weekStartLabels)), z.literal('')], 'Choose one from the list.'),
})

const notificationKinds = keysOf(notificationLabels)
/** Which kinds of notifications somebody wants. */
export const wantedNotificationsSchema = z.strictObject({
  wanted: z
    .array(z.enum(notificationKinds, 'Choose from the list.'))
    .max(notificationKinds.length, 'Choose from the list.')
    .default([]),
})

/** A first code of the app on one's phone. */
export const firstCodeSchema = z.strictObject({ code: codeText })
