import { z } from 'zod'
import { lineText, requiredLine, optionalVersion } from './text'
import { consentLabels, keysOf } from './words'

/** A person in the directory; other names have semicolons between them. */
export const personSchema = z.strictObject({
  name: requiredLine(
    200,
    'Give a name, or a description of the person if the name is to stay out of the record.',
  ),
  otherNames: lineText(1_000).default(''),
  consent: z.enum(keysOf(consentLabels), 'Choose one of the list.').default('hidden'),
  consentReason: lineText(300).default(''),
  version: optionalVersion(),
})
/** A person as the schema gives it. */
export type PersonInput = z.output<typeof personSchema>
