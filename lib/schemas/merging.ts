import { z } from 'zod'

/** Which of two records each differing field is taken from; what is not said is the kept one's. */
export const mergeSchema = z.strictObject({
  take: z.record(z.string().max(50), z.enum(['kept', 'gone'])).default({}),
})
export type MergeInput = z.output<typeof mergeSchema>

/** Which merge to take back. */
export const unmergeSchema = z.strictObject({ merge: z.uuid() })
