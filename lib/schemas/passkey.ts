import { z } from 'zod'
import { memberName, ownCodeText } from './auth'

const ODD = 'Your browser sent a passkey that could not be read. Try again.'
/** A key of the largest kind, with its certificates, has a few thousand characters. */
const MOST = 20_000

const bytes = z
  .string(ODD)
  .max(MOST, ODD)
  .regex(/^[A-Za-z0-9_-]+$/, ODD)
const credential = {
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key', ODD),
  // No extension is asked for, so none is read.
  clientExtensionResults: z.unknown().transform(() => ({})),
}

const newKey = z.object(
  {
    ...credential,
    response: z.object({ clientDataJSON: bytes, attestationObject: bytes }, ODD),
  },
  ODD,
)
const key = z.object(
  {
    ...credential,
    response: z.object(
      {
        clientDataJSON: bytes,
        authenticatorData: bytes,
        signature: bytes,
        userHandle: bytes.optional(),
      },
      ODD,
    ),
  },
  ODD,
)

function asJson<S extends z.ZodType>(schema: S) {
  return z
    .string(ODD)
    .max(4 * MOST, ODD)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue(ODD)
        return z.NEVER
      }
    })
    .pipe(schema)
}

/** What a person calls a passkey, so as to know it again. */
export const passkeyNameSchema = z.strictObject({
  name: memberName('Give the passkey a name, such as “My phone”.'),
  code: ownCodeText,
})
/** A passkey that a browser has just made, and its name. */
export const newPasskeySchema = passkeyNameSchema.extend({ answer: asJson(newKey) })
/** What a browser made, as `verifyRegistrationResponse` takes it. */
export type NewKeyAnswer = z.output<typeof newKey>

/** Where to go on once a passkey has signed in. */
export const passkeyAskSchema = z.object({
  next: z.string().max(2000, 'The address to go on to is too long.').optional(),
})
/** What a passkey has signed, and where to go on. */
export const passkeySignInSchema = passkeyAskSchema.extend({ answer: asJson(key) })
/** What a key signed, as `verifyAuthenticationResponse` takes it. */
export type KeyAnswer = z.output<typeof key>

/** Which of one's own passkeys. */
export const passkeySchema = z.strictObject({ passkey: z.uuid() })
