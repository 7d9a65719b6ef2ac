import { z } from 'zod'
import { longText, optionalId } from './text'

const body = longText(5000).refine((text) => text !== '', 'Write what you want to say.')

/** What a member says: new words, or an answer to a thread. */
export const commentSchema = z.strictObject({
  body,
  /** The words of the record that it is about. */
  about: longText(1000).default(''),
  thread: optionalId(),
})
export type CommentInput = z.output<typeof commentSchema>

export const commentEditSchema = z.strictObject({ id: z.uuid(), body })

/** What is done to a comment beside its words. */
export const commentChangeSchema = z.strictObject({
  id: z.uuid(),
  change: z.enum(['delete', 'restore', 'resolve', 'reopen']),
})
export type CommentChange = z.output<typeof commentChangeSchema>['change']
