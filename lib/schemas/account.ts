import { z } from 'zod'
import { notificationLabels } from '../comments/comments'
import { isZone } from '../dates/days'
import { zoneNamed } from '../dates/zone-named'
import { mailWhenLabels } from '../mail/when'
import { codeText, emailAddress, memberName, ownCodeText, passwordText } from './auth'
import { keysOf, languageLabels, themeLabels, weekStartLabels } from './words'

/** What a person is called, in every workspace. */
export const ownNameSchema = z.strictObject({
  name: memberName('Write your name, as other members should see it.'),
})

/** Another address to sign in with, and the password once more. */
export const ownEmailSchema = z.strictObject({ email: emailAddress, password: passwordText })

/** The link that shows that an address is one’s own. */
export const confirmAddressSchema = z.strictObject({
  token: z.string('Open the link again.').max(1_000, 'Open the link again.'),
})

/** How pages look and count for one person. */
export const accountSettingsSchema = z.strictObject({
  theme: z.enum(keysOf(themeLabels), 'Choose one from the list.'),
  language: z.union([z.enum(keysOf(languageLabels)), z.literal('')], 'Choose one from the list.'),
  timeZone: z
    .string()
    .trim()
    .max(100, 'Choose one from the list.')
    .transform(zoneNamed)
    .refine(
      (zone) => zone === '' || isZone(zone),
      'Choose one from the list, such as Europe/London.',
    ),
  weekStart: z.union([z.enum(keysOf(weekStartLabels)), z.literal('')], 'Choose one from the list.'),
})

const notificationKinds = keysOf(notificationLabels)
/** Which kinds of notifications somebody wants, which come by push, and whether they come by mail, too. */
export const wantedNotificationsSchema = z.strictObject({
  wanted: z
    .array(z.enum(notificationKinds, 'Choose from the list.'))
    .max(notificationKinds.length, 'Choose from the list.')
    .default([]),
  /** Those that also come to one's devices by push. */
  pushed: z
    .array(z.enum(notificationKinds, 'Choose from the list.'))
    .max(notificationKinds.length, 'Choose from the list.')
    .default([]),
  /** Nothing where the site sends no mail. */
  mail: z
    .strictObject({
      mailWhen: z.enum(keysOf(mailWhenLabels), 'Choose one from the list.'),
      mailHour: z.coerce
        .number('Choose one from the list.')
        .int('Choose one from the list.')
        .min(0, 'Choose one from the list.')
        .max(23, 'Choose one from the list.'),
    })
    .optional(),
})

/** A first code of the app on one's phone. */
export const firstCodeSchema = z.strictObject({ code: codeText })

/** A code of that app or a recovery code, where one is asked for. */
export const ownCodeSchema = z.strictObject({ code: ownCodeText })
