import { z } from 'zod'
import { nameLine } from './text'

/** Fewest and most characters (code points) of a password that somebody chooses. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const

const TOO_LONG = `A password has at most ${PASSWORD_LENGTH.most} characters. Use a shorter one.`
// Code points may take two units; the exact count is made before hashing.
const MOST_UNITS = 2 * PASSWORD_LENGTH.most

/** An e-mail address, trimmed and in lower case. */
export const emailAddress = z
  .string('Write an e-mail address.')
  .trim()
  .toLowerCase()
  .min(1, 'Write an e-mail address.')
  .max(254, 'An e-mail address has at most 254 characters.')
  .pipe(z.email('This is not an e-mail address. It looks like name@example.org.'))

/** A password as it is typed; whether a new one is good enough is said before it is hashed. */
export const passwordText = z
  .string('Write a password.')
  .min(1, 'Write a password.')
  .max(MOST_UNITS, TOO_LONG)

/** A name on one line; `missing` says what to write. */
export function memberName(missing: string) {
  return z.string(missing).trim().min(1, missing).pipe(nameLine(100))
}

/** What the sign-in form sends. The e-mail address comes out trimmed and in lower case. */
export const signInSchema = z.object({
  email: emailAddress,
  password: passwordText,
  next: z.string().max(2000, 'The address to go on to is too long.').optional(),
})

/** A one-time code, or a recovery code, as it is typed. */
export const codeText = z
  .string('Type the code.')
  .trim()
  .min(1, 'Type the code.')
  .max(40, 'A code has 6 digits, a recovery code 12 letters and digits.')

/** A code of somebody who is signed in, where one is asked for. */
export const ownCodeText = z
  .string('Type the code.')
  .trim()
  .max(40, 'A code has 6 digits, a recovery code 12 letters and digits.')
  .default('')

/** What the form for the code at sign-in sends. */
export const signInCodeSchema = z.object({
  code: codeText,
  next: z.string().max(2000, 'The address to go on to is too long.').optional(),
})

/** What somebody sends who forgot their password. */
export const forgottenSchema = z.strictObject({ email: emailAddress })

/** What the form of a reset link sends. */
export const resetSchema = z.strictObject({
  token: z.string('Open the link again.').max(100, 'Open the link again.'),
  password: passwordText,
})

/** What the first owner of an installation, or of a further workspace, must say. */
export const ownerSchema = z.object({
  name: memberName('Write your name, as other members should see it.'),
  email: emailAddress,
  password: passwordText,
  workspaceName: memberName('Write a name for your group or coalition.'),
})

/** What the set-up form sends: the owner, and the one-time token of the link. */
export const setUpSchema = ownerSchema.extend({
  token: z.string('Open the set-up link again.').max(100, 'Open the set-up link again.'),
})

/** An owner as the schema gives it: trimmed, the e-mail address in lower case. */
export type OwnerInput = z.output<typeof ownerSchema>
/** What the set-up form sent, trimmed, the e-mail address in lower case. */
export type SetUpInput = z.output<typeof setUpSchema>

/** What the form sends that asks for one's own password before a file: where the file is. */
export const ownPasswordSchema = z.strictObject({
  next: z.string().max(2000, 'The address to go on to is too long.').optional(),
})

/** The field of a form in which members give their own password once more; no schema reads it. */
export const OWN_PASSWORD = '_ownPassword'
