import 'server-only'
import { z } from 'zod'

const row = z.record(z.string(), z.unknown())
/** A merge moves what points at one record; more than this would be another fault. */
const MOST_ROWS = 1_000_000
const rows = z.array(row).max(MOST_ROWS)
const place = { table: z.string(), column: z.string() }

/**
 * One thing that a merge did to the rows of a table, with all that its undo needs: rows that point
 * at the surviving record now, rows that were taken out since the surviving record has their like, and rows
 * that were put behind those of the surviving record.
 */
const step = z.discriminatedUnion('did', [
  z.object({ did: z.literal('moved'), ...place, keys: rows }),
  z.object({ did: z.literal('removed'), table: z.string(), rows }),
  z.object({ did: z.literal('shifted'), ...place }),
  z.object({ did: z.literal('changed'), ...place, keys: rows, from: z.string() }),
])
export type Step = z.output<typeof step>

/**
 * What the undo of a merge needs: its steps, and the surviving record's columns that it changed, as they
 * were and as they became, in JSON as the database writes them.
 */
export const mergeDetail = z.object({
  steps: z.array(step).max(MOST_ROWS),
  before: row,
  after: row,
})
export type MergeDetail = z.output<typeof mergeDetail>
