import 'server-only'
import { z } from 'zod'

/** Which link to end. */
export const revokeSchema = z.strictObject({ share: z.uuid() })

/** What is decided of words that may be names, in texts: see `server/shares/reading/open-places.ts`. */
export const placesSchema = z.strictObject({
  places: z
    .array(
      z.strictObject({
        textKey: z.string().regex(/^[0-9a-f]{64}(?: [0-9a-f]{64}){0,15}$/),
        letters: z.string().min(1).max(60),
        decision: z.enum(['', 'shown', 'withheld']),
      }),
    )
    .max(200),
})

/** Which paused link is to be read again; all of them without one. */
export const resumeSchema = z.strictObject({ share: z.uuid().optional() })

/** Of which link to freeze an edition. */
export const freezeSchema = z.strictObject({ share: z.uuid() })

/** Which link to hand over, and to which member. */
export const handOverSchema = z.strictObject({
  share: z.uuid(),
  member: z.uuid('Choose who manages it.'),
})

/** To end every link, with a word typed so that it is not done by a slip. */
export const revokeAllSchema = z.strictObject({
  sure: z.literal('on', 'Say that you are sure.'),
})
