import { z } from 'zod'

/** Which of two records each differing field is taken from; what is not said is the survivor's. */
export const mergeSchema = z.strictObject({
  take: z.record(z.string().max(50), z.enum(['survivor', 'duplicate'])).default({}),
})
export type MergeInput = z.output<typeof mergeSchema>

/** Which merge to take back. */
export const unmergeSchema = z.strictObject({ merge: z.uuid() })
