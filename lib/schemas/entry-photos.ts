import { z } from 'zod'
import { areasSchema } from './photo-areas'
import { lineText, longText } from './text'

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const photo = z
  .strictObject({
    photo: z.uuid('Add this picture again.'),
    caption: longText(2_000).default(''),
    credit: lineText(300).default(''),
    alt: longText(2_000).default(''),
    decorative: ticked,
    /** Takes the picture out of the entry, where there is no script to remove the row. */
    remove: ticked,
  })
  .superRefine(({ alt, decorative, remove }, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', path: ['alt'], message })
    if (remove) return
    if (alt === '' && !decorative)
      say('Describe the picture for people who can’t see it, or mark it as decorative.')
    if (alt !== '' && decorative)
      say(
        'A picture with a description isn’t decorative. Remove the description, or clear the box.',
      )
  })

/** The pictures of an entry in their order. */
export const photosSchema = z
  .array(photo)
  .max(40)
  .default([])
  .transform((rows) => rows.filter(({ remove }) => !remove))

/** Further areas of a kept picture to hide, as JSON from the page that marks them. */
export const blurSchema = z.strictObject({
  photo: z.uuid(),
  areas: z
    .string()
    .max(20_000)
    .transform((text, context) => {
      const parsed = areasSchema.min(1).safeParse(jsonOf(text))
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message: 'Mark at least one area first.' })
      return z.NEVER
    }),
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
