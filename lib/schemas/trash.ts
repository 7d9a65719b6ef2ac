import { z } from 'zod'
import { trashableRecords } from '../trash'

/** Which record to bring back from the trash. */
export const restoreSchema = z.strictObject({
  record: z.enum(['entry', ...trashableRecords]),
  id: z.uuid(),
})

/** A form that asks for nothing but its button. */
export const nothingSchema = z.strictObject({})
