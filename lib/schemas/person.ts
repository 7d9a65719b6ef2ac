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
  consent: z.enum(keysOf(consentLabels), 'Choose one from the list.').default('hidden'),
  consentReason: lineText(300).default(''),
  version: optionalVersion(),
})
/** Whether shares may show a name that a person once had. */
export const formerNameSchema = z.strictObject({
  name: requiredLine(200, 'Choose which name this is about.'),
  shown: z
    .enum(['shown', 'withheld'], 'Choose whether shares may show this name.')
    .transform((choice) => choice === 'shown'),
})
export type FormerNameInput = z.output<typeof formerNameSchema>

/** A person as the schema gives it. */
export type PersonInput = z.output<typeof personSchema>
