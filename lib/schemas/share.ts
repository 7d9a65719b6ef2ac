import { z } from 'zod'
import { lineText } from './text'
import { keysOf, lensLabels } from './words'

/** A read-only link to make: its lens, how long it lives, and a name for members. */
export const shareSchema = z.strictObject({
  campaign: z.uuid(),
  lens: z.enum(keysOf(lensLabels), 'Choose who will read it.').default('press'),
  expires: z
    .string()
    .trim()
    .toLowerCase()
    .refine(
      (text) => text === 'never' || /^[1-9]\d{0,3}d$/.test(text),
      'Say how long the link lives, such as 30d, or never.',
    )
    .transform((text) => (text === 'never' ? null : Number(text.slice(0, -1))))
    .default(30),
  label: lineText(200).default(''),
})
export type ShareInput = z.output<typeof shareSchema>

/** The lifetimes that the form proposes, in words. */
export const lifetimeLabels: Record<string, string> = {
  '1d': 'One day',
  '7d': 'A week',
  '30d': '30 days',
  '90d': '90 days',
  never: 'Until somebody ends it',
}
