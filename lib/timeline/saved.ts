import { z } from 'zod'
import { lineText } from '../schemas/text'

/** What is sent to keep a filter under a name; `query` is the filter as the address holds it. */
export const savedFilterSchema = z.object({
  slug: z.string().max(100),
  name: lineText(80).refine((name) => name !== '', 'Give the filter a name.'),
  query: z.string().max(8_000),
})
export type SavedFilterInput = z.output<typeof savedFilterSchema>
