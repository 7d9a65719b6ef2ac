import { z } from 'zod'
import { lineText, longText } from './text'

/** Which earlier version to restore. */
export const versionSchema = z.strictObject({ version: z.coerce.number().int().positive() })

/** What an editor says to an entry that waits for review; sent back it needs a word why. */
export const reviewSchema = z
  .strictObject({
    decision: z.enum(['publish', 'send_back']).default('send_back'),
    note: longText(1_000).default(''),
  })
  .refine(({ decision, note }) => decision === 'publish' || note !== '', {
    path: ['note'],
    message: 'Say what is missing so it can be fixed.',
  })
export type ReviewInput = z.output<typeof reviewSchema>

/** Most entries that one action of the table may change. */
const MOST_AT_ONCE = 200

/** One action on many entries; tags have commas between them. */
export const bulkSchema = z
  .strictObject({
    ids: z
      .array(z.uuid())
      .min(1, 'Choose at least one entry in the table.')
      .max(MOST_AT_ONCE, `Choose at most ${MOST_AT_ONCE} entries at once.`)
      .transform((ids) => [...new Set(ids)])
      .default([]),
    action: z.enum(['tag', 'untag', 'publish', 'review', 'trash'], 'Choose what to do.'),
    tag: lineText(500)
      .default('')
      .transform((text) => [
        ...new Set(
          text
            .split(',')
            .map((tag) => tag.trim())
            .filter(Boolean),
        ),
      ]),
  })
  .refine(({ ids }) => ids.length > 0, {
    path: ['ids'],
    message: 'Choose at least one entry in the table.',
  })
  .refine(({ action, tag }) => !['tag', 'untag'].includes(action) || tag.length > 0, {
    path: ['tag'],
    message: 'Write the tag.',
  })
export type BulkInput = z.output<typeof bulkSchema>

/** Which action on many entries to take back. */
export const undoSchema = z.strictObject({ undo: z.uuid() })
